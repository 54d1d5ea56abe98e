/** Calls a running service over HTTP as any client would, and makes the rows that tests speak of. */
import { afterEach } from 'vitest';
import { startTimesheetService, Clock, type FaceName, type TimesheetService } from '../src/index.ts';
import type { StartOptions } from '../src/index.ts';
import { BLANK_CLIENT, BLANK_ENTRY, BLANK_PERSON, BLANK_PROJECT } from '../src/core/entries.ts';
import type { Client, Entry, Person, Project, Task, Values } from '../src/core/model.ts';

/** How long to look for what is sure to come: longer than any busy machine takes. */
export const PATIENT = { timeout: 60_000 };
/** A Wednesday noon in UTC. */
export const NOON = '2025-03-05T12:00:00Z';
const NOON_MOMENT = Date.parse(NOON);

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined for an empty body; throws for what is no JSON. */
  readonly body: unknown;
}
type Row = Readonly<Record<string, unknown>>;
export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the credential's headers altogether. */
  readonly only?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: string;
}

export class Caller {
  readonly #origin: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, headers: Readonly<Record<string, string>>) {
    this.#origin = origin;
    this.#headers = headers;
  }
  async call(method: string, path: string, { headers = {}, only, body, raw }: Asking = {}): Promise<Reply> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(path.startsWith('http') ? path : `${this.#origin}${path}`, {
      method,
      headers: {
        ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(only ?? { ...this.#headers, ...headers }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const answered = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text: answered,
      get body() {
        return answered === '' ? undefined : (JSON.parse(answered) as unknown);
      },
    };
  }
  get(path: string, asking?: Asking): Promise<Reply> {
    return this.call('GET', path, asking);
  }
  post(path: string, body: unknown, asking?: Asking): Promise<Reply> {
    return this.call('POST', path, { ...asking, body });
  }
  put(path: string, body: unknown, asking?: Asking): Promise<Reply> {
    return this.call('PUT', path, { ...asking, body });
  }
  patch(path: string, body: unknown, asking?: Asking): Promise<Reply> {
    return this.call('PATCH', path, { ...asking, body });
  }
  delete(path: string, asking?: Asking): Promise<Reply> {
    return this.call('DELETE', path, asking);
  }
}

export const row = (reply: Reply): Row => reply.body as Row;
export const rows = (reply: Reply): readonly Row[] => reply.body as readonly Row[];
/** The list in an envelope. */
export const listed = (reply: Reply, name: string): readonly Row[] => row(reply)[name] as readonly Row[];
export const ids = (list: readonly Row[]): readonly unknown[] => list.map(({ id }) => id);

export interface Stage {
  readonly service: TimesheetService;
  readonly store: TimesheetService['store'];
  readonly clock: Clock;
  /** As the administrator. */
  readonly api: Caller;
  readonly admin: Person;
  /** Somebody without any special right. */
  readonly member: Person;
  readonly as: (person: Person) => Caller;
  readonly client: (values?: Partial<Values<Client>>) => Client;
  readonly project: (values?: Partial<Values<Project>>) => Project;
  readonly task: (values?: Partial<Values<Task>>) => Task;
  readonly person: (values?: Partial<Values<Person>>) => Person;
  /** An hour and a half of the administrator on 2025-03-03 from 8:00 UTC on, unless told otherwise. */
  readonly entry: (values?: Partial<Values<Entry>>) => Entry;
}

const running: TimesheetService[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

/** A service with two people and what the test puts in it, at Wednesday noon. */
export async function stage(face: FaceName, options: StartOptions = {}): Promise<Stage> {
  const clock = options.clock ?? new Clock(NOON_MOMENT);
  const service = await startTimesheetService({ face, size: 'empty', limits: false, ...options, clock });
  running.push(service);
  const { store } = service;
  const admin = store.admin();
  const member = store.people.all().find(({ isAdmin }) => !isAdmin)!;
  const as = (person: Person): Caller => new Caller(service.url, service.credentialOf(person).headers);
  const start = Date.parse('2025-03-03T08:00:00Z');
  return {
    service,
    store,
    clock,
    admin,
    member,
    as,
    api: as(admin),
    client: (values) => store.clients.insert({ ...BLANK_CLIENT, name: 'Acme', ...values }),
    project: (values) => store.projects.insert({ ...BLANK_PROJECT, name: 'Website', ...values }),
    task: (values) =>
      store.tasks.insert({ projectId: null, name: 'Design', isActive: true, isBillable: true, ...values }),
    person: (values) =>
      store.people.insert({ ...BLANK_PERSON, firstName: 'Ada', lastName: 'Byte', email: 'ada@example.com', ...values }),
    entry: (values) =>
      store.entries.insert({
        ...BLANK_ENTRY,
        personId: admin.id,
        workDate: '2025-03-03',
        seconds: 5400,
        startedAt: start,
        endedAt: start + 5_400_000,
        description: 'wireframes',
        isBillable: true,
        ...values,
      }),
  };
}
