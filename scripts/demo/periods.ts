/** Months whose time is final: all but the last two are closed. */
import type { Row } from './api.ts';
import { addDays, firstOfMonth } from './calendar.ts';

const MONTHS = 13;
const OPEN_MONTHS = 2;

export function periods(today: string): readonly Row[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const monthsAgo = MONTHS - 1 - index;
    const start = firstOfMonth(today, -monthsAgo);
    const next = firstOfMonth(start, 1);
    const isClosed = monthsAgo >= OPEN_MONTHS;
    return {
      Name: new Date(start).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
      Start_Date__c: start,
      End_Date__c: addDays(next, -1),
      Status__c: isClosed ? 'Closed' : 'Open',
      Closed_On__c: isClosed ? `${addDays(next, 9)}T16:00:00Z` : null,
    };
  });
}
