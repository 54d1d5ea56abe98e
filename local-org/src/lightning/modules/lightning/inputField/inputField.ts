import { LightningElement, api } from 'lwc';
import type { FieldId } from 'shell/fieldIds';
import { joinForm, type FormModel, type FormPart } from 'shell/formModel';
import type { FieldInfo, PicklistField, RecordValue } from 'shell/uiApi';

interface Changed {
  readonly value: unknown;
  readonly displayValue: string | null;
}
interface Input extends HTMLElement {
  reportValidity(): boolean;
}

/** One field of a record form, by the field's type. Source: Component Reference, `lightning-input-field`. */
export default class InputField extends LightningElement implements FormPart {
  @api disabled = false;
  @api readOnly = false;
  @api variant = 'standard';
  @api required = false;
  readonly isInput = true;

  field: FieldInfo | null = null;
  record: RecordValue | null = null;
  current: unknown = null;
  displayValue: string | null = null;
  picklist: PicklistField | undefined = undefined;
  controllerValue: unknown = null;
  errors: readonly string[] = [];
  mayWrite = false;
  isBusy = false;
  _name: string | FieldId = '';
  /** Set by the component around the form before there is one. */
  #given: { readonly value: unknown } | null = null;
  #form: FormModel | null = null;
  #isDirty = false;

  /** The field's API name, or its reference. */
  @api get fieldName(): string {
    return typeof this._name === 'string' ? this._name.slice(this._name.indexOf('.') + 1) : this._name.fieldApiName;
  }
  set fieldName(name: string | FieldId) {
    this._name = name;
    this.#form?.plan();
  }
  @api get value(): unknown {
    return this.field === null ? this.#given?.value : this.current;
  }
  set value(value: unknown) {
    this.#given = { value };
    this.#form?.set(this.fieldName, { value: value ?? null, displayValue: null });
  }
  @api get dirty(): boolean {
    return this.#isDirty;
  }
  /** Back to what is stored, or to the default. */
  @api reset(): void {
    this.#isDirty = false;
    this.errors = [];
    this.#form?.reset(this.fieldName);
  }
  @api clean(): void {
    this.#isDirty = false;
  }
  @api reportValidity(): boolean {
    return this.checkInput();
  }
  @api setErrors(errors: readonly string[]): void {
    this.errors = errors;
  }
  @api focus(): void {
    this.input?.focus();
  }

  override connectedCallback(): void {
    this.#form = joinForm(this, this);
    if (this.#given !== null) {
      this.#form?.set(this.fieldName, { value: this.#given.value ?? null, displayValue: null });
    }
  }
  override disconnectedCallback(): void {
    this.#form?.remove(this);
    this.#form = null;
  }

  formChanged(form: FormModel): void {
    const field = form.record === null ? null : form.field(this.fieldName);
    this.field = field;
    if (field !== null) {
      this.record = form.record;
      this.current = form.value(field.apiName).value;
      this.displayValue = form.displayValue(field);
      this.picklist = form.picklist(field.apiName);
      this.controllerValue = field.controllerName === null ? null : form.value(field.controllerName).value;
      this.errors = form.errors(field.apiName);
      this.mayWrite = form.mayWrite(field);
      this.isBusy = form.isBusy;
    }
  }
  checkInput(): boolean {
    return this.input === null || this.input.reportValidity();
  }

  get input(): Input | null {
    return this.template?.querySelector<Input>('[data-field]') ?? null;
  }
  get isShown(): boolean {
    return this.field !== null;
  }
  get isStatic(): boolean {
    return this.readOnly || !this.mayWrite;
  }
  get isRich(): boolean {
    return this.field?.extraTypeInfo === 'RichTextArea';
  }
  /** Marked where the form asks for it, or the object does. */
  get isRequired(): boolean {
    return this.required || this.field?.required === true;
  }
  get isDisabled(): boolean {
    return this.disabled || this.isBusy;
  }
  get objectName(): string {
    return this.record?.apiName ?? '';
  }
  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  handleChange(event: CustomEvent<Changed>): void {
    event.stopPropagation();
    this.take(event.detail.value, event.detail.displayValue);
  }
  handleRich(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.take(event.detail.value === '' ? null : event.detail.value, null);
  }

  take(value: unknown, displayValue: string | null): void {
    this.#isDirty = true;
    this.current = value;
    this.#form?.set(this.fieldName, { value, displayValue });
    this.dispatchEvent(new CustomEvent('change', { detail: this.told(value) }));
  }
  /** Lookups tell a list, checkboxes a mark, all others the value. */
  told(value: unknown): object {
    if (this.field?.reference === true) {
      return { value: value === null ? [] : [value] };
    }
    return this.field?.dataType === 'Boolean' ? { checked: value, value } : { value };
  }
}
