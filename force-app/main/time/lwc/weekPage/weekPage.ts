import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getWeek from '@salesforce/apex/WeekController.getWeek';
import saveCells from '@salesforce/apex/WeekController.saveCells';
import setFavorite from '@salesforce/apex/WeekController.setFavorite';
import PROJECT from '@salesforce/schema/Project__c';
import { reduceErrors } from 'c/reduceErrors';
import { today } from 'c/timeFormat';
import { openCellEditor } from 'c/weekCellEditor';
import { addDays, DAYS_OF_WEEK, daysOf, rangeText, startOfWeek, type Day } from 'c/weekDates';
import type { CellEdit } from 'c/weekGrid';
import { rowKeyOf, rowsOf, type Cell, type Draft, type Row, type RowSource } from 'c/weekModel';
import { WeekSaver, type SaveState } from 'c/weekSaver';
import type { EntryView, SavedWeek, WeekView } from 'views/time';
import { keepAddedRows, readAddedRows } from './addedRows';
import { closedDaysOf, copiedDrafts, entriesAfter, favoritesOf, sourcesOf } from './content';
import { editedDrafts, isSaved, typedDraft } from './drafts';
import { labels } from './labels';

const CONTROLLER = 'WeekController';

interface CellEvent {
  readonly rowKey: string;
  readonly column: number;
}

interface Grid extends HTMLElement {
  focusRow(rowKey: string, column?: number): void;
}

interface AddRow extends HTMLElement {
  chooseTask(projectId: string): Promise<void>;
}

/** A week of one's own time. What is entered is saved by itself; what is refused says so in its cell. */
export default class WeekPage extends NavigationMixin(LightningElement) {
  weekStart = startOfWeek(today());
  view: WeekView | null = null;
  error: unknown = null;
  days: readonly Day[] = [];
  entries: readonly EntryView[] = [];
  favorites: readonly RowSource[] = [];
  added: readonly RowSource[] = [];
  rows: readonly Row[] = [];
  saveState: SaveState = { kind: 'idle' };
  problemCount = 0;

