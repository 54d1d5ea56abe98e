/** Projects of clients over a year and more: under way, done, on hold, cancelled, and some put away. */
import { addDays } from '../../../scripts/demo/calendar.ts';
import type { Random } from '../../../scripts/demo/random.ts';
import { OFFERINGS, type Offering } from '../../../scripts/demo/words.ts';
import { BLANK_PROJECT, HOUR_SECONDS } from '../core/entries.ts';
import type { Client, Project, ProjectStatus, Values } from '../core/model.ts';

export interface PlannedProject {
  readonly values: Values<Project>;
  /** Names of tasks of its own; often none. */
  readonly tasks: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
}
const COLORS = ['#06aaf5', '#c56bff', '#ea468d', '#fb8b14', '#c7741c', '#4bc800', '#04bb9b', '#e19a86'];

export function projects(
  random: Random,
  owners: readonly Client[],
  count: number,
  today: string,
): readonly PlannedProject[] {
  const pairs = OFFERINGS.flatMap((offering) => owners.map((client) => ({ client, offering })));
  // Every client has one before any has two.
  const rounds = Array.from({ length: Math.ceil(count / Math.max(owners.length, 1)) }, (_, round) =>
    random.sample(
      owners.map((client, index) => {
        const place = (index * 3 + round) % OFFERINGS.length;
        return pairs.find((pair) => pair.client === client && pair.offering === OFFERINGS[place]);
      }),
      owners.length,
    ),
  );
  const seen = new Map<string, number>();
  return rounds
    .flat()
    .filter((pair) => pair !== undefined)
    .slice(0, count)
    .map(({ client, offering }, index) => {
      const name = `${client.name} – ${offering.name}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return project(random, client, offering, times === 1 ? name : `${name} ${times}`, index, today);
    });
}

function project(
  random: Random,
  client: Client,
  offering: Offering,
  name: string,
  index: number,
  today: string,
): PlannedProject {
  const startsOn = addDays(today, -random.between(5, 420));
  const endsOn = addDays(startsOn, random.between(60, 320));
  const isOver = endsOn < today;
  const status: ProjectStatus = isOver
    ? random.chance(0.9)
      ? 'completed'
      : 'cancelled'
    : random.chance(0.06)
      ? 'onHold'
      : 'active';
  const hours = Math.round(offering.hours * (0.1 + random.next() * 0.3));
  const isBillable = !random.chance(0.08);
  const hasBudget = random.chance(0.85);
  return {
    startsOn,
    endsOn,
    tasks: random.chance(0.6) ? offering.tasks : [],
    values: {
      ...BLANK_PROJECT,
      clientId: client.id,
      name,
      code: random.chance(0.7) ? `P${String(index + 1).padStart(4, '0')}` : null,
      status,
      isArchived: client.isArchived || (isOver && random.chance(0.25)),
      isBillable,
      startsOn,
      endsOn: random.chance(0.9) ? endsOn : null,
      budgetSeconds: hasBudget ? hours * HOUR_SECONDS : null,
      budgetAmount: hasBudget && isBillable ? hours * 19_000 : null,
      hourlyRate: isBillable ? random.between(10, 30) * 1000 : null,
      currency: client.currency,
      color: COLORS[index % COLORS.length] ?? COLORS[0]!,
      note: random.chance(0.2) ? `Agreed with ${client.name}` : null,
    },
  };
}
