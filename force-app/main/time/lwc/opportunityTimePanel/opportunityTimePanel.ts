import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { toEntry, toInput, toPending, withEntry, without, type Entry, type EntryDraft } from 'c/entries';
import { reduceErrors } from 'c/reduceErrors';
import { fill, hoursText } from 'c/timeFormat';
import { start, subscribe, type TimerState } from 'c/timer';
import type TimeEntryForm from 'c/timeEntryForm';
import type TimeEntryList from 'c/timeEntryList';
import deleteEntry from '@salesforce/apex/OpportunityTimeController.deleteEntry';
import getEntries from '@salesforce/apex/OpportunityTimeController.getEntries';
import getPanel from '@salesforce/apex/OpportunityTimeController.getPanel';
import restoreEntry from '@salesforce/apex/OpportunityTimeController.restoreEntry';
import saveEntry from '@salesforce/apex/OpportunityTimeController.saveEntry';
import PROJECT from '@salesforce/schema/Project__c';
import type { EntryPage, SavedEntry, TimePanelView } from 'views/time';
import { LABELS } from './labels';

/** In a package the imported names carry its namespace; relationships can't be imported, so they borrow the prefix. */
const PREFIX = PROJECT.objectApiName.slice(0, -'Project__c'.length);
/** The platform names the Apex class that somebody may not call, in whatever language it says so. */
const CONTROLLER = 'OpportunityTimeController';
const MINE = 'mine';
const EVERYONE = 'everyone';

/** Opportunity record page: logs time, lists what is logged, and says how much is left of the budget. */
export default class OpportunityTimePanel extends NavigationMixin(LightningElement) {
  @api get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(value: string | undefined) {
    if (value !== this._recordId) {
      this._recordId = value;
      this.view = undefined;
      this.load().catch((error: unknown) => {
        this.error = error;
      });
    }
  }
  _recordId: string | undefined;

  view: TimePanelView | null | undefined;
  /** Why the panel could not be read. */
  error: unknown;
  entries: readonly Entry[] = [];
  hasMore = false;
  isReadingOlder = false;
  whose = EVERYONE;
  /** Why the last entry could not be saved. */
  problem: unknown;
  removed: { readonly id: string; readonly text: string } | undefined;
  announcement = '';
  isUndoNew = false;
  entriesUrl: string | undefined;
  projectsUrl: string | undefined;
  timer: TimerState | undefined;
  isStarting = false;
  refreshHandlerId = '';
  endTimer: () => void = () => undefined;
  pendingCount = 0;

  readonly labels = LABELS;
  readonly filterOptions = [
    { label: LABELS.everyone, value: EVERYONE },
    { label: LABELS.mine, value: MINE },
  ];

