import { LightningElement, api } from 'lwc';
import { objectNameOf, type FieldName, type ObjectName } from 'shell/fieldIds';
import { uiApi } from 'shell/http';
import { resourceSource } from 'shell/recordStore';
import type { Layout } from 'shell/uiApi';

interface Editor extends HTMLElement {
  submit(fields?: Readonly<Record<string, unknown>>): void;
}

/** A form that lays itself out: of given fields, or as the page layout has them. Source: Component Reference, `lightning-record-form`. */
export default class RecordForm extends LightningElement {
  @api density = 'auto';
  @api recordTypeId?: string;
  isEditing = false;
  layoutFields: readonly string[] = [];
  _fields: readonly FieldName[] = [];
  _objectName: ObjectName = '';
  _recordId: string | null = null;
  _layoutType = '';
  _mode = '';
  _columns = 1;

  @api get objectApiName(): ObjectName {
    return this._objectName;
  }
  set objectApiName(value: ObjectName | undefined) {
    this._objectName = value ?? '';
    void this.readLayout();
  }
  @api get recordId(): string | null {
    return this._recordId;
  }
  set recordId(value: string | null | undefined) {
    this._recordId = value === '' ? null : (value ?? null);
    void this.readLayout();
  }
  @api get fields(): readonly FieldName[] {
    return this._fields;
  }
  set fields(value: readonly FieldName[] | undefined) {
    this._fields = value ?? [];
  }
  /** `Full` or `Compact`. */
  @api get layoutType(): string {
    return this._layoutType;
  }
  set layoutType(value: string) {
    this._layoutType = value;
    void this.readLayout();
  }
  /** `view`, `edit` or `readonly`; without one a stored record is shown and a new one edited. */
  @api get mode(): string {
    return this._mode;
  }
  set mode(value: string) {
    this._mode = value;
    this.isEditing = value === 'edit';
  }
  @api get columns(): number {
    return this._columns;
  }
  set columns(value: number | string) {
    this._columns = Math.max(1, Number(value));
  }
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    this.template?.querySelector<Editor>('lightning-record-edit-form')?.submit(fields);
  }

  get isEditor(): boolean {
    return this._mode !== 'readonly' && (this.isEditing || this._recordId === null);
  }
  get mayEdit(): boolean {
    return this._mode !== 'readonly';
  }
  get hasFields(): boolean {
    return this.names.length > 0;
  }
  get names(): readonly string[] {
    const given = this._fields.map((one) => (typeof one === 'string' ? one : one.fieldApiName));
    return [...new Set([...given.map((name) => name.slice(name.indexOf('.') + 1)), ...this.layoutFields])];
  }
  get itemClass(): string {
    return `slds-col slds-p-horizontal_small slds-size_1-of-${this._columns}`;
  }

  async readLayout(): Promise<void> {
    const object = objectNameOf(this._objectName);
    if (object === '' || this._layoutType === '') {
      return;
    }
    const mode = this._recordId === null ? 'Create' : 'View';
    const path = uiApi(`layout/${object}`, {
      layoutType: this._layoutType,
      mode,
      recordTypeId: this.recordTypeId,
    });
    try {
      this.layoutFields = fieldsOf((await resourceSource(path, 'metadata').read()) as Layout);
    } catch (error) {
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    }
  }

  handleEdit(): void {
    this.isEditing = true;
  }
  handleCancel(): void {
    this.isEditing = this._mode === 'edit';
    this.dispatchEvent(new CustomEvent('cancel'));
  }
  /** What the inner form tells, the outer one tells. */
  handleInner(event: CustomEvent<unknown>): void {
    event.stopPropagation();
    const { type, detail } = event;
    const told = new CustomEvent(type, { cancelable: event.cancelable, detail });
    if (!this.dispatchEvent(told)) {
      event.preventDefault();
    }
    if (type === 'success') {
      this.isEditing = this._mode === 'edit';
    }
  }
}

function fieldsOf(layout: Layout): readonly string[] {
  return layout.sections
    .flatMap(({ layoutRows }) => layoutRows)
    .flatMap(({ layoutItems }) => layoutItems)
    .flatMap(({ layoutComponents }) => layoutComponents)
    .flatMap(({ componentType, apiName }) => (componentType === 'Field' && apiName !== null ? [apiName] : []));
}
