import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import addLabel from '@salesforce/label/c.Week_Entry_Add';
import newLabel from '@salesforce/label/c.Week_Entry_New';
import billableLabel from '@salesforce/label/c.Week_Entry_Billable';
import cancelLabel from '@salesforce/label/c.Week_Cancel';
import closedLabel from '@salesforce/label/c.Week_Cell_Closed';
import deleteLabel from '@salesforce/label/c.Week_Entry_Delete';
import noteLabel from '@salesforce/label/c.Week_Cell_Note';
import saveLabel from '@salesforce/label/c.Week_Entry_Save';
import { clockText, fill } from 'c/timeFormat';
import type { EntryView } from 'views/time';

/** What was entered for one entry of the cell; without an id it is added, with 0 seconds it goes. */
export interface EntryEdit {
  readonly entryId: string | null;
  readonly seconds: number;
  readonly description: string;
  readonly isBillable: boolean;
}

interface Item {
  readonly key: string;
  readonly entry: EntryView | null;
  readonly title: string;
  readonly seconds: number;
  readonly description: string;
  readonly isBillable: boolean;
  readonly isOpen: boolean;
  readonly duration: string;
}

interface DurationField extends HTMLElement {
  read(): { readonly seconds: number } | null;
}

/** The entries of a cell with their notes. Closes with the list of what was changed, or with nothing. */
export default class WeekCellEditor extends LightningModal {
  @api heading = '';
  @api entries: readonly EntryView[] = [];
  /** The closed period of the day; empty while it is open. */
  @api closedPeriod = '';
  @api isReadOnly = false;
  /** Whether added time starts as billed to nobody. */
  @api isInternal = false;
  /** What is typed in the cell and not saved yet. */
  @api seconds = 0;

  items: readonly Item[] = [];
  removed: readonly string[] = [];
  additions = 0;
  isFocused = false;

  readonly labels = {
    add: addLabel,
    billable: billableLabel,
    cancel: cancelLabel,
    delete: deleteLabel,
    note: noteLabel,
    save: saveLabel,
  };

  override connectedCallback(): void {
    super.connectedCallback?.();
    this.items = this.entries.map((entry) => this.itemOf(entry));
    if (this.items.length === 0 && this.canAdd) {
      this.add(this.seconds);
    }
  }

  /** The window opens for the note of a cell, or for the hours of one that has none. */
  override renderedCallback(): void {
    const [item] = this.items;
    if (!this.isFocused && item?.isOpen) {
      this.isFocused = true;
      const name = item.seconds > 0 ? 'note' : 'duration';
      const field = this.template?.querySelector<HTMLElement>(`[data-field="${name}"]`);
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the window takes the focus itself when it is drawn
      requestAnimationFrame(() => field?.focus());
    }
  }

  get canAdd(): boolean {
    return this.closedPeriod === '' && !this.isReadOnly;
  }

  /** A first entry is there to be filled; another one is offered beside what is saved. */
  get canAddMore(): boolean {
    return this.canAdd && this.entries.length > 0;
  }

  get canSave(): boolean {
    return this.removed.length > 0 || this.items.some(({ isOpen }) => isOpen);
  }

  get closedText(): string {
    return this.closedPeriod === '' ? '' : fill(closedLabel, this.closedPeriod);
  }

  itemOf(entry: EntryView): Item {
    return {
      key: entry.id ?? '',
      entry,
      title: [entry.name, entry.status].filter(Boolean).join(' · '),
      seconds: entry.seconds ?? 0,
      description: entry.description ?? '',
      isBillable: entry.billable ?? true,
      isOpen: this.canAdd && entry.editable === true,
      duration: clockText(entry.seconds ?? 0),
    };
  }

  handleAdd(): void {
    this.add(0);
  }

  add(seconds: number): void {
    this.additions += 1;
    const key = `new-${this.additions}`;
    const item = { key, entry: null, title: newLabel, seconds, description: '', isBillable: !this.isInternal };
    this.items = [...this.items, { ...item, isOpen: true, duration: '' }];
  }

  handleDelete(event: Event): void {
    const { key } = (event.target as HTMLElement).dataset;
    this.removed = [
      ...this.removed,
      ...this.items.filter((item) => item.key === key && item.entry).map(() => key ?? ''),
    ];
    this.items = this.items.filter((item) => item.key !== key);
  }

  handleCancel(): void {
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- typed as a promise, but returns nothing
    this.close(undefined);
  }

  /** Nothing is saved while one duration can't be read: its field says why. */
  handleSave(): void {
    const edits = this.items.filter(({ isOpen }) => isOpen).map((item) => this.editOf(item));
    if (edits.every((edit) => edit !== null)) {
      const removals = this.removed.map((entryId) => ({ entryId, seconds: 0, description: '', isBillable: true }));
      // eslint-disable-next-line @typescript-eslint/no-floating-promises -- typed as a promise, but returns nothing
      this.close([...removals, ...edits]);
    }
  }

  editOf(item: Item): EntryEdit | null {
    const field = <Field extends HTMLElement>(name: string): Field | null | undefined =>
      this.template?.querySelector<Field>(`[data-field="${name}"][data-key="${item.key}"]`);
    const duration = field<DurationField>('duration')?.read() ?? null;
    if (duration === null) {
      return null;
    }
    return {
      entryId: item.entry?.id ?? null,
      seconds: duration.seconds,
      description: field<HTMLTextAreaElement>('note')?.value ?? '',
      isBillable: field<HTMLInputElement>('billable')?.checked ?? true,
    };
  }
}

/** What the window needs to know of its cell. */
export type CellToEdit = Partial<
  Pick<WeekCellEditor, 'heading' | 'entries' | 'closedPeriod' | 'isReadOnly' | 'isInternal' | 'seconds'>
>;

/** Opens the window; answers what was changed, or undefined where it was left without saving. */
export function openCellEditor(cell: CellToEdit, label: string): Promise<readonly EntryEdit[] | undefined> {
  // The type declarations of the module lack its one static method.
  const modal = WeekCellEditor as unknown as { open(options: object): Promise<readonly EntryEdit[] | undefined> };
  return modal.open({ ...cell, size: 'small', label });
}
