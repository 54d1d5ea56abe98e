import { LightningElement, api } from 'lwc';
import closedLabel from '@salesforce/label/c.Week_Day_Closed';
import gridLabel from '@salesforce/label/c.Week_Grid';
import projectLabel from '@salesforce/label/c.Week_Project';
import totalLabel from '@salesforce/label/c.Week_Total';
import { clockText, fill } from 'c/timeFormat';
import type { Day } from 'c/weekDates';
import { totalsOf, type Row } from 'c/weekModel';
import { pasteEdits, rowEdits, type CellEdit } from './edits';

export type { CellEdit } from './edits';

interface DayView extends Day {
  readonly className: string;
  readonly closedText: string;
  readonly total: string;
}

/** What `c-week-row` offers to its parent. */
interface RowElement extends HTMLElement {
  focusCell(column: number): void;
  makeReachable(column: number, isReachable: boolean): void;
}

/** A value from above, or the text of the cell, which may have been typed just now. */
interface CellFill {
  readonly column: number;
  readonly from: 'above' | 'cell';
  readonly text: string;
}

interface Place {
  readonly rowKey: string;
  readonly column: number;
}

/** The leftmost place of a row: its star, or without stars its menu. */
const STAR = -2;
const MENU = -1;

/**
 * The rows of the week and the totals of its days. One cell can be reached by Tab, the others by arrow keys. Emits
 * `cellsedit` with what was entered, and passes on `cellopen`, `cellrevert` and `rowaction` with the row's key.
 */
export default class WeekGrid extends LightningElement {
  @api rows: readonly Row[] = [];
  @api days: readonly Day[] = [];
  @api canFavor = false;
  @api isReadOnly = false;

  readonly labels = { closed: closedLabel, grid: gridLabel, project: projectLabel, total: totalLabel };
  /** Where the cursor is or was. Nothing is rendered from it. */
  place: Place | null = null;
  /** A row that shall get the cursor as soon as it is there. */
  awaited: Place | null = null;

  override renderedCallback(): void {
    const [first] = this.rows;
    if (this.awaited !== null && this.elementOf(this.awaited.rowKey)) {
      const { rowKey, column } = this.awaited;
      this.awaited = null;
      this.go(rowKey, column);
    } else if (first !== undefined && !this.elementOf(this.place?.rowKey ?? '')) {
      this.place = { rowKey: first.key, column: this.todayColumn };
      this.elementOf(first.key)?.makeReachable(this.todayColumn, true);
    }
  }

  /** Puts the cursor into a row, on today where the week has it; waits for a row that is not there yet. */
  @api focusRow(rowKey: string, column: number = this.todayColumn): void {
    if (this.elementOf(rowKey)) {
      this.go(rowKey, column);
    } else {
      this.awaited = { rowKey, column };
    }
  }

  get todayColumn(): number {
    return Math.max(
      0,
      this.days.findIndex(({ isToday }) => isToday),
    );
  }

  get columns(): readonly DayView[] {
    const totals = totalsOf(this.rows, this.days);
    return this.days.map((day) => ({
      ...day,
      className: ['day', ...(day.isToday ? ['today'] : [])].join(' '),
      closedText: day.closedPeriod === '' ? '' : fill(closedLabel, day.closedPeriod),
      total: clockText(totals[day.column] ?? 0),
    }));
  }

  get total(): string {
    return clockText(this.rows.reduce((sum, { seconds }) => sum + seconds, 0));
  }

  handleFocus(event: CustomEvent<{ readonly column: number }>): void {
    const { column } = event.detail;
    const rowKey = keyOf(event);
    if (this.place !== null && (this.place.rowKey !== rowKey || this.place.column !== column)) {
      this.elementOf(this.place.rowKey)?.makeReachable(this.place.column, false);
    }
    this.place = { rowKey, column };
    this.elementOf(rowKey)?.makeReachable(column, true);
  }

  handleMove(event: CustomEvent<{ readonly column: number; readonly right: number; readonly down: number }>): void {
    const { column, right, down } = event.detail;
    const index = this.rows.findIndex(({ key }) => key === keyOf(event));
    const target = this.rows[Math.min(this.rows.length - 1, Math.max(0, index + down))];
    const edge = this.canFavor ? STAR : MENU;
    // Home and the like stop at the first day; only a single step leaves the days for the row's buttons.
    const first = Math.abs(right) > 1 ? 0 : edge;
    if (target !== undefined) {
      this.go(target.key, Math.min(this.days.length - 1, Math.max(first, column + right)));
    }
  }

  handleEdit(event: CustomEvent<{ readonly column: number; readonly text: string }>): void {
    this.emitEdits([{ rowKey: keyOf(event), ...event.detail }]);
  }

  handleFill(event: CustomEvent<CellFill>): void {
    const { column, from, text } = event.detail;
    const index = this.rows.findIndex(({ key }) => key === keyOf(event));
    const above = this.rows[index - 1]?.cells[column];
    if (from === 'above' && above !== undefined) {
      this.emitEdits([{ rowKey: keyOf(event), column, text: above.text }]);
    } else if (from === 'cell') {
      this.emitEdits(rowEdits(this.rows[index], this.days, column, text));
    }
  }

  handlePaste(event: CustomEvent<{ readonly column: number; readonly values: readonly (readonly string[])[] }>): void {
    const { column, values } = event.detail;
    this.emitEdits(pasteEdits(this.rows, this.days, { rowKey: keyOf(event), column }, values));
  }

  /** Filling takes the first hours of the row; all else is for the page. */
  handleRowAction(event: CustomEvent<{ readonly action: string }>): void {
    const row = this.rows.find(({ key }) => key === keyOf(event));
    if (event.detail.action === 'fill') {
      const first = row?.cells.find(({ seconds }) => seconds > 0);
      this.emitEdits(first === undefined ? [] : rowEdits(row, this.days, first.column, first.text));
    } else {
      this.handlePass(event);
    }
  }

  handlePass(event: CustomEvent<object>): void {
    const detail = { ...event.detail, rowKey: keyOf(event) };
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  }

  emitEdits(edits: readonly CellEdit[]): void {
    if (edits.length > 0 && !this.isReadOnly) {
      this.dispatchEvent(new CustomEvent('cellsedit', { detail: { edits } }));
    }
  }

  go(rowKey: string, column: number): void {
    this.elementOf(rowKey)?.focusCell(column);
  }

  elementOf(rowKey: string): RowElement | null | undefined {
    return this.template?.querySelector<RowElement>(`c-week-row[data-key="${rowKey}"]`);
  }
}

function keyOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset['key'] ?? '';
}
