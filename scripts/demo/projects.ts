/** A project for each deal that was won, a few that wait for one, and the firm's own. */
import { addDays } from './calendar.ts';
import type { Random } from './random.ts';
import type { Deal } from './sales.ts';
import { INTERNAL_PROJECTS } from './words.ts';

export interface DemoProject {
  readonly name: string;
  /** Null for the firm's own. */
  readonly deal: Deal | null;
  readonly status: string;
  readonly startDate: string;
  /** Null for work without an end. */
  readonly endDate: string | null;
  readonly budgetHours: number | null;
  readonly budgetAmount: number | null;
  readonly isBillable: boolean;
  readonly tasks: readonly string[];
}

const BUDGET_STEP = 20;

export function projects(
  random: Random,
  deals: readonly Deal[],
  today: string,
  yearAgo: string,
): readonly DemoProject[] {
  const sold = deals.filter(({ stage }) => stage === 'Closed Won').map((deal) => soldProject(random, deal, today));
  const prepared = deals
    .filter(({ stage }) => stage === 'Negotiation/Review')
    .slice(0, 2)
    .map((deal) => ({
      ...soldProject(random, deal, today),
      name: `${deal.name} (Preparation)`,
      status: 'On Hold',
      startDate: addDays(today, -20),
      endDate: addDays(today, 30),
      budgetHours: 40,
      budgetAmount: null,
      isBillable: false,
    }));
  const own = INTERNAL_PROJECTS.map(({ name, tasks }) => ({
    name,
    deal: null,
    status: 'Active',
    startDate: addDays(yearAgo, -400),
    endDate: null,
    budgetHours: null,
    budgetAmount: null,
    isBillable: false,
    tasks,
  }));
  return [...own, ...sold, ...prepared];
}

function soldProject(random: Random, deal: Deal, today: string): DemoProject {
  const startDate = addDays(deal.closeDate, random.between(5, 25));
  const endDate = addDays(startDate, Math.round(deal.offering.hours / 11) + random.between(20, 50));
  const budgetHours = Math.round(deal.amount / 190 / BUDGET_STEP) * BUDGET_STEP;
  const status = endDate < today ? (random.chance(0.9) ? 'Completed' : 'Active') : 'Active';
  return {
    name: deal.name,
    deal,
    status,
    startDate,
    endDate,
    budgetHours,
    budgetAmount: deal.amount,
    isBillable: true,
    tasks: deal.offering.tasks,
  };
}
