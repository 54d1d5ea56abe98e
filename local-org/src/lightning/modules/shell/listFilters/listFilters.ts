import { LightningElement, api } from 'lwc';

export interface ListFilter {
  readonly label: string;
  /** `GreaterOrEqual`. */
  readonly operator: string;
  readonly operandLabels: readonly string[];
}

/** Beside a list: whose rows it shows, which can be changed, and by what they are chosen. Tells `scopechange`. */
export default class ListFilters extends LightningElement {
  @api objectLabel = '';
  @api hasOwner = false;
  /** `everything` or `mine`. */
  @api scope = 'everything';
  @api filters: readonly ListFilter[] = [];
  /** `1 AND (2 OR 3)`; null: all of them. */
  @api logic: string | null = null;

  get owners(): readonly { readonly label: string; readonly value: string }[] {
    const plural = this.objectLabel.toLowerCase();
    return [
      { label: `All ${plural}`, value: 'everything' },
      { label: `My ${plural}`, value: 'mine' },
    ];
  }
  get hasFilters(): boolean {
    return this.filters.length > 0;
  }
  get matching(): string {
    return this.logic === null ? 'Matching all of these filters' : `Matching ${this.logic}`;
  }
  get shown(): readonly { readonly key: string; readonly label: string; readonly text: string }[] {
    return this.filters.map(({ label, operator, operandLabels }, index) => ({
      key: String(index),
      label: this.logic === null ? label : `${index + 1}. ${label}`,
      text: `${wordsOf(operator)} ${operandLabels.join(', ')}`,
    }));
  }

  handleOwner(event: CustomEvent<{ readonly value: string }>): void {
    this.dispatchEvent(new CustomEvent('scopechange', { detail: { scope: event.detail.value } }));
  }
  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

/** `greater or equal`. */
const wordsOf = (operator: string): string => operator.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
