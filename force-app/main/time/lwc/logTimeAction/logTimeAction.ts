import { LightningElement, api, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { getFieldValue, getRecord, type RecordData } from 'lightning/uiRecordApi';
import { toInput, type EntryDraft } from 'c/entries';
import { reduceErrors } from 'c/reduceErrors';
import type TimeEntryForm from 'c/timeEntryForm';
import { fill, hoursText } from 'c/timeFormat';
import getPanel from '@salesforce/apex/OpportunityTimeController.getPanel';
import saveEntry from '@salesforce/apex/OpportunityTimeController.saveEntry';
import saveProjectEntry from '@salesforce/apex/ProjectTimeController.saveEntry';
import noAccessLabel from '@salesforce/label/c.Budget_No_Access';
import loggedLabel from '@salesforce/label/c.Entry_Logged';
import titleLabel from '@salesforce/label/c.Entry_Log_Time';
import notSavedLabel from '@salesforce/label/c.Entry_Not_Saved';
import noProjectLabel from '@salesforce/label/c.Panel_No_Project';
import PROJECT from '@salesforce/schema/Project__c';
import BILLABLE from '@salesforce/schema/Project__c.Billable_by_Default__c';
import DEFAULT_TASK from '@salesforce/schema/Project__c.Default_Task__c';
import NAME from '@salesforce/schema/Project__c.Name';
import type { EntryView, ProjectChoice, TaskChoice, TimePanelView } from 'views/time';
import type { WireResult } from 'wire';

/** The platform names the Apex class that somebody may not call, in whatever language it says so. */
const CONTROLLER = /\b\w+TimeController\b/;

/**
 * Quick action on Opportunities and projects: one time entry. A project is read through Lightning Data Service; an
 * Opportunity needs Apex, which finds its projects. Apex saves, because it makes the user's person on first use.
 */
export default class LogTimeAction extends LightningElement {
  @api get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(value: string | undefined) {
    this._recordId = value;
    this.read();
  }
  @api get objectApiName(): string | undefined {
    return this._objectApiName;
  }
  set objectApiName(value: string | undefined) {
    this._objectApiName = value;
    this.read();
  }
  _recordId: string | undefined;
  _objectApiName: string | undefined;

  /** Set for a project only: a wire waits as long as its id is missing. */
  projectId: string | undefined;
  view: TimePanelView | null | undefined;
  project: ProjectChoice | undefined;
  problem: unknown;
  isFocused = false;

  readonly labels = {
    noAccess: noAccessLabel,
    noProject: noProjectLabel,
    notSaved: notSavedLabel,
    title: titleLabel,
  };

  @wire(getRecord, { recordId: '$projectId', fields: [NAME], optionalFields: [DEFAULT_TASK, BILLABLE] } as const)
  receiveProject({ data, error }: WireResult<RecordData>): void {
    if (data) {
      this.project = {
        id: this.projectId ?? '',
        name: text(getFieldValue(data, NAME)),
        defaultTaskId: text(getFieldValue(data, DEFAULT_TASK)),
        billableByDefault: getFieldValue(data, BILLABLE) !== false,
      };
    }
    this.problem = error;
  }

  override renderedCallback(): void {
    if (!this.isFocused && this.form) {
      this.isFocused = true;
      this.form.focus();
    }
  }

  get form(): (HTMLElement & TimeEntryForm) | undefined {
    return this.refs?.['form'] as (HTMLElement & TimeEntryForm) | undefined;
  }

  get isProject(): boolean {
    return this._objectApiName === PROJECT.objectApiName;
  }

  get projects(): readonly ProjectChoice[] {
    return this.project ? [this.project] : (this.view?.projects ?? []);
  }

  get tasks(): readonly TaskChoice[] {
    return this.view?.tasks ?? [];
  }

  get mayLogForOthers(): boolean {
    return this.view?.canLogForOthers ?? false;
  }

  get isReady(): boolean {
    const { view } = this;
    return this.project !== undefined || (!!view?.canLog && (view.projects.length > 0 || view.canCreateProject));
  }

  get hasNoProject(): boolean {
    return this.view?.canLog === true;
  }

  get shownProblem(): unknown {
    return this.isRefused ? undefined : this.problem;
  }

  get isRefused(): boolean {
    return this.view?.canLog === false || reduceErrors(this.problem).some((one) => CONTROLLER.test(one));
  }

  /** The platform sets both properties one after the other, and neither before the component is made. */
  read(): void {
    if (!this._recordId || !this._objectApiName) {
      return;
    }
    if (this.isProject) {
      this.projectId = this._recordId;
      return;
    }
    getPanel({ opportunityId: this._recordId, mineOnly: true }).then(
      (view) => {
        this.view = view;
      },
      (problem: unknown) => {
        this.problem = problem;
      },
    );
  }

  async handleSave(event: CustomEvent<EntryDraft>): Promise<void> {
    this.problem = undefined;
    try {
      const entry = await this.save(event.detail);
      const message = fill(loggedLabel, hoursText(entry?.seconds ?? 0), entry?.projectName ?? '');
      this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
      this.dispatchEvent(new RefreshEvent());
      this.dispatchEvent(new CloseActionScreenEvent());
    } catch (problem) {
      this.problem = problem;
      this.form?.focus();
    }
  }

  async save(draft: EntryDraft): Promise<EntryView | null | undefined> {
    const input = toInput(draft);
    if (this.isProject) {
      return saveProjectEntry({ input });
    }
    const saved = await saveEntry({ opportunityId: this._recordId ?? '', input });
    return saved?.entry;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
