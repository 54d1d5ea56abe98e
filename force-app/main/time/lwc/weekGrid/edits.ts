import type { Day } from 'c/weekDates';
import type { Cell, Row } from 'c/weekModel';

/** What was entered in a cell. */
export interface CellEdit {
  readonly rowKey: string;
  readonly column: number;
  readonly text: string;
}

/** Whether something can be typed into a cell. */
export function isOpen(cell: Cell | undefined, days: readonly Day[]): cell is Cell {
  return cell !== undefined && !cell.isLocked && !cell.isList && (days[cell.column]?.closedPeriod ?? '') === '';
}

/** The value of one cell for the other work days of its row that are empty. */
export function rowEdits(row: Row | undefined, days: readonly Day[], from: number, text: string): readonly CellEdit[] {
  if (row === undefined || text.trim() === '') {
    return [];
  }
  return row.cells
    .filter((cell) => cell.column !== from && cell.seconds === 0 && isOpen(cell, days) && days[cell.column]?.isWorkDay)
    .map((cell) => ({ rowKey: row.key, column: cell.column, text }));
}

/** Lines of values for the cells from a place on; what falls outside the week, or on what cannot change, is left out. */
export function pasteEdits(
  rows: readonly Row[],
  days: readonly Day[],
  place: { readonly rowKey: string; readonly column: number },
  values: readonly (readonly string[])[],
): readonly CellEdit[] {
  const first = rows.findIndex(({ key }) => key === place.rowKey);
  return values.flatMap((line, down) =>
    line.flatMap((text, right) => {
      const row = rows[first + down];
      const cell = row?.cells[place.column + right];
      return row !== undefined && isOpen(cell, days)
        ? [{ rowKey: row.key, column: cell.column, text: text.trim() }]
        : [];
    }),
  );
}
