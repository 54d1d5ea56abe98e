import { LightningElement, api } from 'lwc';

interface Validated extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** A text with suggestions: any value may be typed, those of the picklist may be chosen. Tells `change` with the value. */
export default class ComboInput extends LightningElement {
  @api label = '';
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  @api required = false;
  @api disabled = false;
  @api help: string | null = null;
  text = '';

  @api get value(): string {
    return this.text;
  }
  set value(value: string) {
    this.text = value;
  }
  @api focus(): void {
    this.combobox?.focus();
  }
  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }
  @api reportValidity(): boolean {
    const isMissing = this.required && this.text.trim() === '';
    this.combobox?.setCustomValidity(isMissing ? 'Complete this field.' : '');
    return this.combobox?.reportValidity() ?? true;
  }

  get combobox(): Validated | null {
    return this.template?.querySelector<Validated>('lightning-grouped-combobox') ?? null;
  }
  get items(): readonly object[] {
    return this.options.map(({ label, value }) => ({ type: 'option-inline', text: label, value }));
  }

  handleText(event: CustomEvent<{ readonly text: string }>): void {
    event.stopPropagation();
    this.tell(event.detail.text);
  }
  handleSelect(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.tell(event.detail.value);
  }
  tell(value: string): void {
    this.text = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}
