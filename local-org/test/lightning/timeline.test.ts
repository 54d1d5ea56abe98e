import { expect, test } from 'vitest';
import { timelineOf } from '../../src/lightning/modules/shell/activityPanel/timeline.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

test('Open tasks and events to come are upcoming by date, the rest is past with the latest first', () => {
  const { upcoming, past } = timelineOf(
    [
      { Id: 'later', Subject: 'Later', ActivityDate: null, IsClosed: false },
      { Id: 'late', Subject: 'Late', ActivityDate: '2026-11-20', IsClosed: false },
      { Id: 'done', Subject: 'Done', ActivityDate: '2026-11-10', IsClosed: true },
    ],
    [
      { Id: 'met', Subject: 'Met', StartDateTime: '2026-11-22T09:00:00Z', EndDateTime: '2026-11-22T10:00:00Z' },
      { Id: 'meet', Subject: 'Meet', StartDateTime: '2026-11-24T09:00:00Z', EndDateTime: '2026-11-24T10:00:00Z' },
    ],
    NOW,
  );
  expect(upcoming.map(({ id }) => id)).toEqual(['late', 'meet', 'later']);
  expect(upcoming.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false]);
  expect(past.map(({ id }) => id)).toEqual(['met', 'done']);
});
