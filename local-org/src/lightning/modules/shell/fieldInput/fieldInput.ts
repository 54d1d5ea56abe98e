import { LightningElement, api } from 'lwc';
import type { Draft } from 'shell/recordContext';
import { textOf, type FieldInfo, type PicklistField } from 'shell/uiApi';
import { choicesOf, optionsOf, type Choice } from './choices.ts';

/** What the base input calls the field's type, and how it formats while nobody types. */
const INPUT_TYPES: Readonly<Record<string, { readonly type: string; readonly formatter?: string }>> = {
  Currency: { type: 'number', formatter: 'currency' },
  Percent: { type: 'number', formatter: 'percent-fixed' },
  Double: { type: 'number' },
  Int: { type: 'number' },
  Long: { type: 'number' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Time: { type: 'time' },
  Email: { type: 'email' },
  Phone: { type: 'tel' },
  Url: { type: 'text' },
};
const LONG_TEXT_HEIGHT = 255;

interface Validated extends HTMLElement {
  readonly validity?: { readonly badInput: boolean };
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** One field of a record as people change it. Tells `valuechange` with the field, its value and how that reads. */
export default class FieldInput extends LightningElement {
  @api field!: FieldInfo;
  @api objectName = '';
  @api value: unknown = null;
  @api displayValue: string | null = null;
  @api label?: string;
  @api required = false;
  @api disabled = false;
  @api picklist?: PicklistField;
  /** Of the field that controls this one. */
  @api controllerValue: unknown = null;
  /** What the org said about the value. */
  @api get errors(): readonly string[] {
    return this._errors;
  }
  set errors(value: readonly string[]) {
    this._errors = value;
    // Nothing in the template says so: the base component is told once it is there.
    void Promise.resolve().then(() => {
      this.showErrors();
    });
  }
  _errors: readonly string[] = [];
  #shownError = '';

  @api focus(): void {
    this.inputElement?.focus();
  }
  /**
   * Shows what is missing or malformed; true when nothing is. What the org said of earlier values does not count: it
   * is asked again.
   */
  @api reportValidity(): boolean {
    this.inputElement?.setCustomValidity?.('');
    return this.inputElement?.reportValidity?.() ?? true;
  }

  override renderedCallback(): void {
    this.showErrors();
  }
  showErrors(): void {
    const message = this._errors.join(' ');
    const input = this.inputElement;
    if (input !== null && message !== this.#shownError) {
      this.#shownError = message;
      input.setCustomValidity(message);
      input.reportValidity();
    }
  }

  get inputElement(): Validated | null {
    return this.template?.querySelector<Validated>('[data-input]') ?? null;
  }

  get shownLabel(): string {
    return this.label ?? this.field.label;
  }
  get isCheckbox(): boolean {
    return this.field.dataType === 'Boolean';
  }
  get isPicklist(): boolean {
    return this.field.dataType === 'Picklist';
  }
  get isCombo(): boolean {
    return this.field.dataType === 'ComboBox';
  }
  get isMultiple(): boolean {
    return this.field.dataType === 'MultiPicklist';
  }
  get isLines(): boolean {
    return this.field.dataType === 'TextArea' || this.field.length > LONG_TEXT_HEIGHT;
  }
  get isLookup(): boolean {
    return this.field.reference;
  }
  get isNumeric(): boolean {
    return INPUT_TYPES[this.field.dataType]?.type === 'number';
  }
  get inputType(): string {
    return INPUT_TYPES[this.field.dataType]?.type ?? 'text';
  }
  get formatter(): string | undefined {
    return INPUT_TYPES[this.field.dataType]?.formatter;
  }
  get step(): string {
    return String(10 ** -this.field.scale);
  }
  get maxLength(): number | undefined {
    return this.field.length > 0 ? this.field.length : undefined;
  }
  get isChecked(): boolean {
    return this.value === true;
  }
  get text(): string {
    return textOf(this.value);
  }
  get options(): readonly Choice[] {
    return optionsOf(this.allowed, this.text === '' ? null : this.text, this.required);
  }
  get multipleOptions(): readonly Choice[] {
    return optionsOf(this.allowed, null, true);
  }
  get multipleValue(): readonly string[] {
    return this.text === '' ? [] : this.text.split(';');
  }
  get isDisabledPicklist(): boolean {
    return this.disabled || (this.field.controllerName !== null && this.allowed.length === 0);
  }
  get allowed(): readonly Choice[] {
    return choicesOf(this.picklist, this.field.controllerName !== null, textOf(this.controllerValue));
  }

  handleChange(event: CustomEvent<{ readonly value?: unknown; readonly checked?: boolean }>): void {
    event.stopPropagation();
    const { value, checked } = event.detail;
    // What can't be read is no value: the input keeps it and says so when the form is checked.
    if (this.inputElement?.validity?.badInput === true) {
      return;
    }
    this.tell(this.isCheckbox ? checked === true : this.stored(value), null);
  }
  handleMultiple(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    event.stopPropagation();
    const { value } = event.detail;
    this.tell(value.length === 0 ? null : value.join(';'), null);
  }
  handleLookup(event: CustomEvent<Draft>): void {
    event.stopPropagation();
    this.tell(event.detail.value, event.detail.displayValue);
  }

  /** Empty inputs are null; numbers are numbers. */
  stored(value: unknown): unknown {
    if (value === '' || value === null || value === undefined) {
      return null;
    }
    return this.isNumeric ? Number(value) : value;
  }
  tell(value: unknown, displayValue: string | null): void {
    this.dispatchEvent(
      new CustomEvent('valuechange', {
        bubbles: true,
        composed: true,
        detail: { field: this.field.apiName, value, displayValue },
      }),
    );
  }
}
