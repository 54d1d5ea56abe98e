import { LightningElement, api } from 'lwc';
import { objectNameOf, type ObjectName } from 'shell/fieldIds';
import { acceptPart, FormModel, REGISTER_PART, type FormSettings } from 'shell/formModel';

/** Shows fields of one record. Source: Component Reference, `lightning-record-view-form`. */
export default class RecordViewForm extends LightningElement {
  @api density = 'auto';
  @api optionalFields?: readonly string[];
  #form = new FormModel(this);
  _objectName: ObjectName = '';
  _recordId: string | null = null;

  constructor() {
    super();
    this.addEventListener(REGISTER_PART, (event) => acceptPart(event, this.#form));
  }

  @api get objectApiName(): ObjectName {
    return this._objectName;
  }
  set objectApiName(value: ObjectName | undefined) {
    this._objectName = value ?? '';
    this.#form.plan();
  }
  @api get recordId(): string | null {
    return this._recordId;
  }
  set recordId(value: string | null | undefined) {
    this._recordId = value === '' ? null : (value ?? null);
    this.#form.plan();
  }

  override disconnectedCallback(): void {
    this.#form.stop();
  }

  settings(): FormSettings {
    const objectName = this._recordId === null ? '' : objectNameOf(this._objectName);
    return { objectName, recordId: this._recordId, recordTypeId: null, isEditable: false };
  }
  loaded({ info, record }: FormModel): void {
    if (info !== null && record !== null) {
      const detail = { records: { [record.id ?? '']: record }, objectInfos: { [info.apiName]: info } };
      this.dispatchEvent(new CustomEvent('load', { detail }));
    }
  }
  failed(): void {
    // The message stands in `lightning-messages`; a form that only shows has no event for it.
  }
}
