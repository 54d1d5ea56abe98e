import { LightningElement, api } from 'lwc';
import actionsLabel from '@salesforce/label/c.Week_Row_Actions';
import addTaskLabel from '@salesforce/label/c.Week_Row_Other_Task';
import closedLabel from '@salesforce/label/c.Week_Cell_Closed';
import favoriteLabel from '@salesforce/label/c.Week_Row_Favorite';
import fillLabel from '@salesforce/label/c.Week_Row_Fill';
import listLabel from '@salesforce/label/c.Week_Cell_List';
import lockedLabel from '@salesforce/label/c.Week_Cell_Locked';
import noFavoriteLabel from '@salesforce/label/c.Week_Row_No_Favorite';
import noteLabel from '@salesforce/label/c.Week_Cell_Note';
import openLabel from '@salesforce/label/c.Week_Row_Open_Project';
import removeLabel from '@salesforce/label/c.Week_Row_Remove';
import { clockText, fill } from 'c/timeFormat';
import type { Day } from 'c/weekDates';
import type { Cell, Row } from 'c/weekModel';
import { CellKeys, type CellMove } from './cellKeys';

export type { CellMove } from './cellKeys';

/** One cell as the template draws it. */
interface CellView {
  readonly key: string;
  readonly column: number;
  readonly text: string;
  readonly label: string;
  readonly title: string;
  readonly isReadOnly: boolean;
  readonly isWrong: 'true' | 'false';
  readonly problemId: string | null;
  readonly icon: string;
  readonly iconText: string;
  readonly className: string;
}

interface ProblemView {
  readonly key: string;
  readonly id: string;
  readonly text: string;
}

/**
 * A row of the week. What is typed stays in the field until it is confirmed, so that no keystroke renders anything.
 * Emits `celledit`, `cellmove`, `cellopen`, `cellpaste`, `cellfill`, `cellrevert`, `cellfocus` and `rowaction`.
 */
export default class WeekRow extends LightningElement {
  @api row!: Row;
  @api days: readonly Day[] = [];
  @api canFavor = false;
  @api isReadOnly = false;

  readonly labels = {
    actions: actionsLabel,
    addTask: addTaskLabel,
    fill: fillLabel,
    open: openLabel,
    remove: removeLabel,
  };
  readonly keys = new CellKeys((type, detail) => {
    this.dispatchEvent(new CustomEvent(type, { detail }));
    if (type === 'celledit') {
      this.showValue(Number(detail['column']));
    }
  });

  override renderedCallback(): void {
    const focused = this.template?.activeElement;
    if (focused instanceof HTMLInputElement) {
      this.keys.rendered(focused.value);
    }
  }

  /** Puts the cursor into a cell; -1 is the menu of the row. */
  @api focusCell(column: number): void {
    const target = this.elementAt(column);
    this.makeReachable(column, true);
    target?.focus();
  }

  /** Lets the Tab key stop at a cell, or no longer. The grid has one such cell. */
  @api makeReachable(column: number, isReachable: boolean): void {
    const target = this.elementAt(column);
    if (target) {
      target.tabIndex = isReachable ? 0 : -1;
    }
  }

  get cells(): readonly CellView[] {
    return this.row.cells.map((cell) => this.viewOf(cell));
  }

  get problems(): readonly ProblemView[] {
    return this.row.cells
      .filter(({ problem }) => problem !== '')
      .map(({ key, column, problem }) => ({
        key,
        id: `problem-${column}`,
        text: `${this.days[column]?.label ?? ''}: ${problem}`,
      }));
  }

  get hasProblems(): boolean {
    return this.row.cells.some(({ problem }) => problem !== '');
  }

  get total(): string {
    return clockText(this.row.seconds);
  }

  get starIcon(): string {
    return this.row.isFavorite ? 'utility:favorite' : 'utility:favorite_alt';
  }

  get starLabel(): string {
    return fill(this.row.isFavorite ? noFavoriteLabel : favoriteLabel, this.row.name);
  }

  get actionsLabel(): string {
    return fill(actionsLabel, this.row.name);
  }

  get canChange(): boolean {
    return !this.isReadOnly;
  }

  /** A favorite stands in every week, and a row with time in its own. */
  get canRemove(): boolean {
    return this.canChange && !this.row.isFavorite && this.row.cells.every(({ entries }) => entries.length === 0);
  }

  handleKeyDown(event: KeyboardEvent): void {
    this.keys.handleKeyDown(event);
  }

  handleInput(): void {
    this.keys.startTyping();
  }

  handleFocus(event: FocusEvent): void {
    this.keys.handleFocus(event);
  }

  handleBlur(event: FocusEvent): void {
    this.keys.handleBlur(event);
  }

  handleClick(event: MouseEvent): void {
    this.keys.handleClick(event);
  }

  handleOpen(event: MouseEvent): void {
    this.keys.open(event.currentTarget as HTMLElement);
  }

  handleCopy(event: ClipboardEvent): void {
    this.keys.handleCopy(event);
  }

  handlePaste(event: ClipboardEvent): void {
    this.keys.handlePaste(event);
  }

  handleStar(): void {
    this.act('favorite');
  }

  handleMenu(event: CustomEvent<{ readonly value: string }>): void {
    this.act(event.detail.value);
  }

  act(action: string): void {
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { action } }));
  }

  /** What was typed may mean what the cell holds anyway, `2` for `2:00`; then nothing is rendered that would say so. */
  showValue(column: number): void {
    const show = (): void => {
      const field = this.elementAt(column);
      const text = this.row.cells[column]?.text ?? '';
      if (field instanceof HTMLInputElement && field.value !== text && !this.keys.isTyping) {
        field.value = text;
        this.keys.rendered(text);
      }
    };
    // Behind the rendering that the edit brings about, if it does.
    Promise.resolve().then(show, show);
  }

  elementAt(column: number): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  }

  viewOf(cell: Cell): CellView {
    const { key, column, text, problem, entries, isList, isLocked, hasNote } = cell;
    const day = this.days[column];
    const isClosed = (day?.closedPeriod ?? '') !== '';
    const isReadOnly = this.isReadOnly || isList || isLocked || isClosed;
    const reason = isClosed
      ? fill(closedLabel, day?.closedPeriod ?? '')
      : isLocked
        ? fill(lockedLabel, entries[0]?.status ?? '')
        : isList
          ? fill(listLabel, entries.length)
          : '';
    return {
      key,
      column,
      text,
      label: [this.row.name, day?.label ?? '', reason].filter((part) => part !== '').join(', '),
      title: problem || reason || (hasNote ? (entries[0]?.description ?? '') : ''),
      isReadOnly,
      isWrong: problem === '' ? 'false' : 'true',
      problemId: problem === '' ? null : `problem-${column}`,
      icon: isLocked ? 'utility:lock' : isList ? 'utility:list' : hasNote ? 'utility:note' : '',
      iconText: isLocked || isList ? reason : noteLabel,
      className: [
        'cell',
        ...(day?.isWorkDay ? [] : ['weekend']),
        ...(isReadOnly ? ['read-only'] : []),
        ...(problem === '' ? [] : ['wrong']),
      ].join(' '),
    };
  }
}

export type CellMoveEvent = CustomEvent<CellMove>;
