/** The rows of one timesheet account, what was deleted from it, and who is told about changes. */
import { type Clock } from './clock.ts';
import {
  DEFAULT_SETTINGS,
  KINDS,
  type Action,
  type Change,
  type Client,
  type Entry,
  type Kind,
  type Person,
  type Project,
  type Row,
  type Rows,
  type Settings,
  type Tag,
  type Task,
  type Tombstone,
  type Webhook,
} from './model.ts';
import { Table } from './table.ts';

export interface StoreState {
  readonly format: 1;
  readonly name: string;
  readonly seed: number;
  readonly size: string;
  readonly lastId: number;
  readonly beganAt: number;
  readonly settings: Settings;
  readonly rows: { readonly [K in Kind]: readonly Rows[K][] };
  readonly tombstones: readonly Tombstone[];
  readonly remembered: readonly (readonly [string, Remembered])[];
}
/** An answer that is given again to whoever repeats a creation. */
export interface Remembered {
  readonly hash: string;
  readonly at: number;
  readonly answer: string;
}
export interface StoreOptions {
  readonly clock: Clock;
  readonly name: string;
  readonly seed: number;
  readonly size: string;
}

export class Store {
  readonly clock: Clock;
  readonly name: string;
  readonly seed: number;
  readonly size: string;
  readonly clients: Table<Client>;
  readonly projects: Table<Project>;
  readonly tasks: Table<Task>;
  readonly people: Table<Person>;
  readonly entries: Table<Entry>;
  readonly tags: Table<Tag>;
  readonly webhooks: Table<Webhook>;
  readonly tombstones: Tombstone[] = [];
  /** By caller, path and key. */
  readonly remembered = new Map<string, Remembered>();
  readonly #listeners: ((change: Change) => void)[] = [];
  settings: Settings = DEFAULT_SETTINGS;
  /** When the account was opened; tokens count their age from here. */
  beganAt: number;
  #lastId = 0;

  constructor({ clock, name, seed, size }: StoreOptions) {
    this.clock = clock;
    this.name = name;
    this.seed = seed;
    this.size = size;
    this.beganAt = clock.now();
    this.clients = this.#table('clients');
    this.projects = this.#table('projects');
    this.tasks = this.#table('tasks');
    this.people = this.#table('people');
    this.entries = this.#table('entries');
    this.tags = this.#table('tags');
    this.webhooks = this.#table('webhooks');
  }

  #table<K extends Kind>(kind: K): Table<Rows[K]> {
    return new Table<Rows[K]>({
      nextId: () => (this.#lastId += 1),
      now: () => this.clock.now(),
      changed: (action, row, earlier) => {
        this.#changed(kind, action, row, earlier);
      },
    });
  }
  #changed(kind: Kind, action: Action, row: Row, earlier: Row | undefined): void {
    const at = this.clock.now();
    if (action === 'deleted') {
      this.tombstones.push({ kind, row, deletedAt: at });
    }
    for (const listener of this.#listeners) {
      listener({ kind, action, row, earlier, at });
    }
  }
  /** Rows made before anybody listens, such as seeded ones, are told to nobody. */
  listen(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  now(): number {
    return this.clock.now();
  }
  admin(): Person {
    const admin = this.people.all().find(({ isAdmin, isActive }) => isAdmin && isActive);
    if (admin === undefined) {
      throw new Error('The account has no active administrator');
    }
    return admin;
  }
  /** The client of what an entry is on. */
  clientOf(entry: Entry): Client | undefined {
    return this.clients.get(this.projects.get(entry.projectId)?.clientId);
  }
  tombstonesOf<K extends Kind>(kind: K): readonly { readonly row: Rows[K]; readonly deletedAt: number }[] {
    return this.tombstones.filter((tombstone) => tombstone.kind === kind) as {
      readonly row: Rows[K];
      readonly deletedAt: number;
      readonly kind: Kind;
    }[];
  }

  /** Takes its entries and tasks along, or leaves the entries without a project. */
  deleteProject(id: number, entries: 'delete' | 'unassign' = 'delete'): void {
    for (const child of this.projects.filter(({ parentId }) => parentId === id)) {
      this.deleteProject(child.id, entries);
    }
    for (const entry of this.entries.filter(({ projectId }) => projectId === id)) {
      if (entries === 'delete') {
        this.entries.delete(entry.id);
      } else {
        this.entries.update(entry.id, { projectId: null, taskId: null });
      }
    }
    for (const task of this.tasks.filter(({ projectId }) => projectId === id)) {
      this.tasks.delete(task.id);
    }
    this.projects.delete(id);
  }

  state(): StoreState {
    const rows = Object.fromEntries(KINDS.map((kind) => [kind, this[kind].all()])) as unknown as StoreState['rows'];
    const { name, seed, size, beganAt, settings, tombstones } = this;
    const remembered = [...this.remembered];
    return { format: 1, name, seed, size, lastId: this.#lastId, beganAt, settings, rows, tombstones, remembered };
  }
  static restore(state: StoreState, clock: Clock): Store {
    const store = new Store({ clock, name: state.name, seed: state.seed, size: state.size });
    store.#lastId = state.lastId;
    store.beganAt = state.beganAt;
    store.settings = { ...DEFAULT_SETTINGS, ...state.settings };
    for (const kind of KINDS) {
      const table = store[kind] as Table<Row>;
      for (const row of state.rows[kind]) {
        table.restore(row);
      }
    }
    for (const tombstone of state.tombstones) {
      store.tombstones.push(tombstone);
    }
    for (const [name, answer] of state.remembered) {
      store.remembered.set(name, answer);
    }
    return store;
  }
}