  override connectedCallback(): void {
    this.refreshHandlerId = registerRefreshHandler(this, async () => {
      await this.load();
      return true;
    });
    this.endTimer = subscribe((state) => {
      const logged = state.logged !== this.timer?.logged ? state.logged : undefined;
      this.timer = state;
      if (logged?.opportunityId === this.opportunityId) {
        this.takeLogged(toEntry(logged.entry));
      }
    });
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandlerId);
    this.endTimer();
  }

  /** The button that had the cursor is gone with its entry. */
  override renderedCallback(): void {
    if (this.isUndoNew && this.refs?.['undo']) {
      this.isUndoNew = false;
      (this.refs['undo'] as HTMLElement).focus();
    }
  }

  get opportunityId(): string {
    return this._recordId ?? '';
  }

  get hasNoAccess(): boolean {
    return !!this.view && !this.view.budget?.canSeeProjects && !this.view.canLog;
  }

  get isRefused(): boolean {
    return reduceErrors(this.error).some((text) => text.includes(CONTROLLER));
  }

  get mayStartTimer(): boolean {
    return this.mayLog && this.timer?.view?.canStart === true && !this.timer.view.isRunning;
  }

  get mayLog(): boolean {
    return !!this.view && this.view.canLog && (this.hasProjects || this.view.canCreateProject);
  }

  get hasProjects(): boolean {
    return (this.view?.projects.length ?? 0) > 0;
  }

  /** The first time: one sentence, and the form or who can help. */
  get projectHint(): string {
    if (!this.view || this.hasProjects || !this.view.canLog) {
      return '';
    }
    return this.view.canCreateProject ? this.labels.firstProject : this.labels.noProject;
  }

  /** Those who see their own entries only have nothing to choose. */
  get mayFilter(): boolean {
    return this.whose === MINE || this.entries.some(({ isMine }) => !isMine);
  }

  get hasNoEntries(): boolean {
    return this.entries.length === 0;
  }

  async load(): Promise<void> {
    const { opportunityId } = this;
    if (opportunityId === '') {
      return;
    }
    const view = await getPanel({ opportunityId, mineOnly: this.whose === MINE });
    if (opportunityId === this.opportunityId) {
      this.view = view;
      this.error = undefined;
      this.showPage(view?.entries, []);
      await this.linkNumbers(view?.budget?.canSeeProjects ?? false);
    }
  }

  async handleLog(event: CustomEvent<EntryDraft>): Promise<void> {
    const draft = event.detail;
    const pending = toPending(draft, `pending-${++this.pendingCount}`);
    this.entries = withEntry(this.entries, pending);
    this.form.startNext();
    const isSaved = await this.save(() => this.send(draft), pending, this.labels.logged);
    if (!isSaved) {
      this.entries = without(this.entries, pending.id);
      this.form.restore(draft);
    }
  }

  async handleChange(event: CustomEvent<EntryDraft>): Promise<void> {
    const draft = event.detail;
    const earlier = this.entries.find(({ id }) => id === draft.id);
    const pending = toPending(draft, draft.id, earlier);
    this.entries = withEntry(this.entries, pending);
    const isSaved = await this.save(() => this.send(draft), pending, this.labels.changed);
    if (!isSaved && earlier) {
      this.entries = withEntry(this.entries, earlier);
      this.list.edit(draft);
    }
  }

  async handleRemove(event: CustomEvent<{ readonly id: string }>): Promise<void> {
    const { id } = event.detail;
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) {
      return;
    }
    this.entries = without(this.entries, id);
    this.removed = undefined;
    const { opportunityId } = this;
    const isDeleted = await this.save(() => deleteEntry({ opportunityId, entryId: id }), entry, this.labels.deleted);
    if (isDeleted) {
      this.removed = { id, text: this.announcement };
      this.isUndoNew = true;
    } else {
      this.entries = withEntry(this.entries, entry);
    }
  }

  async handleUndo(): Promise<void> {
    const { removed, opportunityId } = this;
    if (removed) {
      this.removed = undefined;
      this.list.focusOn(removed.id);
      await this.save(() => restoreEntry({ opportunityId, entryId: removed.id }), undefined, this.labels.restored);
    }
  }

  async handleStartTimer(): Promise<void> {
    this.problem = undefined;
    this.isStarting = true;
    try {
      await start(this.opportunityId, '');
      this.announcement = fill(this.labels.timerStarted, this.timer?.view?.projectName ?? '');
    } catch (error) {
      this.problem = error;
    } finally {
      this.isStarting = false;
    }
  }

  async handleFilter(event: CustomEvent<{ readonly value: string }>): Promise<void> {
    this.whose = event.detail.value;
    await this.readPage([]);
  }

  async handleOlder(): Promise<void> {
    await this.readPage(this.entries.filter(({ isPending }) => !isPending));
  }

  handleEntries(): void {
    this[NavigationMixin.Navigate](this.relatedList('Time_Entries__r'));
  }

  handleProjects(): void {
    this[NavigationMixin.Navigate](this.relatedList('Timesheet_Projects__r'));
  }

  get form(): HTMLElement & TimeEntryForm {
    return this.refs?.['form'] as HTMLElement & TimeEntryForm;
  }

  get list(): HTMLElement & TimeEntryList {
    return this.refs?.['list'] as HTMLElement & TimeEntryList;
  }

  send(draft: EntryDraft): Promise<SavedEntry | null> {
    return saveEntry({ opportunityId: this.opportunityId, input: toInput(draft) });
  }

  /** Shows what the org answers in the place of what was shown meanwhile; false when it refused. */
  async save(call: () => Promise<SavedEntry | null>, shown: Entry | undefined, words: string): Promise<boolean> {
    this.problem = undefined;
    try {
      const { entry, budget } = (await call()) ?? {};
      const saved = entry ? toEntry(entry) : undefined;
      this.entries = without(this.entries, shown?.id ?? '');
      if (saved && (this.whose === EVERYONE || saved.isMine)) {
        this.entries = withEntry(this.entries, saved);
      }
      if (this.view && budget) {
        this.view = { ...this.view, budget, projects: this.projectsWith(saved) };
      }
      const told = saved ?? shown;
      this.announcement = fill(words, hoursText(told?.seconds ?? 0), told?.projectName ?? '');
      return true;
    } catch (error) {
      this.problem = error;
      return false;
    }
  }

  /** The first entry of an opportunity makes its project. */
  projectsWith(saved: Entry | undefined): TimePanelView['projects'] {
    const projects = this.view?.projects ?? [];
    return projects.length === 0 && saved
      ? [{ id: saved.projectId, name: saved.projectName, billableByDefault: saved.isBillable }]
      : projects;
  }

  /** The hours above the list are the org's; nothing else was asked yet when a timer stops. */
  takeLogged(entry: Entry): void {
    this.entries = withEntry(this.entries, entry);
    this.load().catch((error: unknown) => {
      this.problem = error;
    });
  }

  async readPage(before: readonly Entry[]): Promise<void> {
    const last = before.at(-1);
    this.isReadingOlder = true;
    this.problem = undefined;
    try {
      const page = await getEntries({
        opportunityId: this.opportunityId,
        mineOnly: this.whose === MINE,
        beforeDate: last?.workDate ?? null,
        beforeId: last?.id ?? null,
      });
      this.showPage(page, before);
    } catch (error) {
      this.problem = error;
    } finally {
      this.isReadingOlder = false;
    }
  }

  showPage(page: EntryPage | null | undefined, before: readonly Entry[]): void {
    this.entries = [...before, ...(page?.entries ?? []).map(toEntry)];
    this.hasMore = page?.hasMore ?? false;
  }

  /** Without addresses the numbers stay plain text; that is no reason to hide them. */
  async linkNumbers(canSeeProjects: boolean): Promise<void> {
    try {
      const generate = this[NavigationMixin.GenerateUrl].bind(this);
      this.entriesUrl = await generate(this.relatedList('Time_Entries__r'));
      this.projectsUrl = canSeeProjects ? await generate(this.relatedList('Timesheet_Projects__r')) : undefined;
    } catch {
      this.entriesUrl = undefined;
      this.projectsUrl = undefined;
    }
  }

  relatedList(relationship: string): PageReference {
    return {
      type: 'standard__recordRelationshipPage',
      attributes: {
        recordId: this.opportunityId,
        objectApiName: 'Opportunity',
        relationshipApiName: PREFIX + relationship,
        actionName: 'view',
      },
    };
  }
}
