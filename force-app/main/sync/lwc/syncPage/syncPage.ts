import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getConnections from '@salesforce/apex/SyncController.getConnections';
import getIssues from '@salesforce/apex/SyncController.getIssues';
import getMoreIssues from '@salesforce/apex/SyncController.getMoreIssues';
import getRuns from '@salesforce/apex/SyncController.getRuns';
import ACCOUNT from '@salesforce/schema/Account';
import PERSON from '@salesforce/schema/Person__c';
import TASK from '@salesforce/schema/Project_Task__c';
import PROJECT from '@salesforce/schema/Project__c';
import ENTRY from '@salesforce/schema/Time_Entry__c';
import { startPolling, type Polling } from 'c/poller';
import { reduceErrors } from 'c/reduceErrors';
import type { IssueGroupView, IssueRetryView, SyncConnectionView, SyncRunView } from 'views/sync';
import { outcomeText, performOnCause, performOnIssue, performOnRun, type IssueAction, type RunAction } from './actions';
import { labels } from './labels';

const RUNS_A_PAGE = 20;
// After that many readings a job in the background is left to the slow pace.
const READINGS_OF_JOB = 15;
const LISTS: Readonly<Record<string, { readonly objectApiName: string; readonly filterName: string }>> = {
  clients: { objectApiName: ACCOUNT.objectApiName, filterName: 'AllAccounts' },
  people: { objectApiName: PERSON.objectApiName, filterName: 'All' },
  projects: { objectApiName: PROJECT.objectApiName, filterName: 'All' },
  tasks: { objectApiName: TASK.objectApiName, filterName: 'All' },
  entries: { objectApiName: ENTRY.objectApiName, filterName: 'All' },
};

// What others wait for comes first among issues of one run.
const ORDER = Object.keys(LISTS);
const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/** Runs of all connections with their progress, and the issues they left. Reads again while a run goes on. */
export default class SyncPage extends NavigationMixin(LightningElement) {
  connections: readonly SyncConnectionView[] | null = null;
  groups: readonly IssueGroupView[] = [];
  runs: readonly SyncRunView[] = [];
  error: unknown = null;
  isBusy = false;
  announcement = '';
  runsOf = '';
  size = RUNS_A_PAGE;
  /** What the issues and the list of runs depend on; they are read again when it changes. */
  known = '';
  readingsOfJob = 0;
  polling: Polling | undefined;

  readonly labels = labels;

  override connectedCallback(): void {
    this.polling = startPolling(() => this.read());
  }

  override disconnectedCallback(): void {
    this.polling?.stop();
  }

  get isLoading(): boolean {
    return this.connections === null && this.error === null;
  }

  get isEmpty(): boolean {
    return this.connections?.length === 0;
  }

  get hasSeveral(): boolean {
    return (this.connections?.length ?? 0) > 1;
  }

  get hasNoIssues(): boolean {
    return this.groups.length === 0;
  }

  get hasRuns(): boolean {
    return this.runs.length > 0;
  }

  get hasMoreRuns(): boolean {
    return this.runs.length === this.size;
  }

  get connectionOptions(): readonly { readonly label: string; readonly value: string }[] {
    return (this.connections ?? []).map(({ id, name }) => ({ label: name ?? '', value: id ?? '' }));
  }

  get connectionName(): string {
    return this.connectionOptions.find(({ value }) => value === this.runsOf)?.label ?? '';
  }

  /** Reads where the runs are, and what they left when that has changed. Says whether one goes on. */
  async read(): Promise<boolean> {
    try {
      const connections = (await getConnections()) ?? [];
      this.connections = connections;
      this.error = null;
      this.runsOf ||= connections[0]?.id ?? '';
      const known = connections.map(({ run }) => [run?.id, run?.state, run?.failed].join()).join('|');
      if (known !== this.known || this.readingsOfJob > 0) {
        this.readingsOfJob = Math.max(0, this.readingsOfJob - 1);
        await this.readRest();
        this.known = known;
      }
      return this.readingsOfJob > 0 || connections.some(({ run }) => run?.isGoingOn === true);
    } catch (error: unknown) {
      this.error = error;
      return false;
    }
  }

  async readRest(): Promise<void> {
    const connectionId = this.runsOf;
    const [groups, runs] = await Promise.all([
      getIssues(),
      connectionId === '' ? [] : getRuns({ connectionId, size: this.size }),
    ]);
    this.groups = inOrder(await Promise.all((groups ?? []).map(withIssues)));
    this.runs = runs ?? [];
  }

