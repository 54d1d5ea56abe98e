import type * as WeekDates from 'c/weekDates';

/** The module with the locale of a user; its imports are read once, so each locale needs a copy of its own. */
async function datesOf(locale: string, firstDayOfWeek: number, timeZone = 'UTC'): Promise<typeof WeekDates> {
  jest.resetModules();
  jest.doMock('@salesforce/i18n/locale', () => ({ default: locale }), { virtual: true });
  jest.doMock('@salesforce/i18n/firstDayOfWeek', () => ({ default: firstDayOfWeek }), { virtual: true });
  jest.doMock('@salesforce/i18n/timeZone', () => ({ default: timeZone }), { virtual: true });
  return import('c/weekDates');
}

const SUNDAY = 1;
const MONDAY = 2;
const SATURDAY = 7;

describe('c/weekDates', () => {
  test.each([
    ['2026-11-23', MONDAY, '2026-11-23'],
    ['2026-11-29', MONDAY, '2026-11-23'],
    ['2026-11-23', SUNDAY, '2026-11-22'],
    ['2026-11-22', SUNDAY, '2026-11-22'],
    ['2026-11-27', SATURDAY, '2026-11-21'],
    ['2027-01-01', MONDAY, '2026-12-28'],
  ])('the week of %s, beginning on day %d, starts on %s', async (date, firstDay, expected) => {
    const { startOfWeek } = await datesOf('en-US', firstDay);

    expect(startOfWeek(date)).toBe(expected);
  });

  test.each([
    ['2026-12-29', 7, '2027-01-05'],
    ['2026-03-01', -1, '2026-02-28'],
    // The night in which Europe turns its clocks is a day like any other.
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %d days is %s', async (date, count, expected) => {
    const { addDays } = await datesOf('en-US', MONDAY);

    expect(addDays(date, count)).toBe(expected);
  });

  test('names its days, today, days off and closed periods', async () => {
    const { daysOf } = await datesOf('en-US', MONDAY);

    const days = daysOf('2026-11-23', '2026-11-24', new Map([['2026-11-23', 'November']]));

    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({
      date: '2026-11-23',
      column: 0,
      name: 'Mon',
      number: '23',
      label: 'Monday, November 23',
      isToday: false,
      isWorkDay: true,
      closedPeriod: 'November',
    });
    expect(days[1]).toMatchObject({ isToday: true, closedPeriod: '' });
    expect(days.map(({ isWorkDay }) => isWorkDay)).toEqual([true, true, true, true, true, false, false]);
  });

  test('writes days and ranges as the locale does', async () => {
    const german = await datesOf('de-DE', MONDAY);

    expect(german.daysOf('2026-11-23', '', new Map())[0]).toMatchObject({ name: 'Mo', label: 'Montag, 23. November' });
    expect(german.rangeText('2026-11-23')).toContain('2026');
    expect(german.rangeText('2026-12-28')).toMatch(/2026.*2027/);
  });

  test('tells the time of the user, not of the browser', async () => {
    const { timeText } = await datesOf('de-DE', MONDAY, 'Asia/Tokyo');

    expect(timeText(new Date('2026-11-23T10:42:00Z'))).toBe('19:42');
  });
});