  readonly labels = labels;
  readonly saver = new WeekSaver({
    send: async (changes) => (await saveCells({ changes })) ?? { results: [], days: [], entries: [] },
    onsaved: (saved) => this.receive(saved),
    onstate: (state) => {
      this.saveState = state;
    },
  });
  /** Says what has no place of its own on the page. */
  readonly say = (error: unknown): void => {
    const [message = ''] = reduceErrors(error);
    this.dispatchEvent(new ShowToastEvent({ title: labels.failed, message, variant: 'error' }));
  };
  readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.saver.hasUnsaved) {
      event.preventDefault();
    }
  };
  readonly retry = (): void => {
    this.saver.flush().catch(this.say);
  };

  override connectedCallback(): void {
    window.addEventListener('beforeunload', this.warn);
    window.addEventListener('online', this.retry);
    this.load(this.weekStart).catch(this.say);
  }

  // Going to another page of the app loses nothing: what waits is sent on the way out, and again if that fails.
  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.warn);
    window.removeEventListener('online', this.retry);
    this.saver.flush().catch(this.say);
  }

  get isLoading(): boolean {
    return this.view === null && this.error === null;
  }

  get isReadOnly(): boolean {
    return this.view?.canLog !== true;
  }

  get canLog(): boolean {
    return !this.isReadOnly;
  }

  get canFavor(): boolean {
    return this.view?.canKeepFavorites === true;
  }

  get hasNoAccess(): boolean {
    return this.isRefused || (this.view !== null && this.isReadOnly && this.entries.length === 0);
  }

  /** Without a permission set of ours the platform lets nobody near the class, and names it. */
  get isRefused(): boolean {
    return reduceErrors(this.error).some((text) => text.includes(CONTROLLER));
  }

  /** Why a save as a whole was refused, where the org has said so. */
  get saveError(): unknown {
    return this.saveState.kind === 'failed' && reduceErrors(this.saveState.error).length > 0
      ? this.saveState.error
      : null;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get range(): string {
    return rangeText(this.weekStart);
  }

  get isThisWeek(): boolean {
    return this.weekStart === startOfWeek(today());
  }

  get seconds(): number {
    return this.rows.reduce((sum, row) => sum + row.seconds, 0);
  }

  get capacityHours(): number | null {
    return this.view?.capacityHours ?? null;
  }

  get grid(): Grid | undefined {
    return this.refs?.['grid'] as Grid | undefined;
  }

  handlePrevious(): void {
    this.turn(addDays(this.weekStart, -DAYS_OF_WEEK));
  }

  handleNext(): void {
    this.turn(addDays(this.weekStart, DAYS_OF_WEEK));
  }

  handleToday(): void {
    this.turn(startOfWeek(today()));
  }

  handleRetry(): void {
    this.retry();
  }

  handleReload(): void {
    this.turn(this.weekStart);
  }

  handleEdits(event: CustomEvent<{ readonly edits: readonly CellEdit[] }>): void {
    this.put(
      event.detail.edits.flatMap(({ rowKey, column, text }) => {
        const found = this.find({ rowKey, column });
        return found === null ? [] : [typedDraft(found.row, found.cell, text)];
      }),
    );
  }

  handleRevert(event: CustomEvent<CellEvent>): void {
    const found = this.find(event.detail);
    this.forget((draft) => draft.rowKey === found?.row.key && draft.date === found.cell.date);
    this.refresh();
  }

  handleOpen(event: CustomEvent<CellEvent>): void {
    const found = this.find(event.detail);
    if (found !== null) {
      this.edit(found.row, found.cell).catch(this.say);
    }
  }

  handleAddRow(event: CustomEvent<{ readonly source: RowSource }>): void {
    const { source } = event.detail;
    this.add([source]);
    this.grid?.focusRow(rowKeyOf(source));
  }

  handleCopy(event: CustomEvent<{ readonly withHours: boolean }>): void {
    this.copyLastWeek(event.detail.withHours).catch(this.say);
  }

  handleRowAction(event: CustomEvent<{ readonly rowKey: string; readonly action: string }>): void {
    const { rowKey, action } = event.detail;
    const row = this.rows.find(({ key }) => key === rowKey);
    if (row === undefined) {
      return;
    }
    if (action === 'favorite') {
      this.favor(row).catch(this.say);
    } else if (action === 'task') {
      (this.refs?.['add'] as AddRow | undefined)?.chooseTask(row.source.projectId).catch(this.say);
    } else if (action === 'remove') {
      this.forget((draft) => draft.rowKey === rowKey);
      this.keepAdded(this.added.filter((source) => rowKeyOf(source) !== rowKey));
    } else if (action === 'project') {
      this[NavigationMixin.Navigate]({
        type: 'standard__recordPage',
        attributes: { recordId: row.source.projectId, objectApiName: PROJECT.objectApiName, actionName: 'view' },
      });
    }
  }

  turn(weekStart: string): void {
    this.saver.flush().catch(this.say);
    this.load(weekStart).catch(this.say);
  }

  async load(weekStart: string): Promise<void> {
    this.weekStart = weekStart;
    this.error = null;
    try {
      const view = await getWeek({ weekStart });
      // Somebody who turns quickly gets the last week that was asked for.
      if (view && weekStart === this.weekStart) {
        this.show(view);
      }
    } catch (error: unknown) {
      if (weekStart === this.weekStart) {
        this.view = null;
        this.error = error;
      }
    }
  }

  show(view: WeekView): void {
    this.view = view;
    this.days = daysOf(this.weekStart, today(), closedDaysOf(view));
    this.entries = view.entries ?? [];
    this.favorites = favoritesOf(view);
    this.added = readAddedRows(this.weekStart);
    this.refresh();
  }

  receive(saved: SavedWeek): void {
    this.entries = entriesAfter(saved, this.entries, this.days);
    this.refresh();
  }

  refresh(): void {
    const { days, entries, favorites, added } = this;
    this.rows = rowsOf({ days, entries, favorites, added, drafts: this.saver.drafts }, this.rows);
    this.problemCount = this.rows.flatMap(({ cells }) => cells.filter(({ problem }) => problem !== '')).length;
  }

  find({ rowKey, column }: CellEvent): { readonly row: Row; readonly cell: Cell } | null {
    const row = this.rows.find(({ key }) => key === rowKey);
    const cell = row?.cells[column];
    return row === undefined || cell === undefined ? null : { row, cell };
  }

  put(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      // What was said about the cell is answered by what is typed in it now.
      this.forget((one) => one.isConflict && one.rowKey === draft.rowKey && one.date === draft.date);
      if (isSaved(draft) && !this.saver.isSending(draft.key)) {
        this.saver.discard(draft.key);
      } else {
        this.saver.put(draft);
      }
    }
    this.refresh();
  }

  forget(condition: (draft: Draft) => boolean): void {
    for (const { key } of this.saver.drafts.filter(condition)) {
      this.saver.discard(key);
    }
  }

  add(sources: readonly RowSource[]): void {
    const known = new Set(this.rows.map(({ key }) => key));
    this.keepAdded([...this.added, ...sources.filter((source) => !known.has(rowKeyOf(source)))]);
  }

  keepAdded(rows: readonly RowSource[]): void {
    this.added = rows;
    keepAddedRows(this.weekStart, rows);
    this.refresh();
  }

  async edit(row: Row, cell: Cell): Promise<void> {
    const day = this.days[cell.column];
    const edits = await openCellEditor(
      {
        heading: `${row.name}, ${day?.label ?? ''}`,
        entries: cell.entries,
        closedPeriod: day?.closedPeriod ?? '',
        isReadOnly: this.isReadOnly,
        isInternal: !row.source.isBillable,
        seconds: cell.entries.length === 0 ? cell.seconds : 0,
      },
      labels.entries,
    );
    if (edits !== undefined) {
      this.put(editedDrafts(row, cell, edits));
    }
    this.grid?.focusRow(row.key, cell.column);
  }

  /** Rows of the week before that this week lacks; with hours, those too, but over none that are there. */
  async copyLastWeek(withHours: boolean): Promise<void> {
    const weekStart = addDays(this.weekStart, -DAYS_OF_WEEK);
    const entries = (await getWeek({ weekStart }))?.entries ?? [];
    if (entries.length === 0) {
      this.dispatchEvent(new ShowToastEvent({ title: labels.nothingToCopy, variant: 'info' }));
      return;
    }
    this.add(sourcesOf(entries));
    if (withHours) {
      this.put(copiedDrafts(entries, this.rows, this.days));
    }
  }

  /** The star turns at once, and back if the org refuses. */
  async favor(row: Row): Promise<void> {
    const { projectId, taskId } = row.source;
    const before = this.favorites;
    this.favorites = row.isFavorite ? before.filter((source) => rowKeyOf(source) !== row.key) : [...before, row.source];
    if (row.isFavorite && row.cells.every(({ entries }) => entries.length === 0)) {
      this.add([row.source]);
    }
    this.refresh();
    try {
      await setFavorite({ projectId, taskId: taskId || null, isFavorite: !row.isFavorite });
    } catch (error: unknown) {
      this.favorites = before;
      this.refresh();
      this.say(error);
    }
  }
}
