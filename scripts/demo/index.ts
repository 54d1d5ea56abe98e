/**
 * Makes the demo data: a firm of fifty, its clients and deals, its projects and a year of hours up to this week. All of
 * it is entered through the API with every automation on, by the people who would have done so.
 */
import { addDays, mondayOf, today } from './calendar.ts';
import { Api, type Row } from './api.ts';
import { FIRM } from './firm.ts';
import { timeEntries, type DemoEntry } from './hours.ts';
import { consultants, emailOf, type Consultant } from './people.ts';
import { fullName, PERSONAS, type Persona } from './personas.ts';
import { periods } from './periods.ts';
import { projects, type DemoProject } from './projects.ts';
import { Random } from './random.ts';
import { contacts, deals, type Deal } from './sales.ts';
import { CLIENTS } from './words.ts';

export interface DemoOptions {
  readonly url: string;
  readonly namespace: string;
  readonly seed: number;
  readonly now: Date;
  /** How far back the hours go; a year without it. */
  readonly days?: number;
  readonly say: (detail: string) => void;
}

const YEAR = 364;
const SECONDS_PER_MINUTE = 60;
const BILLED = new Set(['Approved', 'Invoiced']);
/** What the page of snapshots knows the demo data by. */
const SNAPSHOT = 'Demo data';
/** Who enters what nobody enters for themselves. */
const BOOKKEEPER = 'Daniel Cho';

export async function makeDemoData({ url, namespace, seed, now, days = YEAR, say }: DemoOptions): Promise<void> {
  const random = new Random(seed);
  const day = today(now, FIRM.timeZone);
  const begin = addDays(mondayOf(day), -days);
  const people = consultants(random);
  const sold = deals(random, day);
  const planned = projects(random, sold, day, begin);
  const entries = timeEntries(random, people, planned, day, begin);
  const prefix = `${namespace}__`;
  const named = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name.endsWith('__c') ? prefix + name : name, value]),
    );

  const admin = await Api.signIn(url);
  say('users');
  const users = await createUsers(admin, people);
  say('accounts and opportunities');
  const opportunities = await createSales(admin, random, sold, users);
  const bookkeeper = await Api.signIn(url, users.get(BOOKKEEPER));
  say('people and projects');
  const personIds = await bookkeeper.create(
    `${prefix}Person__c`,
    people.map((one) => named(personRow(one, users))),
  );
  const made = await createProjects(bookkeeper, prefix, named, planned, opportunities);

  const thisWeek = mondayOf(day);
  const row = (entry: DemoEntry): Row => named(entryRow(entry, personIds, made));
  const isOwn = ({ person, day: worked }: DemoEntry): boolean => worked >= thisWeek && people[person]?.login !== null;
  const others = entries.filter((entry) => !isOwn(entry));
  const CHUNK = 2000;
  for (let at = 0; at < others.length; at += CHUNK) {
    say(`${at.toLocaleString('en')} of ${entries.length.toLocaleString('en')} time entries`);
    await bookkeeper.create(`${prefix}Time_Entry__c`, others.slice(at, at + CHUNK).map(row));
  }
  for (const [person, consultant] of people.entries()) {
    const own = entries.filter((entry) => entry.person === person && isOwn(entry));
    if (own.length > 0) {
      const colleague = await Api.signIn(url, users.get(consultant.name));
      await colleague.create(
        `${prefix}Time_Entry__c`,
        own.map((entry) => row({ ...entry, status: 'Draft' })),
      );
    }
  }
  // Last: nobody logs time in a period that is closed.
  await bookkeeper.create(`${prefix}Timesheet_Period__c`, periods(day).map(named));
  say('a snapshot to come back to');
  await admin.keepSnapshot(SNAPSHOT);
  say(
    `${users.size} users, ${people.length} people, ${sold.length} opportunities, ${planned.length} projects, ${entries.length.toLocaleString('en')} time entries`,
  );
}

async function createUsers(admin: Api, people: readonly Consultant[]): Promise<ReadonlyMap<string, string>> {
  const logins = [
    ...PERSONAS,
    ...people.flatMap(({ login }) => (login === null || PERSONAS.includes(login) ? [] : [login])),
  ];
  const profiles = await idsByName(admin, 'SELECT Id, Name FROM Profile');
  const permissionSets = await idsByName(admin, 'SELECT Id, Name FROM PermissionSet WHERE IsOwnedByProfile = false');
  const ids = await admin.create(
    'User',
    logins.map((login, index) => userRow(login, index, profiles)),
  );
  await admin.create(
    'PermissionSetAssignment',
    logins.flatMap(({ permissionSets: sets }, index) =>
      sets.map((name) => ({ AssigneeId: ids[index] ?? null, PermissionSetId: permissionSets.get(name) ?? null })),
    ),
  );
  return new Map(logins.map((login, index) => [fullName(login), ids[index] ?? '']));
}

async function idsByName(api: Api, soql: string): Promise<ReadonlyMap<string, string>> {
  const rows = await api.query<{ readonly Id: string; readonly Name: string }>(soql);
  return new Map(rows.map(({ Id, Name }) => [Name, Id]));
}

