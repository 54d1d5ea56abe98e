import { LightningElement, api } from 'lwc';
import type { Entry } from 'c/entries';
import { fill, hoursText } from 'c/timeFormat';
import unitLabel from '@salesforce/label/c.Budget_Hours_Unit';
import billableLabel from '@salesforce/label/c.Entry_Billable';
import editLabel from '@salesforce/label/c.Entry_Edit';
import editThisLabel from '@salesforce/label/c.Entry_Edit_This';
import notBillableLabel from '@salesforce/label/c.Entry_Not_Billable';
import removeLabel from '@salesforce/label/c.Entry_Remove';
import removeThisLabel from '@salesforce/label/c.Entry_Remove_This';
import savingLabel from '@salesforce/label/c.Entry_Saving';
import approvedLabel from '@salesforce/label/c.Entry_Status_Approved';
import invoicedLabel from '@salesforce/label/c.Entry_Status_Invoiced';
import rejectedLabel from '@salesforce/label/c.Entry_Status_Rejected';
import submittedLabel from '@salesforce/label/c.Entry_Status_Submitted';
import untitledLabel from '@salesforce/label/c.Entry_Untitled';
import youLabel from '@salesforce/label/c.Entry_You';

/** A draft is what an entry is anyhow, so it goes without saying. */
const STATUSES: Readonly<Record<string, string>> = {
  Submitted: submittedLabel,
  Approved: approvedLabel,
  Rejected: rejectedLabel,
  Invoiced: invoicedLabel,
};

/** One time entry with its actions. Intent goes out as `edit` and `remove`, each with the entry's id. */
export default class TimeEntryRow extends LightningElement {
  @api entry!: Entry;
  /** Whether to name the project: with several on the page it says where the hours went. */
  @api showProject = false;

  readonly labels = { edit: editLabel, remove: removeLabel };

  get hours(): string {
    return `${hoursText(this.entry.seconds)} ${unitLabel}`;
  }

  get what(): string {
    return this.entry.description || this.entry.taskName || untitledLabel;
  }

  get facts(): readonly string[] {
    const { projectName, taskName, description, isBillable, isMine, personName } = this.entry;
    const facts = [
      this.showProject ? projectName : '',
      description === '' ? '' : taskName,
      isBillable ? billableLabel : notBillableLabel,
      isMine ? youLabel : personName,
    ];
    return facts.filter((fact) => fact !== '');
  }

  get status(): string {
    return this.entry.isPending ? savingLabel : (STATUSES[this.entry.status] ?? '');
  }

  get mayChange(): boolean {
    return this.entry.isEditable && !this.entry.isPending;
  }

  get rowClass(): string {
    return this.entry.isPending ? 'row pending' : 'row';
  }

  /** Of many edit buttons each says what it edits. */
  get editLabel(): string {
    return fill(editThisLabel, this.hours, this.what);
  }

  get removeLabel(): string {
    return fill(removeThisLabel, this.hours, this.what);
  }

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-action="edit"]')?.focus();
  }

  handleEdit(): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: { id: this.entry.id } }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('remove', { detail: { id: this.entry.id } }));
  }
}
