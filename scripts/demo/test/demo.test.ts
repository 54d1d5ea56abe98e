import { describe, expect, test } from 'vitest';
import { addDays, firstOfMonth, mondayOf, today, weekday, workingDays } from '../calendar.ts';
import { timeEntries, type DemoEntry } from '../hours.ts';
import { consultants, PEOPLE_COUNT, type Consultant } from '../people.ts';
import { PERSONAS } from '../personas.ts';
import { projects, type DemoProject } from '../projects.ts';
import { Random } from '../random.ts';
import { deals, type Deal } from '../sales.ts';

interface Demo {
  readonly people: readonly Consultant[];
  readonly sold: readonly Deal[];
  readonly planned: readonly DemoProject[];
  readonly entries: readonly DemoEntry[];
}

function demo(seed: number, day: string): Demo {
  const random = new Random(seed);
  const yearAgo = addDays(mondayOf(day), -364);
  const people = consultants(random);
  const sold = deals(random, day);
  const planned = projects(random, sold, day, yearAgo);
  return { people, sold, planned, entries: timeEntries(random, people, planned, day, yearAgo) };
}

describe.each([
  [1, '2026-11-25'],
  [2, '2027-01-04'],
  [3, '2028-02-29'],
  [99, '2026-06-30'],
])('seed %i on %s', (seed, day) => {
  const made = demo(seed, day);
  const { people, sold, planned, entries } = made;

  test('comes out the same again', () => {
    expect(demo(seed, day)).toEqual(made);
  });

  test('is a firm of fifty with a year of hours', () => {
    expect(people).toHaveLength(PEOPLE_COUNT);
    expect(new Set(people.map(({ name }) => name)).size).toBe(PEOPLE_COUNT);
    expect(entries.length).toBeGreaterThan(10_000);
    expect(entries.length).toBeLessThan(12_500);
    expect(entries[0]?.day.slice(0, 4)).toBe(addDays(mondayOf(day), -364).slice(0, 4));
  });

  test('has hours this week up to today, and none later', () => {
    expect(entries.some((entry) => entry.day >= mondayOf(day))).toBe(true);
    expect(entries.every((entry) => entry.day <= day && weekday(entry.day) <= 5)).toBe(true);
  });

  test('no day of a person is longer than a day', () => {
    const minutes = new Map<string, number>();
    for (const { person, day: worked, minutes: more } of entries) {
      const key = `${person} ${worked}`;
      minutes.set(key, (minutes.get(key) ?? 0) + more);
    }
    expect(Math.max(...minutes.values())).toBeLessThanOrEqual(12 * 60);
    expect(entries.every((entry) => entry.minutes > 0)).toBe(true);
  });

  test('has deals in every stage, some of which close this month', () => {
    expect(new Set(sold.map(({ stage }) => stage)).size).toBe(8);
    const open = sold.filter(({ stage }) => !stage.startsWith('Closed'));
    expect(open.filter(({ closeDate }) => closeDate.slice(0, 7) === day.slice(0, 7)).length).toBeGreaterThan(2);
    expect(new Set(sold.map(({ name }) => name)).size).toBe(sold.length);
  });

  test('has projects under way, most within their budget', () => {
    const hours = planned.map(
      (_, project) =>
        entries.filter((entry) => entry.project === project).reduce((sum, { minutes }) => sum + minutes, 0) / 60,
    );
    const budgeted = planned.flatMap(({ budgetHours }, index) =>
      budgetHours === null ? [] : [(hours[index] ?? 0) / budgetHours],
    );
    expect(budgeted.filter((share) => share > 1).length).toBeGreaterThan(0);
    expect(budgeted.filter((share) => share <= 1).length).toBeGreaterThan(budgeted.length / 2);
    expect(planned.filter(({ status }) => status === 'Active').length).toBeGreaterThan(8);
  });
});

test('personas differ in what they may do', () => {
  const rights = PERSONAS.map(({ profile, permissionSets }) => [profile, ...permissionSets].join());
  expect(new Set(rights).size).toBeGreaterThanOrEqual(7);
  expect(PERSONAS.length).toBeGreaterThanOrEqual(8);
});

test('days', () => {
  expect(today(new Date('2026-11-23T03:00:00Z'), 'America/New_York')).toBe('2026-11-22');
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(firstOfMonth('2026-12-31', 1)).toBe('2027-01-01');
  expect(workingDays('2026-12-24', '2026-12-28')).toEqual(['2026-12-28']);
});
