/** A year of time entries: who was on which project on which day, and what has become of the entry since. */
import { addDays, daysBetween, mondayOf, workingDays } from './calendar.ts';
import type { Consultant } from './people.ts';
import type { DemoProject } from './projects.ts';
import type { Random } from './random.ts';
import { WORK_DONE } from './words.ts';

export interface DemoEntry {
  readonly person: number;
  readonly project: number;
  /** Of the project's tasks. */
  readonly task: number;
  readonly day: string;
  readonly minutes: number;
  readonly isBillable: boolean;
  readonly status: 'Draft' | 'Submitted' | 'Approved' | 'Rejected' | 'Invoiced';
  readonly description: string | null;
  readonly rate: number;
  readonly invoice: string | null;
}
interface Team {
  readonly project: number;
  readonly from: string;
  readonly to: string;
}

const QUARTER = 15;
const WORKDAYS = 5;
const HOURS_OF_DAY = 8;
const ABSENT = 0.14;
const OWN_WORK = 0.1;
const SPLIT_DAY = 0.1;
/** Hours that a project may be ahead of its plan. */
const AHEAD = 24;

/** In order of days, as they would have come in. */
export function timeEntries(
  random: Random,
  people: readonly Consultant[],
  projects: readonly DemoProject[],
  today: string,
  yearAgo: string,
): readonly DemoEntry[] {
  const plans = projects.map((project) => new Plan(random, project));
  const teams = assignTeams(random, people, projects);
  const own = projects.flatMap((project, index) => (project.deal === null ? [index] : []));
  return workingDays(yearAgo, today).flatMap((day) =>
    people.flatMap((consultant, person) => {
      const isThere =
        day >= addDays(yearAgo, consultant.joinsAfter) && (consultant.isActive || day < addDays(today, -70));
      if (!isThere || random.chance(ABSENT)) {
        return [];
      }
      const running = (teams[person] ?? []).filter(
        ({ project, from, to }) => from <= day && day <= to && plans[project]?.hasWorkOn(day) === true,
      );
      const isOwnWork = running.length === 0 || random.chance(OWN_WORK);
      const main = isOwnWork ? random.pick(own) : random.pick(running).project;
      const minutes = dayLength(random, consultant.weeklyHours);
      const aside = random.chance(SPLIT_DAY) ? Math.round((minutes * 0.3) / QUARTER) * QUARTER : 0;
      plans[main]?.log(minutes - aside);
      const base = { person, consultant, day, projects, today };
      return [
        entry(random, { ...base, project: main, minutes: minutes - aside }),
        ...(aside > 0 ? [entry(random, { ...base, project: random.pick(own), minutes: aside })] : []),
      ];
    }),
  );
}

/** What a project has used of its budget, and may have used by a day: most end near it, and some above. */
class Plan {
  readonly #project: DemoProject;
  readonly #hours: number;
  #minutes = 0;

  constructor(random: Random, project: DemoProject) {
    this.#project = project;
    this.#hours =
      (project.budgetHours ?? 0) * (random.chance(0.2) ? 1.04 + random.next() * 0.2 : 0.82 + random.next() * 0.18);
  }

  hasWorkOn(day: string): boolean {
    const { startDate, endDate } = this.#project;
    const share = endDate === null ? 1 : (daysBetween(startDate, day) + 1) / (daysBetween(startDate, endDate) + 1);
    return this.#minutes / 60 < Math.min(this.#hours * share + AHEAD, this.#hours);
  }
  log(minutes: number): void {
    this.#minutes += minutes;
  }
}

/** Gives every project the people its budget needs, those with the fewest days taken first. */
function assignTeams(
  random: Random,
  people: readonly Consultant[],
  projects: readonly DemoProject[],
): readonly (readonly Team[])[] {
  const teams: Team[][] = people.map(() => []);
  for (const [project, { deal, startDate, endDate, budgetHours }] of projects.entries()) {
    if (deal !== null && endDate !== null) {
      const days = workingDays(startDate, endDate).length;
      const size = Math.ceil((budgetHours ?? 0) / Math.max(days * HOURS_OF_DAY * 0.6, 1));
      const taken = teams.map((own) => own.filter(({ from, to }) => from <= endDate && to >= startDate).length);
      const free = random
        .sample([...people.keys()], people.length)
        .toSorted((a, b) => (taken[a] ?? 0) - (taken[b] ?? 0));
      for (const person of free.slice(0, size)) {
        teams[person]?.push({ project, from: startDate, to: endDate });
      }
    }
  }
  return teams;
}

function dayLength(random: Random, weeklyHours: number): number {
  const usual = (weeklyHours / WORKDAYS) * 60;
  return Math.max(QUARTER * 4, usual + random.between(-4, 3) * QUARTER);
}

interface Day {
  readonly person: number;
  readonly consultant: Consultant;
  readonly day: string;
  readonly project: number;
  readonly minutes: number;
  readonly projects: readonly DemoProject[];
  readonly today: string;
}

function entry(random: Random, { person, consultant, day, project, minutes, projects, today }: Day): DemoEntry {
  const of = projects[project];
  const isBillable = of?.isBillable === true && !random.chance(0.05);
  const status = statusOn(random, day, today, isBillable);
  return {
    person,
    project,
    task: random.between(0, (of?.tasks.length ?? 1) - 1),
    day,
    minutes,
    isBillable,
    status,
    description: random.chance(0.6) ? random.pick(WORK_DONE) : null,
    rate: consultant.rate,
    invoice: status === 'Invoiced' ? `INV-${day.slice(0, 7)}-${String(project).padStart(2, '0')}` : null,
  };
}

/** Weeks are submitted when they end, approved in the next two, and invoiced after the month is over. */
function statusOn(random: Random, day: string, today: string, isBillable: boolean): DemoEntry['status'] {
  const thisWeek = mondayOf(today);
  if (day >= thisWeek) {
    return 'Draft';
  }
  if (day >= addDays(thisWeek, -14)) {
    return random.chance(0.04) ? 'Rejected' : random.chance(0.08) ? 'Draft' : 'Submitted';
  }
  return isBillable && day < addDays(today.slice(0, 8) + '01', -31) ? 'Invoiced' : 'Approved';
}