  handleTryAgain(): void {
    this.polling?.now();
  }

  handleRunAction(event: CustomEvent<RunAction>): void {
    this.attempt(() => performOnRun(event.detail));
  }

  handleIssueAction(event: CustomEvent<IssueAction>): void {
    const { action, issueId, recordId } = event.detail;
    if (action === 'issue' || action === 'record') {
      this.open(action === 'issue' ? issueId : (recordId ?? ''));
      return;
    }
    this.attempt(async () => this.tell(await performOnIssue(event.detail)));
  }

  handleCauseAction(event: CustomEvent<{ readonly action: string; readonly key: string }>): void {
    const { action, key } = event.detail;
    const group = this.groups.find((one) => one.key === key);
    const { cause } = group ?? {};
    if (!group || !cause) {
      return;
    }
    if (action === 'more') {
      this.attempt(() => this.showMore(group));
    } else {
      this.attempt(async () => this.tell(await performOnCause(action, cause)));
    }
  }

  handleShowIssues(event: CustomEvent<{ readonly entity: string; readonly connectionId: string }>): void {
    const { entity, connectionId } = event.detail;
    const group =
      this.groups.find(({ cause }) => cause?.entity === entity && cause.connectionId === connectionId) ??
      this.groups[0];
    const target = group
      ? this.template?.querySelector<HTMLElement>(`[data-key="${group.key}"]`)
      : (this.refs?.['issues'] as HTMLElement | undefined);
    target?.scrollIntoView({ block: 'start' });
    target?.focus();
  }

  handleShowRecords(event: CustomEvent<{ readonly entity: string }>): void {
    const list = LISTS[event.detail.entity];
    if (list) {
      this[NavigationMixin.Navigate]({
        type: 'standard__objectPage',
        attributes: { objectApiName: list.objectApiName, actionName: 'list' },
        state: { filterName: list.filterName },
      });
    }
  }

  handleOpenRun(event: CustomEvent<{ readonly id: string }>): void {
    this.open(event.detail.id);
  }

  handleConnection(event: CustomEvent<{ readonly value: string }>): void {
    this.runsOf = event.detail.value;
    this.size = RUNS_A_PAGE;
    this.attempt(() => this.readRest());
  }

  handleMoreRuns(): void {
    this.size += RUNS_A_PAGE;
    this.attempt(() => this.readRest());
  }

  open(recordId: string): void {
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }

  async showMore(group: IssueGroupView): Promise<void> {
    const more = (await getMoreIssues({ cause: group.cause ?? null, skip: group.issues.length })) ?? [];
    // One that came up meanwhile moves the others on, so that some come twice.
    const shown = new Set(group.issues.map(({ id }) => id));
    const issues = [...group.issues, ...more.filter(({ id }) => !shown.has(id))];
    this.groups = this.groups.map((one) => (one.key === group.key ? { ...one, issues } : one));
  }

  tell(outcome: IssueRetryView | null): void {
    this.announcement = outcomeText(outcome);
    if ((outcome?.queued ?? 0) > 0) {
      this.readingsOfJob = READINGS_OF_JOB;
    }
    this.known = '';
  }

  /** Does something and looks what came of it. One thing at a time. */
  attempt(action: () => Promise<void>): void {
    this.isBusy = true;
    this.announcement = '';
    action()
      .catch((error: unknown) => {
        const [message = labels.notDone] = reduceErrors(error);
        this.dispatchEvent(new ShowToastEvent({ title: labels.title, message, variant: 'error' }));
      })
      .finally(() => {
        this.isBusy = false;
        this.polling?.now();
      })
      .catch(() => undefined);
  }
}

/** The newest issues may be all of other causes; each cause shows some of its own. */
async function withIssues(group: IssueGroupView): Promise<IssueGroupView> {
  if (group.issues.length > 0) {
    return group;
  }
  return { ...group, issues: (await getMoreIssues({ cause: group.cause ?? null, skip: 0 })) ?? [] };
}

function inOrder(groups: readonly IssueGroupView[]): readonly IssueGroupView[] {
  const minuteOf = ({ newest }: IssueGroupView): string => (newest ?? '').slice(0, MINUTE);
  const placeOf = ({ cause }: IssueGroupView): number => ORDER.indexOf(cause?.entity ?? '');
  return [...groups].sort((a, b) => minuteOf(b).localeCompare(minuteOf(a)) || placeOf(a) - placeOf(b));
}
