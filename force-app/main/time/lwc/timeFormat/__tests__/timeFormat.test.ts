import { clockText, dayText, fill, hoursText, momentText, timerText, today } from 'c/timeFormat';

describe('c-time-format', () => {
  test.each([
    [5400, '1.5', '1:30', '1:30:00'],
    [59, '0.02', '0:01', '0:00:59'],
    [36_005, '10', '10:00', '10:00:05'],
    [8, '< 0.01', '0:00', '0:00:08'],
    [0, '0', '0:00', '0:00:00'],
  ])('writes %i seconds as hours, as a clock and as a timer', (seconds, hours, clock, timer) => {
    expect([hoursText(seconds), clockText(seconds), timerText(seconds)]).toEqual([hours, clock, timer]);
  });

  test('a timer never shows less than nothing, whatever the clocks of two computers say', () => {
    expect(timerText(-3)).toBe('0:00:00');
  });

  test('today is the day in the time zone of the user', () => {
    // The test double of the time zone is Los Angeles, where it is still Sunday.
    expect(today(new Date('2026-11-23T03:00:00Z'))).toBe('2026-11-22');
  });

  test.each([
    ['2026-11-23', 'Today'],
    ['2026-11-22', 'Yesterday'],
    ['2026-11-24', 'Tomorrow'],
    ['2026-11-20', 'Fri, Nov 20'],
    ['2025-11-20', 'Thu, Nov 20, 2025'],
  ])('names the day %s', (day, text) => {
    expect(dayText(day, '2026-11-23')).toBe(text);
  });

  test('tells a moment in the time zone of the user', () => {
    expect(momentText('2026-11-23T17:30:00Z').replace(/\s/g, ' ')).toBe('Nov 23, 2026, 9:30 AM');
  });

  test('fills placeholders, and leaves those that have no value', () => {
    expect(fill('{0} of {1} on {2}', 'a', 2)).toBe('a of 2 on {2}');
  });
});
