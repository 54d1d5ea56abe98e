/** Fills a store: the firm of the org's demo data, as its timesheet service would know it. */
import { addDays, today } from '../../../scripts/demo/calendar.ts';
import { FIRM } from '../../../scripts/demo/firm.ts';
import { consultants, type Consultant } from '../../../scripts/demo/people.ts';
import { Random } from '../../../scripts/demo/random.ts';
import type { Clock } from '../core/clock.ts';
import { HOUR_SECONDS } from '../core/entries.ts';
import type { Person, Values } from '../core/model.ts';
import { Store } from '../core/store.ts';
import { clients } from './clients.ts';
import { entries, type Staffing } from './entries.ts';
import { projects } from './projects.ts';
import { SIZES, type SizeName } from './sizes.ts';

export const ACTIVITIES = [
  'Consulting',
  'Development',
  'Meetings',
  'Project Management',
  'Quality Assurance',
  'Support',
  'Training',
  'Travel',
];
const TAGS = ['on site', 'remote', 'after hours', 'rework'];
const YEARS_BEFORE = 2 * 365 * 86_400_000;

export interface AccountOptions {
  readonly seed: number;
  readonly size: SizeName;
  readonly clock: Clock;
}

export function newAccount({ seed, size, clock }: AccountOptions): Store {
  const random = new Random(seed);
  const counts = SIZES[size];
  const store = new Store({ clock, name: FIRM.name, seed, size });
  const day = today(new Date(clock.now()), FIRM.timeZone);
  const opened = clock.now() - YEARS_BEFORE;
  const firm = consultants(random).slice(0, counts.people);
  const yearAgo = addDays(day, -counts.days);
  const staff: readonly Staffing[] = firm.map((consultant, index) => ({
    person: store.people.insert(personOf(consultant, index === 0), opened + index * 1000),
    joinedOn: counts.days > 100 ? addDays(yearAgo, consultant.joinsAfter) : yearAgo,
    leftOn: consultant.isActive ? null : addDays(day, -70),
  }));
  const activities = (counts.days === 0 ? [] : ACTIVITIES).map((name, index) =>
    store.tasks.insert({ projectId: null, name, isActive: true, isBillable: name !== 'Travel' }, opened + index * 1000),
  );
  const tags = (counts.days === 0 ? [] : TAGS).map((name) => store.tags.insert({ name, isArchived: false }, opened));
  const owners = clients(random, counts.clients).map((one, index) =>
    store.clients.insert(one, opened + index * 60_000),
  );
  const planned = projects(random, owners, counts.projects, day).map(({ values, tasks, startsOn, endsOn }) => {
    const at = Date.parse(addDays(startsOn, -7));
    const project = store.projects.insert(values, at);
    return {
      project,
      startsOn,
      endsOn,
      tasks: tasks.map((name) =>
        store.tasks.insert({ projectId: project.id, name, isActive: true, isBillable: values.isBillable }, at),
      ),
    };
  });
  for (const entry of entries(random, { staff, projects: planned, activities, tags, today: day, days: counts.days })) {
    store.entries.insert(entry, (entry.endedAt ?? clock.now()) + 300_000);
  }
  return store;
}

function personOf(consultant: Consultant, isAdmin: boolean): Values<Person> {
  const [firstName = '', ...rest] = consultant.name.split(' ');
  return {
    firstName,
    lastName: rest.join(' '),
    email: consultant.email,
    title: consultant.title,
    timeZone: consultant.timeZone,
    isActive: consultant.isActive,
    isAdmin,
    weeklySeconds: consultant.weeklyHours * HOUR_SECONDS,
    hourlyRate: consultant.rate * 100,
  };
}
