/**
 * What every timesheet service knows, in one form: each vendor face shows these rows in its own words. Ids are whole
 * numbers from one sequence over all tables, so that a face may show two kinds in one list (Redmine's projects).
 */
export interface Row {
  readonly id: number;
  /** Milliseconds since 1970, as the service's clock had it. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** 1 when created, one more with every change. */
  readonly version: number;
}
type Texts = Readonly<Record<string, string>>;

export interface Client extends Row {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly industry: string | null;
  readonly currency: string;
  readonly note: string | null;
  readonly copiesTo: readonly string[];
  readonly isArchived: boolean;
  readonly externalKey: string | null;
}

export type ProjectStatus = 'active' | 'onHold' | 'completed' | 'cancelled';

export interface Project extends Row {
  readonly clientId: number | null;
  /** A project above this one; only Redmine has such trees. */
  readonly parentId: number | null;
  readonly name: string;
  readonly code: string | null;
  readonly status: ProjectStatus;
  readonly isArchived: boolean;
  readonly isBillable: boolean;
  readonly isPublic: boolean;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly budgetSeconds: number | null;
  /** Minor units, as all money here. */
  readonly budgetAmount: number | null;
  readonly hourlyRate: number | null;
  readonly currency: string;
  readonly color: string;
  readonly note: string | null;
  readonly externalKey: string | null;
}

/** A kind of work: of one project, or of all (an activity). */
export interface Task extends Row {
  readonly projectId: number | null;
  readonly name: string;
  readonly isActive: boolean;
  readonly isBillable: boolean;
}

export interface Person extends Row {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly title: string | null;
  readonly timeZone: string;
  readonly isActive: boolean;
  readonly isAdmin: boolean;
  readonly weeklySeconds: number;
  readonly hourlyRate: number | null;
}

export interface Entry extends Row {
  readonly personId: number;
  readonly projectId: number | null;
  /** A task of the project. */
  readonly taskId: number | null;
  /** A task of all projects. */
  readonly activityId: number | null;
  /** The day in the person's zone. */
  readonly workDate: string;
  /** Worked so far; a running timer adds what has passed since `timerStartedAt`. */
  readonly seconds: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly timerStartedAt: number | null;
  readonly description: string | null;
  readonly isBillable: boolean;
  readonly isApproved: boolean;
  readonly isInvoiced: boolean;
  readonly hourlyRate: number | null;
  readonly tags: readonly string[];
  readonly custom: Texts;
  readonly externalReference: Texts | null;
  readonly externalKey: string | null;
}

export interface Tag extends Row {
  readonly name: string;
  readonly isArchived: boolean;
}

/** An address that one face tells about changes. */
export interface Webhook extends Row {
  readonly face: string;
  readonly name: string;
  readonly url: string;
  /** In the face's own words. */
  readonly events: readonly string[];
  readonly secret: string;
  /** Still good beside the new one for a while after a rotation. */
  readonly earlierSecret: string | null;
  readonly ownerId: number;
  readonly isEnabled: boolean;
  readonly validationCode: string | null;
  readonly validatedAt: number | null;
  readonly details: Texts;
}

export interface Rows {
  readonly clients: Client;
  readonly projects: Project;
  readonly tasks: Task;
  readonly people: Person;
  readonly entries: Entry;
  readonly tags: Tag;
  readonly webhooks: Webhook;
}
export type Kind = keyof Rows;
export const KINDS: readonly Kind[] = ['clients', 'projects', 'tasks', 'people', 'entries', 'tags', 'webhooks'];

export type Values<T extends Row> = Omit<T, keyof Row>;
export type Action = 'created' | 'updated' | 'deleted';

export interface Change {
  readonly kind: Kind;
  readonly action: Action;
  readonly row: Row;
  /** As it was before an update. */
  readonly earlier: Row | undefined;
  readonly at: number;
}
export interface Tombstone {
  readonly kind: Kind;
  readonly row: Row;
  readonly deletedAt: number;
}

/** What is a choice of the account at the vendor, not of the caller. */
export interface Settings {
  /** Harvest: entries have clock times, not hours. */
  readonly harvestTimestampTimers: boolean;
  /** Harvest: "8:00am" or "08:00". */
  readonly harvestClock: '12h' | '24h';
  /** Clockify: lists of projects carry `clientId`; the published schema of the list has it not. */
  readonly clockifyListsClientId: boolean;
  /** solidtime: refuses entries of one member that overlap. */
  readonly solidtimeForbidsOverlaps: boolean;
  readonly redmineVersion: string;
  readonly redmineRestEnabled: boolean;
  readonly redmineLoginRequired: boolean;
  /** Redmine: an activity stands in where none is sent. */
  readonly redmineHasDefaultActivity: boolean;
}
export const DEFAULT_SETTINGS: Settings = {
  harvestTimestampTimers: false,
  harvestClock: '12h',
  clockifyListsClientId: true,
  solidtimeForbidsOverlaps: false,
  redmineVersion: '5.0.4',
  redmineRestEnabled: true,
  redmineLoginRequired: false,
  redmineHasDefaultActivity: false,
};
