import { LightningElement, api } from 'lwc';
import { byDay, type Entry, type EntryDraft } from 'c/entries';
import type TimeEntryRow from 'c/timeEntryRow';
import { dayText, hoursText, today } from 'c/timeFormat';
import unitLabel from '@salesforce/label/c.Budget_Hours_Unit';
import type { ProjectChoice, TaskChoice } from 'views/time';

interface DayRow {
  readonly entry: Entry;
  readonly isEdited: boolean;
  readonly draft: EntryDraft | undefined;
}
interface DayView {
  readonly date: string;
  readonly title: string;
  readonly hours: string;
  readonly rows: readonly DayRow[];
}

/** Time entries by day, of which one at a time turns into a form. Emits its `save`, and `remove` with an entry's id. */
export default class TimeEntryList extends LightningElement {
  @api entries: readonly Entry[] = [];
  @api projects: readonly ProjectChoice[] = [];
  @api tasks: readonly TaskChoice[] = [];
  /** Whether older entries follow: the last day may then go on, and has no sum yet. */
  @api hasMore = false;

  editedId = '';
  draft: EntryDraft | undefined;
  focusId = '';

  /** Opens an entry's form again with what could not be saved. */
  @api edit(draft: EntryDraft): void {
    this.editedId = draft.id;
    this.draft = draft;
  }

  /** Ends editing; the cursor goes back to the entry. */
  @api close(): void {
    this.focusId = this.editedId;
    this.editedId = '';
    this.draft = undefined;
  }

  /** Puts the cursor on an entry that has just come back. */
  @api focusOn(id: string): void {
    this.focusId = id;
  }

  override renderedCallback(): void {
    if (this.focusId !== '') {
      const row = this.template?.querySelector<HTMLElement & TimeEntryRow>(`[data-id="${this.focusId}"]`);
      if (row) {
        this.focusId = '';
        row.focus();
      }
    }
  }

  get showProject(): boolean {
    return new Set(this.entries.map(({ projectId }) => projectId)).size > 1;
  }

  get days(): readonly DayView[] {
    const now = today();
    return byDay(this.entries).map(({ date, seconds, entries }, position, days) => ({
      date,
      title: dayText(date, now),
      hours: this.hasMore && position === days.length - 1 ? '' : `${hoursText(seconds)} ${unitLabel}`,
      rows: entries.map((entry) => ({ entry, isEdited: entry.id === this.editedId, draft: this.draft })),
    }));
  }

  handleEdit(event: CustomEvent<{ readonly id: string }>): void {
    this.editedId = event.detail.id;
    this.draft = undefined;
  }

  handleCancel(): void {
    this.close();
  }

  handleSave(event: CustomEvent<EntryDraft>): void {
    this.close();
    this.dispatchEvent(new CustomEvent('save', { detail: event.detail }));
  }

  handleRemove(event: CustomEvent<{ readonly id: string }>): void {
    this.dispatchEvent(new CustomEvent('remove', { detail: event.detail }));
  }
}
