/** One value of a row, drawn by what its column is. */
import { api, LightningElement } from 'lwc';
import { timeZone } from 'shell/devActions';
import type { DevColumn, DevRow, RowAction } from 'shell/devTable';

type Tone = 'success' | 'warning' | 'error';
const TONES: Readonly<Record<Tone, { readonly icon: string; readonly meaning: string }>> = {
  success: { icon: 'utility:success', meaning: 'Good' },
  warning: { icon: 'utility:warning', meaning: 'Look at this' },
  error: { icon: 'utility:error', meaning: 'Bad' },
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export default class DevCell extends LightningElement {
  @api column!: DevColumn;
  @api row!: DevRow;

  readonly zone = timeZone();

  get content(): unknown {
    return this.row[this.column.fieldName] ?? null;
  }
  get text(): string {
    return textOf(this.content);
  }
  get isActions(): boolean {
    return this.column.type === 'actions';
  }
  get actions(): readonly (RowAction & { readonly title: string })[] {
    const name = textOf(this.row[this.column.of ?? 'name']);
    return ((this.content ?? []) as readonly RowAction[]).map((one) => ({
      variant: 'base',
      ...one,
      title: `${one.label}: ${name}`,
    }));
  }
  get isOpener(): boolean {
    return this.column.action !== undefined && this.text !== '';
  }
  get link(): string | null {
    const { link } = this.column;
    const address = link === undefined ? '' : textOf(this.row[link]);
    return address === '' || this.text === '' ? null : address;
  }
  get isDate(): boolean {
    return this.column.type === 'date' && this.content !== null;
  }
  get isBadge(): boolean {
    return this.tone !== null && this.text !== '';
  }
  get tone(): Tone | null {
    const { tone } = this.column;
    const value = tone === undefined ? null : (this.row[tone] ?? null);
    return value === 'success' || value === 'warning' || value === 'error' ? value : null;
  }
  get badgeClass(): string {
    return this.tone === null ? '' : `slds-theme_${this.tone}`;
  }
  get badgeIcon(): string {
    return this.tone === null ? '' : TONES[this.tone].icon;
  }
  get badgeMeaning(): string {
    return this.tone === null ? '' : TONES[this.tone].meaning;
  }
  get textClass(): string {
    const { highlight } = this.column;
    return highlight !== undefined && this.row[highlight] === this.column.fieldName ? 'slds-text-title_bold' : '';
  }

  handleAction(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset['name'] ?? '';
    this.dispatchEvent(
      new CustomEvent('rowaction', { detail: { name, id: this.row.id, row: this.row }, bubbles: true, composed: true }),
    );
  }
}
