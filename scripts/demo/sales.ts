/** Accounts with contacts, and opportunities in the stages a year leaves them in. */
import { addDays, daysBetween, firstOfMonth } from './calendar.ts';
import { fullName, PERSONAS } from './personas.ts';
import type { Random } from './random.ts';
import { CLIENTS, CONTACT_TITLES, FIRST_NAMES, LAST_NAMES, OFFERINGS, type Client, type Offering } from './words.ts';

export interface Deal {
  readonly name: string;
  readonly client: Client;
  readonly offering: Offering;
  readonly stage: string;
  readonly closeDate: string;
  readonly amount: number;
  readonly owner: string;
  readonly type: string;
  readonly source: string;
  readonly nextStep: string | null;
}
export interface ClientContact {
  readonly client: Client;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
}

/** Who owns deals, from most to fewest. */
export const SELLERS: readonly string[] = PERSONAS.filter(
  ({ department }) => department === 'Sales' || department === 'Partners',
).map(fullName);

const OPEN_STAGES: readonly { readonly stage: string; readonly nextStep: string; readonly days: number }[] = [
  { stage: 'Prospecting', nextStep: 'First call', days: 120 },
  { stage: 'Qualification', nextStep: 'Confirm the budget', days: 95 },
  { stage: 'Needs Analysis', nextStep: 'Workshop with the department', days: 75 },
  { stage: 'Value Proposition', nextStep: 'Present the approach', days: 60 },
  { stage: 'Proposal/Price Quote', nextStep: 'Send the proposal', days: 30 },
  { stage: 'Negotiation/Review', nextStep: 'Agree on terms', days: 12 },
];
const AVERAGE_RATE = 190;
const WON = 46;
const LOST = 9;
const OPEN = 30;

export function contacts(random: Random): readonly ClientContact[] {
  return CLIENTS.flatMap((client) =>
    random.sample(CONTACT_TITLES, 2).map((title) => ({
      client,
      title,
      firstName: random.pick(FIRST_NAMES),
      lastName: random.pick(LAST_NAMES),
    })),
  );
}

export function deals(random: Random, today: string): readonly Deal[] {
  const pairs = random.sample(
    CLIENTS.flatMap((client) => OFFERINGS.map((offering) => ({ client, offering }))),
    WON + LOST + OPEN,
  );
  return pairs.map(({ client, offering }, index) => {
    const hours = offering.hours * (0.7 + random.next() * 0.6);
    const deal = {
      name: `${client.name} – ${offering.name}`,
      client,
      offering,
      amount: Math.round((hours * AVERAGE_RATE) / 500) * 500,
      owner: SELLERS[index % 5 < 2 ? 0 : index % 5 < 4 ? 1 : 2] ?? '',
      type: random.chance(0.4) ? 'New Customer' : 'Existing Customer - Upgrade',
      source: random.pick(['Web', 'Phone Inquiry', 'Partner Referral', 'Other']),
    };
    if (index < WON + LOST) {
      const isWon = index < WON;
      // Longer than the year of hours, so that work is under way when it begins.
      const closeDate = addDays(today, -random.between(12, 470));
      return { ...deal, closeDate, stage: isWon ? 'Closed Won' : 'Closed Lost', nextStep: null };
    }
    const { stage, nextStep, days } = OPEN_STAGES[index % OPEN_STAGES.length] ?? OPEN_STAGES[0]!;
    // Some close this month whatever the day it is, and some are overdue, as anywhere.
    const closesThisMonth = index % 6 === 5 || index % 10 === 0;
    const closeDate = closesThisMonth
      ? addDays(firstOfMonth(today, 1), -random.between(1, Math.max(1, daysBetween(today, firstOfMonth(today, 1)))))
      : addDays(today, random.chance(0.1) ? -random.between(3, 20) : random.between(Math.round(days / 2), days * 2));
    return { ...deal, stage, nextStep, closeDate };
  });
}
