import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import clients from '@salesforce/label/c.Entity_Clients';
import entries from '@salesforce/label/c.Entity_Entries';
import people from '@salesforce/label/c.Entity_People';
import projects from '@salesforce/label/c.Entity_Projects';
import tasks from '@salesforce/label/c.Entity_Tasks';
import importing from '@salesforce/label/c.Run_Kind_Import';
import pull from '@salesforce/label/c.Run_Kind_Pull';
import push from '@salesforce/label/c.Run_Kind_Push';
import reconcile from '@salesforce/label/c.Run_Kind_Reconcile';
import undo from '@salesforce/label/c.Run_Kind_Undo';
import cancelled from '@salesforce/label/c.Run_State_Cancelled';
import completed from '@salesforce/label/c.Run_State_Completed';
import failed from '@salesforce/label/c.Run_State_Failed';
import paused from '@salesforce/label/c.Run_State_Paused';
import queued from '@salesforce/label/c.Run_State_Queued';
import running from '@salesforce/label/c.Run_State_Running';
import waiting from '@salesforce/label/c.Run_State_Waiting';
import withIssues from '@salesforce/label/c.Run_State_With_Issues';

export { causeText } from './causes';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

const ENTITIES: Readonly<Record<string, string>> = { clients, people, projects, tasks, entries };
const KINDS: Readonly<Record<string, string>> = {
  Import: importing,
  Pull: pull,
  Push: push,
  Reconcile: reconcile,
  Undo: undo,
};
const STATES: Readonly<Record<string, string>> = {
  Queued: queued,
  Running: running,
  Waiting: waiting,
  Paused: paused,
  Completed: completed,
  'Completed With Issues': withIssues,
  Failed: failed,
  Cancelled: cancelled,
};

export function entityText(entity: string): string {
  return ENTITIES[entity] ?? entity;
}

export function kindText(kind: string): string {
  return KINDS[kind] ?? kind;
}

export function stateText(state: string): string {
  return STATES[state] ?? state;
}

/** How long something takes, in the two largest units that say enough: `45 sec`, `12 min`, `2 hr 5 min`. */
export function lengthText(seconds: number): string {
  if (seconds < SECONDS_PER_MINUTE) {
    return unitText(Math.round(seconds), 'second');
  }
  const minutes = Math.round((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
  if (seconds < SECONDS_PER_HOUR) {
    return unitText(Math.round(seconds / SECONDS_PER_MINUTE), 'minute');
  }
  const hours = unitText(Math.floor(seconds / SECONDS_PER_HOUR), 'hour');
  return minutes === 0 ? hours : `${hours} ${unitText(minutes, 'minute')}`;
}

/** The time of day in the user's time zone: `10:47 AM`. */
export function clockTimeText(isoMoment: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(Date.parse(isoMoment));
}

function unitText(value: number, unit: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
