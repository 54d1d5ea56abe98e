import { LightningElement, api } from 'lwc';
import { objectNameOf, type ObjectName } from 'shell/fieldIds';
import { acceptPart, FormModel, REGISTER_PART, type FormFault, type FormSettings } from 'shell/formModel';

/** A form of one record, new or stored. Source: Component Reference, `lightning-record-edit-form`. */
export default class RecordEditForm extends LightningElement {
  @api density = 'auto';
  @api formClass = '';
  @api layoutType?: string;
  @api optionalFields?: readonly string[];
  #form = new FormModel(this);
  _objectName: ObjectName = '';
  _recordId: string | null = null;
  _recordTypeId: string | null = null;

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
  @api get recordTypeId(): string | null {
    return this._recordTypeId;
  }
  set recordTypeId(value: string | null | undefined) {
    this._recordTypeId = value === '' ? null : (value ?? null);
    this.#form.plan();
  }

  /** Saves these fields, or what the inputs hold. */
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    if (this.#form.areInputsValid()) {
      void this.save(fields ?? this.#form.values());
    }
  }

  override disconnectedCallback(): void {
    this.#form.stop();
  }

  get classes(): string {
    return `slds-form ${this.formClass}`;
  }

  settings(): FormSettings {
    return {
      objectName: objectNameOf(this._objectName),
      recordId: this._recordId,
      recordTypeId: this._recordTypeId,
      isEditable: true,
    };
  }

  loaded({ info, record }: FormModel): void {
    if (info !== null && record !== null) {
      const objectInfos = { [info.apiName]: info };
      const detail =
        this._recordId === null
          ? { record, objectInfos }
          : { records: { [record.id ?? this._recordId]: record }, objectInfos };
      this.dispatchEvent(new CustomEvent('load', { detail }));
    }
  }
  failed(fault: FormFault): void {
    this.tellError(fault);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    if (!this.#form.areInputsValid()) {
      return;
    }
    const fields = { ...this.#form.values() };
    const submit = new CustomEvent('submit', { cancelable: true, detail: { fields } });
    if (this.dispatchEvent(submit)) {
      void this.save(fields);
    }
  }

  async save(fields: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      const saved = await this.#form.save(fields);
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
    } catch {
      if (this.#form.fault !== null) {
        this.tellError(this.#form.fault);
      }
    }
  }

  tellError({ message, detail, output }: FormFault): void {
    this.dispatchEvent(new CustomEvent('error', { detail: { message, detail, output } }));
  }
}
