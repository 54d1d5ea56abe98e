/** Where the cursor goes from a cell. */
export interface CellMove {
  readonly column: number;
  readonly right: number;
  readonly down: number;
}

export type Emit = (type: string, detail: Readonly<Record<string, unknown>>) => void;

const LAST_COLUMN = 6;
/** Moves of the arrow keys in a page that reads from left to right. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * What keys, clicks and the clipboard do in the cells of a row. A cell is either pointed at, with its text selected,
 * so that typing replaces it, or typed in; `edit` is typing in which the side arrows move within the text.
 */
export class CellKeys {
  private readonly emit: Emit;
  private mode: 'point' | 'type' | 'edit' = 'point';
  private earlier = '';

  constructor(emit: Emit) {
    this.emit = emit;
  }

  get isTyping(): boolean {
    return this.mode !== 'point';
  }

  /** The field that has the focus shows this now. */
  rendered(text: string): void {
    if (!this.isTyping) {
      this.earlier = text;
    }
  }

  startTyping(): void {
    if (this.mode === 'point') {
      this.mode = 'type';
    }
  }

  handleFocus(event: FocusEvent): void {
    const column = columnOf(event.target);
    this.emit('cellfocus', { column });
    if (event.target instanceof HTMLInputElement) {
      this.mode = 'point';
      this.earlier = event.target.value;
      event.target.select();
    }
  }

  handleBlur(event: FocusEvent): void {
    if (event.target instanceof HTMLInputElement) {
      this.confirm(event.target);
    }
  }

  /** A first click points; one into the text that is pointed at already edits it. */
  handleClick(event: MouseEvent): void {
    const field = event.target;
    if (field instanceof HTMLInputElement && this.mode === 'point' && event.detail < 2) {
      field.select();
    } else if (field instanceof HTMLInputElement) {
      this.open(field, true);
    }
  }

  handleCopy(event: ClipboardEvent): void {
    if (event.target instanceof HTMLInputElement && this.mode === 'point') {
      event.clipboardData?.setData('text/plain', event.target.value);
      event.preventDefault();
    }
  }

  /** One value or, from a spreadsheet, lines of them. */
  handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.target instanceof HTMLInputElement && this.mode === 'point') {
      event.preventDefault();
      const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
      this.emit('cellpaste', { column: columnOf(event.target), values: lines.map((line) => line.split('\t')) });
    }
  }

  /** Opens the entries of a cell; a second click into a cell that can be typed in edits its text instead. */
  open(target: HTMLElement, isClick = false): void {
    if (isClick && target instanceof HTMLInputElement && !target.readOnly) {
      this.mode = 'edit';
      return;
    }
    this.emit('cellopen', { column: columnOf(target) });
  }

  handleKeyDown(event: KeyboardEvent): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) {
      this.moveFromButton(event);
      return;
    }
    const isHandled =
      event.ctrlKey || event.metaKey
        ? this.handleCommand(event, field)
        : this.handleArrow(event, field) || this.handleKey(event, field);
    if (isHandled) {
      event.preventDefault();
    }
  }

  private handleCommand(event: KeyboardEvent, field: HTMLInputElement): boolean {
    const column = columnOf(field);
    if (event.key.toLowerCase() === 'd') {
      this.emit('cellfill', { column, from: 'above', text: '' });
      return true;
    }
    if (event.key === 'Enter') {
      this.confirm(field);
      this.emit('cellfill', { column, from: 'cell', text: field.value });
      return true;
    }
    if (event.key === 'Home' || event.key === 'End') {
      const edge = Number.MAX_SAFE_INTEGER;
      this.move(field, event.key === 'Home' ? -LAST_COLUMN : LAST_COLUMN, event.key === 'Home' ? -edge : edge);
      return true;
    }
    return false;
  }

  private handleArrow(event: KeyboardEvent, field: HTMLInputElement): boolean {
    const arrow = ARROWS[event.key];
    if (arrow === undefined || event.shiftKey || event.altKey) {
      return false;
    }
    const [right, down] = arrow;
    if (this.mode === 'edit' && right !== 0) {
      return false;
    }
    this.move(field, getComputedStyle(field).direction === 'rtl' ? -right : right, down);
    return true;
  }

  private handleKey(event: KeyboardEvent, field: HTMLInputElement): boolean {
    const isPointing = this.mode === 'point';
    switch (event.key) {
      case 'Enter':
        if (isPointing && field.readOnly) {
          this.open(field);
        } else {
          this.move(field, 0, event.shiftKey ? -1 : 1);
        }
        return true;
      case 'Tab':
        return this.moveByTab(event, field);
      case 'Escape':
        this.revert(field);
        return true;
      case 'F2':
        this.mode = 'edit';
        field.setSelectionRange(field.value.length, field.value.length);
        return true;
      case 'Home':
      case 'End':
        if (isPointing) {
          this.move(field, event.key === 'Home' ? -LAST_COLUMN : LAST_COLUMN, 0);
        }
        return isPointing;
      case 'Delete':
      case 'Backspace':
        if (isPointing && !field.readOnly) {
          field.value = '';
          this.mode = 'type';
          this.confirm(field);
        }
        return isPointing;
      case '.':
        if (isPointing) {
          this.open(field);
        }
        return isPointing;
      default:
        return false;
    }
  }

  // In a cell that is typed in, Tab goes to the next day, as in a spreadsheet; else it leaves the grid.
  private moveByTab(event: KeyboardEvent, field: HTMLInputElement): boolean {
    const right = event.shiftKey ? -1 : 1;
    const target = columnOf(field) + right;
    if (this.mode === 'point' || target < 0 || target > LAST_COLUMN) {
      return false;
    }
    this.move(field, right, 0);
    return true;
  }

  private moveFromButton(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const button = event.currentTarget instanceof HTMLElement ? closestColumn(event) : null;
    // A menu that is open has the arrow keys to itself; up and down open it.
    if (arrow !== undefined && arrow[0] !== 0 && button !== null) {
      event.preventDefault();
      const right = getComputedStyle(button).direction === 'rtl' ? -arrow[0] : arrow[0];
      this.emit('cellmove', { column: columnOf(button), right, down: 0 });
    }
  }

  private move(field: HTMLInputElement, right: number, down: number): void {
    this.confirm(field);
    this.emit('cellmove', { column: columnOf(field), right, down });
  }

  private confirm(field: HTMLInputElement): void {
    if (this.mode !== 'point') {
      this.mode = 'point';
      if (field.value !== this.earlier) {
        this.earlier = field.value;
        this.emit('celledit', { column: columnOf(field), text: field.value });
      }
    }
  }

  private revert(field: HTMLInputElement): void {
    const isTyped = this.mode !== 'point';
    this.mode = 'point';
    if (isTyped) {
      field.value = this.earlier;
    } else {
      this.emit('cellrevert', { column: columnOf(field) });
    }
    field.select();
  }
}

function columnOf(target: EventTarget | null): number {
  return target instanceof HTMLElement ? Number(target.dataset['column']) : Number.NaN;
}

function closestColumn(event: KeyboardEvent): HTMLElement | null {
  return event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null;
}
