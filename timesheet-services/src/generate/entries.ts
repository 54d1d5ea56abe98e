/** A day's work of everybody for as many days as wanted: one to three entries a person and day, from nine on. */
import { addDays, mondayOf, workingDays } from '../../../scripts/demo/calendar.ts';
import type { Random } from '../../../scripts/demo/random.ts';
import { WORK_DONE } from '../../../scripts/demo/words.ts';
import { BLANK_ENTRY } from '../core/entries.ts';
import type { Entry, Person, Project, Tag, Task, Values } from '../core/model.ts';
import { momentOf } from '../core/zone.ts';

export interface Staffing {
  readonly person: Person;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}
export interface Workload {
  readonly project: Project;
  readonly tasks: readonly Task[];
  readonly startsOn: string;
  readonly endsOn: string;
}
export interface Work {
  readonly staff: readonly Staffing[];
  readonly projects: readonly Workload[];
  readonly activities: readonly Task[];
  readonly tags: readonly Tag[];
  readonly today: string;
  readonly days: number;
}

const MINUTE = 60_000;
const QUARTER = 15;
/** Three minutes are a twentieth of an hour: what services with decimal hours can tell exactly. */
const SMALLEST = 3;
const ABSENT = 0.12;
const WEEKS_ON_A_TEAM = 2;

export function entries(random: Random, work: Work): readonly Values<Entry>[] {
  const from = addDays(work.today, -work.days);
  const teams = new Map<string, readonly Workload[]>();
  return workingDays(from, addDays(work.today, -1)).flatMap((day) => {
    const running = work.projects.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    return work.staff.flatMap((one) => {
      const isThere = day >= one.joinedOn && (one.leftOn === null || day < one.leftOn);
      if (!isThere || running.length === 0 || random.chance(ABSENT)) {
        return [];
      }
      const fortnight = Math.floor(Date.parse(mondayOf(day)) / (WEEKS_ON_A_TEAM * 7 * 86_400_000));
      const key = `${one.person.id} ${fortnight}`;
      const team = teams.get(key) ?? random.sample(running, 3);
      teams.set(key, team);
      const current = team.filter(({ endsOn }) => day <= endsOn);
      return dayOf(random, one.person, day, current.length === 0 ? running : current, work);
    });
  });
}

function dayOf(
  random: Random,
  person: Person,
  day: string,
  team: readonly Workload[],
  work: Work,
): readonly Values<Entry>[] {
  const usual = person.weeklySeconds / 60 / 5;
  const total = Math.max(QUARTER * 4, usual + random.between(-3, 3) * QUARTER);
  const parts = random.chance(0.15) ? 2 : 1;
  let begin = momentOf(person.timeZone, Date.parse(day)) + (9 * 60 + random.between(-4, 4) * QUARTER) * MINUTE;
  return Array.from({ length: parts }, () => {
    const usualPart = Math.round(total / parts / QUARTER) * QUARTER;
    const minutes = random.chance(0.12) ? usualPart + random.between(1, 4) * SMALLEST : usualPart;
    const entry = entryOf(random, person, day, begin, minutes, random.pick(team), work);
    begin += (minutes + QUARTER * 2) * MINUTE;
    return entry;
  });
}

function entryOf(
  random: Random,
  person: Person,
  workDate: string,
  startedAt: number,
  minutes: number,
  { project, tasks }: Workload,
  { activities, tags, today }: Work,
): Values<Entry> {
  const isBillable = project.isBillable && !random.chance(0.05);
  const isApproved = workDate < addDays(mondayOf(today), -14);
  return {
    ...BLANK_ENTRY,
    personId: person.id,
    projectId: project.id,
    taskId: tasks.length === 0 ? null : random.pick(tasks).id,
    activityId: random.pick(activities).id,
    workDate,
    seconds: minutes * 60,
    startedAt,
    endedAt: startedAt + minutes * MINUTE,
    description: random.chance(0.7) ? random.pick(WORK_DONE) : null,
    isBillable,
    isApproved,
    isInvoiced: isApproved && isBillable && workDate < addDays(today, -60),
    hourlyRate: isBillable ? (project.hourlyRate ?? person.hourlyRate) : null,
    tags: random.chance(0.1) ? [random.pick(tags).name] : [],
  };
}
