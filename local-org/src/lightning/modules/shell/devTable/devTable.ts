/** Rows of a developer page: a table, or on phones one block a row. Long lists show their first rows and a way to more. */
import { api, LightningElement } from 'lwc';
import { formFactor } from 'shell/pageModel';

export interface DevColumn {
  readonly label: string;
  readonly fieldName: string;
  readonly type?: 'text' | 'number' | 'date' | 'actions';
  /** The value opens something: name of the `rowaction`. */
  readonly action?: string;
  /** Field with the address that the value leads to. */
  readonly link?: string;
  /** Field with `success`, `warning` or `error`: the value is a badge. */
  readonly tone?: string;
  /** Field that names the column whose value stands out in this row. */
  readonly highlight?: string;
  /** Of actions: field with the words that tell one row's buttons from another's. */
  readonly of?: string;
  /** Long text goes over several lines. */
  readonly wraps?: boolean;
}
export interface DevRow {
  readonly id: string;
  readonly [name: string]: unknown;
}
export interface RowAction {
  readonly name: string;
  readonly label: string;
}
export interface RowActionDetail {
  readonly name: string;
  readonly id: string;
  readonly row: DevRow;
}

interface ShownCell {
  readonly key: string;
  readonly label: string;
  readonly column: DevColumn;
  readonly className: string;
}
interface ShownRow {
  readonly id: string;
  readonly row: DevRow;
  readonly isSelected: boolean;
  readonly selectLabel: string;
  readonly first: ShownCell;
  readonly others: readonly ShownCell[];
}

const PAGE = 100;

export default class DevTable extends LightningElement {
  @api label = '';
  @api columns: readonly DevColumn[] = [];
  @api rows: readonly DevRow[] = [];
  /** Words in the place of no rows. */
  @api empty = 'There is nothing to show.';
  @api isSelectable = false;
  @api selected: readonly string[] = [];
  shown = PAGE;

  get isNarrow(): boolean {
    return formFactor() === 'Small';
  }
  get isEmpty(): boolean {
    return this.rows.length === 0;
  }
  get visible(): readonly ShownRow[] {
    const [first, ...others] = this.columns;
    const chosen = new Set(this.selected);
    return first === undefined
      ? []
      : this.rows.slice(0, this.shown).map((row) => ({
          id: row.id,
          row,
          isSelected: chosen.has(row.id),
          selectLabel: `Select ${String(row[first.fieldName])}`,
          first: cellOf(first),
          others: others.map(cellOf),
        }));
  }
  get heads(): readonly (DevColumn & { readonly className: string })[] {
    return this.columns.map((column) => ({ ...column, className: cellOf(column).className }));
  }
  get rest(): number {
    return Math.max(this.rows.length - this.shown, 0);
  }
  get moreLabel(): string {
    return `Show ${Math.min(this.rest, PAGE)} more of ${this.rest}`;
  }
  get isAllSelected(): boolean {
    return this.rows.length > 0 && this.rows.every(({ id }) => this.selected.includes(id));
  }

  handleMore(): void {
    this.shown += PAGE;
  }
  handleSelect(event: CustomEvent<{ readonly checked: boolean }>): void {
    const id = (event.currentTarget as HTMLElement).dataset['id'] ?? '';
    const others = this.selected.filter((one) => one !== id);
    this.tell(event.detail.checked ? [...others, id] : others);
  }
  handleSelectAll(event: CustomEvent<{ readonly checked: boolean }>): void {
    const ids = new Set(this.rows.map(({ id }) => id));
    const others = this.selected.filter((one) => !ids.has(one));
    this.tell(event.detail.checked ? [...others, ...ids] : others);
  }
  tell(selected: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('selection', { detail: { selected } }));
  }
}

function cellOf(column: DevColumn): ShownCell {
  const alignment = column.type === 'number' ? 'slds-text-align_right' : '';
  return {
    key: column.fieldName,
    label: column.label,
    column,
    className: column.wraps === true ? `${alignment} slds-cell-wrap` : alignment,
  };
}
