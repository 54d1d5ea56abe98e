import { LightningElement, api } from 'lwc';
import { textOf, type PageContext, type PageItem } from 'shell/pageModel';
import type { Cell, Section } from 'shell/layoutModel';
import type { RecordContext } from 'shell/recordContext';
import { picklists, type FieldValue, type PicklistFields, type RecordValue } from 'shell/uiApi';

/** A field that stands on the page itself, not in a layout: what Dynamic Forms make of a page. */
export default class PageField extends LightningElement {
  @api context!: PageContext;
  @api item!: PageItem;

  version = 0;
  picklists: PicklistFields = {};
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop =
      this.shared?.subscribe(() => {
        this.version++;
        void this.loadPicklists();
      }) ?? this.#stop;
    void this.shared?.want([this.fieldName]);
  }
  override disconnectedCallback(): void {
    this.#stop();
  }

  async loadPicklists(): Promise<void> {
    const record = this.shared;
    if (record?.isEditing === true && Object.keys(this.picklists).length === 0) {
      this.picklists = await picklists(record.objectName, record.record?.recordTypeId ?? null);
    }
  }

  get shared(): RecordContext | null {
    return this.version < 0 ? null : this.context.record;
  }
  get fieldName(): string {
    return (this.item.field ?? '').replace(/^Record\./, '');
  }
  get sections(): readonly Section[] {
    const field = this.shared?.info?.fields[this.fieldName];
    if (field === undefined) {
      return [];
    }
    const behavior = textOf(this.item.properties['uiBehavior']).toLowerCase();
    const cell: Cell = {
      key: field.apiName,
      label: field.label,
      fields: [field],
      shown: [field],
      isAddress: field.dataType === 'Address',
      isEditable: field.updateable && behavior !== 'readonly',
      isRequired: behavior === 'required',
      isBlank: false,
    };
    return [{ key: field.apiName, heading: '', hasHeading: false, columns: 1, cells: [cell] }];
  }
  get isReady(): boolean {
    return this.sections.length > 0 && this.record !== undefined;
  }
  get record(): RecordValue | undefined {
    return this.shared?.record ?? undefined;
  }
  get objectName(): string {
    return this.shared?.objectName ?? '';
  }
  get isEditing(): boolean {
    return this.shared?.isEditing === true;
  }
  get canEdit(): boolean {
    return this.shared?.info?.updateable === true;
  }
  get errors(): Readonly<Record<string, readonly string[]>> {
    return this.shared?.fieldErrors ?? {};
  }
  get draft(): Readonly<Record<string, FieldValue>> {
    return this.shared?.draft ?? {};
  }

  handleStart(event: CustomEvent<{ readonly field: string }>): void {
    this.shared?.edit(event.detail.field);
  }
  handleValue(event: CustomEvent<{ readonly field: string } & FieldValue>): void {
    event.stopPropagation();
    const { field, value, displayValue } = event.detail;
    this.shared?.set(field, { value, displayValue });
  }
}