function userRow(login: Persona, index: number, profiles: ReadonlyMap<string, string>): Row {
  const email = emailOf(fullName(login));
  return {
    FirstName: login.firstName,
    LastName: login.lastName,
    Username: email,
    Email: email,
    Alias: `${login.firstName.slice(0, 1)}${login.lastName.slice(0, 4)}${index}`.toLowerCase(),
    Title: login.title,
    Department: login.department,
    CompanyName: FIRM.name,
    ProfileId: profiles.get(login.profile) ?? null,
    TimeZoneSidKey: login.timeZone ?? FIRM.timeZone,
    LanguageLocaleKey: login.language ?? 'en_US',
    LocaleSidKey: login.locale ?? 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

async function createSales(
  admin: Api,
  random: Random,
  sold: readonly Deal[],
  users: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<Deal, { readonly id: string; readonly accountId: string }>> {
  const ownerOf = new Map(sold.map(({ client, owner }) => [client, users.get(owner) ?? null]));
  const accountIds = await admin.create(
    'Account',
    CLIENTS.map((client) => ({
      Name: client.name,
      Industry: client.industry,
      BillingCity: client.city,
      BillingCountry: client.country,
      Phone: `+1 555 01${random.between(10, 99)}`,
      Website: `https://www.${client.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`,
      Type: 'Customer - Direct',
      OwnerId: ownerOf.get(client) ?? null,
    })),
  );
  const accounts = new Map(CLIENTS.map((client, index) => [client, accountIds[index] ?? '']));
  await admin.create(
    'Contact',
    contacts(random).map(({ client, firstName, lastName, title }) => ({
      FirstName: firstName,
      LastName: lastName,
      Title: title,
      AccountId: accounts.get(client) ?? null,
      Email: `${firstName}.${lastName}@${client.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`.toLowerCase(),
    })),
  );
  const ids = await admin.create(
    'Opportunity',
    sold.map((deal) => ({
      Name: deal.name,
      AccountId: accounts.get(deal.client) ?? null,
      StageName: deal.stage,
      CloseDate: deal.closeDate,
      Amount: deal.amount,
      Type: deal.type,
      LeadSource: deal.source,
      NextStep: deal.nextStep,
      OwnerId: users.get(deal.owner) ?? null,
    })),
  );
  return new Map(
    sold.map((deal, index) => [deal, { id: ids[index] ?? '', accountId: accounts.get(deal.client) ?? '' }]),
  );
}

function personRow(consultant: Consultant, users: ReadonlyMap<string, string>): Row {
  return {
    Name: consultant.name,
    Email__c: consultant.email,
    User__c: consultant.login === null ? null : (users.get(consultant.name) ?? null),
    Active__c: consultant.isActive,
    Weekly_Capacity_Hours__c: consultant.weeklyHours,
    Time_Zone__c: consultant.timeZone,
  };
}

interface MadeProject {
  readonly id: string;
  readonly taskIds: readonly string[];
}

async function createProjects(
  api: Api,
  prefix: string,
  named: (row: Row) => Row,
  planned: readonly DemoProject[],
  opportunities: ReadonlyMap<Deal, { readonly id: string; readonly accountId: string }>,
): Promise<readonly MadeProject[]> {
  const ids = await api.create(
    `${prefix}Project__c`,
    planned.map(({ name, deal, status, startDate, endDate, budgetHours, budgetAmount, isBillable }) => {
      const sold = deal === null ? undefined : opportunities.get(deal);
      return named({
        Name: name,
        Status__c: status,
        Start_Date__c: startDate,
        End_Date__c: endDate,
        Budget_Hours__c: budgetHours,
        Budget_Amount__c: budgetAmount,
        Billable_by_Default__c: isBillable,
        Account__c: sold?.accountId ?? null,
        Opportunity__c: sold?.id ?? null,
        Primary__c: sold !== undefined,
      });
    }),
  );
  const tasks = planned.flatMap(({ tasks: names, isBillable }, project) =>
    names.map((name) => ({
      project,
      row: { Name: name, Project__c: ids[project] ?? null, Billable_by_Default__c: isBillable },
    })),
  );
  const taskIds = await api.create(
    `${prefix}Project_Task__c`,
    tasks.map(({ row }) => named(row)),
  );
  const made = ids.map((id, index) => ({
    id,
    taskIds: taskIds.filter((_, at) => tasks[at]?.project === index),
  }));
  await api.update(
    `${prefix}Project__c`,
    made.map(({ id, taskIds: own }) => ({ ...named({ Default_Task__c: own[0] ?? null }), id })),
  );
  return made;
}

function entryRow(entry: DemoEntry, personIds: readonly string[], made: readonly MadeProject[]): Row {
  const isBilled = entry.isBillable && BILLED.has(entry.status);
  const project = made[entry.project];
  return {
    Person__c: personIds[entry.person] ?? null,
    Project__c: project?.id ?? null,
    Task__c: project?.taskIds[entry.task] ?? null,
    Work_Date__c: entry.day,
    Seconds__c: entry.minutes * SECONDS_PER_MINUTE,
    Billable__c: entry.isBillable,
    Status__c: entry.status === 'Draft' ? null : entry.status,
    Description__c: entry.description,
    Rate__c: isBilled ? entry.rate : null,
    Rate_Currency__c: isBilled ? FIRM.currency : null,
    Amount__c: isBilled ? (entry.minutes / 60) * entry.rate : null,
    Invoice_Reference__c: entry.invoice,
  };
}
