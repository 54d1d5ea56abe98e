import { expect, test } from 'vitest';
import { addMonths, daysInMonth, readIsoDate, readLocaleDate, readLocaleDatetime } from '../../src/values/calendar.ts';
import { formatInstant } from '../../src/values/dateFormat.ts';
import { shortDate, shortDatetime } from '../../src/values/localeFormat.ts';
import { ApexDate } from '../../src/values/temporal.ts';
import { Zone } from '../../src/values/zone.ts';
import { holds } from './random.ts';

const DAY = 86_400_000;
const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'GMT',
];
const LOCALES = ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'ja_JP'];

function zone(id: string): Zone {
  const found = Zone.named(id);
  if (found === null) {
    throw new Error(`No zone ${id}`);
  }
  return found;
}

test('a wall-clock time leads back to an instant with that wall-clock time', () => {
  const zones = ZONES.map(zone);
  holds(800, (random) => {
    const one = random.pick(zones);
    const instant = random.whole(0, 2_000_000) * 1_000_000 + random.whole(0, 999_999);
    const wall = one.wallClock(instant);
    expect(one.wallClock(one.instantOf(wall))).toBe(wall);
  });
});

test('offsets are those of Intl', () => {
  holds(200, (random) => {
    const id = random.pick(ZONES);
    const instant = random.whole(0, 2_000_000) * 1_000_000;
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: id, dateStyle: 'short', timeStyle: 'medium' }).format(
      instant,
    );
    expect(formatInstant(instant, zone(id), 'yyyy-MM-dd HH:mm:ss')).toBe(shown);
  });
});

test('months are added within the calendar, and whole years come back', () => {
  holds(500, (random) => {
    const date = ApexDate.of(random.whole(1, 3000), random.whole(1, 12), random.whole(1, 28));
    const months = random.whole(-500, 500);
    const moved = new Date(addMonths(date.day * DAY, months));
    expect(moved.getUTCDate()).toBe(date.dayOfMonth);
    expect(moved.getUTCFullYear() * 12 + moved.getUTCMonth()).toBe(date.year * 12 + date.month - 1 + months);
    expect(addMonths(moved.getTime(), -months)).toBe(date.day * DAY);
  });
});

test('the last day of a month stays the last at most', () => {
  holds(300, (random) => {
    const [year, month] = [random.whole(1900, 2100), random.whole(1, 12)];
    const moved = new Date(addMonths(ApexDate.of(year, month, daysInMonth(year, month)).day * DAY, 1));
    expect(moved.getUTCDate()).toBeLessThanOrEqual(daysInMonth(moved.getUTCFullYear(), moved.getUTCMonth() + 1));
    expect(moved.getUTCMonth()).toBe(month % 12);
  });
});

test('what a locale prints it reads', () => {
  holds(300, (random) => {
    const locale = random.pick(LOCALES);
    const day = random.whole(-10_000, 40_000);
    expect(readLocaleDate(shortDate(day * DAY, locale), locale)?.day).toBe(day);
    const wall = day * DAY + random.whole(0, 1439) * 60_000;
    expect(readLocaleDatetime(shortDatetime(wall, zone('GMT'), locale), locale)).toBe(wall);
    expect(readIsoDate(new ApexDate(day).toString())?.day).toBe(day);
  });
});
