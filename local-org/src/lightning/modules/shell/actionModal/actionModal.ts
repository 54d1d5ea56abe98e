import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { CloseScreenEventName } from 'lightning/actions';
import type { ComponentClass } from 'shell/component';
import { messageOf } from 'shell/fetch';
import { afterHeading } from 'shell/modalFocus';
import { sectionsOf, fieldNames, type Section } from 'shell/layoutModel';
import {
  createRecord,
  faultOf,
  picklists,
  updateRecord,
  type FieldValue,
  type Layout,
  type ObjectInfo,
  type PicklistFields,
  type RecordValue,
} from 'shell/uiApi';

export interface ActionModel {
  readonly apiName: string;
  readonly label: string;
  readonly component: string | null;
  /** `Create`, `Update`, `LightningWebComponent` … */
  readonly type: string;
  /** `ScreenAction` or `Action`. */
  readonly subtype: string | null;
  readonly successMessage: string | null;
  readonly targetObject: string | null;
  readonly layout: Layout | null;
  readonly objectInfo: ObjectInfo | null;
  readonly record: RecordValue | null;
}

interface Sections extends HTMLElement {
  focusFirst(): void;
  invalidFields(): readonly string[];
}

/** The window of a quick action: its component, or a small form for the record it makes or changes. */
export default class ActionModal extends LightningModal {
  @api action!: ActionModel;
  @api recordId: string | null = null;
  @api objectName = '';
  @api component: ComponentClass | null = null;

  picklists: PicklistFields = {};
  draft: Readonly<Record<string, FieldValue>> = {};
  pageErrors: readonly string[] = [];
  fieldErrors: Readonly<Record<string, readonly string[]>> = {};
  invalidFields: readonly string[] = [];
  isSaving = false;
  #isFocused = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // The base class keeps the host from the template's own listeners.
    this.template?.addEventListener(CloseScreenEventName, () => {
      this.close();
    });
    const { objectInfo, record } = this.action;
    if (objectInfo !== null) {
      void picklists(objectInfo.apiName, record?.recordTypeId ?? null).then((found) => {
        this.picklists = found;
      });
    }
  }

  override renderedCallback(): void {
    const sections = this.template?.querySelector<Sections>('shell-layout-sections') ?? null;
    if (sections !== null && this.template !== null && !this.#isFocused) {
      this.#isFocused = true;
      afterHeading(this.template, () => {
        sections.focusFirst();
      });
    }
  }

  get values(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId ?? undefined, objectApiName: this.objectName };
  }
  get isForm(): boolean {
    return this.component === null;
  }
  get isUpdate(): boolean {
    return this.action.type === 'Update';
  }
  get sections(): readonly Section[] {
    const { layout, objectInfo } = this.action;
    return layout === null || objectInfo === null
      ? []
      : sectionsOf(layout, objectInfo, this.isUpdate ? 'Edit' : 'Create');
  }

  handleValue(event: CustomEvent<{ readonly field: string } & FieldValue>): void {
    event.stopPropagation();
    const { field, value, displayValue } = event.detail;
    this.draft = { ...this.draft, [field]: { value, displayValue } };
    this.fieldErrors = Object.fromEntries(Object.entries(this.fieldErrors).filter(([name]) => name !== field));
  }
  handleCancel(): void {
    this.close();
  }
  handleSave(): void {
    void this.save();
  }

  async save(): Promise<void> {
    const sections = this.template?.querySelector<Sections>('shell-layout-sections') ?? null;
    this.pageErrors = [];
    this.fieldErrors = {};
    this.invalidFields = sections?.invalidFields() ?? [];
    if (this.invalidFields.length > 0) {
      return;
    }
    this.isSaving = true;
    try {
      await this.send();
      this.close(this.action.successMessage ?? `${this.action.label}: saved.`);
    } catch (error) {
      const fault = faultOf(error);
      this.pageErrors =
        fault.pageErrors.length > 0 || Object.keys(fault.fieldErrors).length > 0
          ? fault.pageErrors
          : [messageOf(error)];
      this.fieldErrors = fault.fieldErrors;
    } finally {
      this.isSaving = false;
    }
  }

  /** An update sends what was changed; a new record all it starts with as well, shown or not. */
  async send(): Promise<void> {
    const { record, objectInfo, targetObject } = this.action;
    const changed = Object.fromEntries(Object.entries(this.draft).map(([name, { value }]) => [name, value]));
    if (this.isUpdate) {
      await updateRecord(this.recordId ?? '', changed);
      return;
    }
    const shown = new Set(fieldNames(this.sections));
    const started = Object.entries(record?.fields ?? {}).flatMap(([name, { value }]) => {
      const isSent = value !== null && objectInfo?.fields[name]?.createable === true;
      return isSent && (shown.has(name) || typeof value !== 'object') ? [[name, value] as const] : [];
    });
    await createRecord(targetObject ?? '', { ...Object.fromEntries(started), ...changed });
  }
}
