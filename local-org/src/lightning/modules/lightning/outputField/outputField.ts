import { LightningElement, api } from 'lwc';
import type { FieldId } from 'shell/fieldIds';
import { joinForm, type FormModel, type FormPart } from 'shell/formModel';
import type { FieldInfo, RecordValue } from 'shell/uiApi';

/** One field of a record as people read it. Source: Component Reference, `lightning-output-field`. */
export default class OutputField extends LightningElement implements FormPart {
  @api fieldClass = '';
  @api variant = 'standard';
  readonly isInput = false;

  field: FieldInfo | null = null;
  record: RecordValue | null = null;
  _name: string | FieldId = '';
  #form: FormModel | null = null;

  /** The field's API name, or its reference. */
  @api get fieldName(): string {
    return typeof this._name === 'string' ? this._name.slice(this._name.indexOf('.') + 1) : this._name.fieldApiName;
  }
  set fieldName(name: string | FieldId) {
    this._name = name;
    this.#form?.plan();
  }

  override connectedCallback(): void {
    this.#form = joinForm(this, this);
  }
  override disconnectedCallback(): void {
    this.#form?.remove(this);
    this.#form = null;
  }

  formChanged(form: FormModel): void {
    this.record = form.record;
    this.field = form.record === null ? null : form.field(this.fieldName);
  }
  checkInput(): boolean {
    return true;
  }

  get labelClass(): string {
    return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
  }
  get valueClass(): string {
    return `slds-form-element__static ${this.fieldClass}`;
  }
}
