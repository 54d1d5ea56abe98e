import { LightningElement, api } from 'lwc';
import { messageOf } from 'shell/fetch';
import { fieldNames, sectionsOf, type Section } from 'shell/layoutModel';
import type { PageContext, RegionWidth } from 'shell/pageModel';
import type { RecordContext } from 'shell/recordContext';
import { layout, objectInfo, picklists, type FieldValue, type PicklistFields, type RecordValue } from 'shell/uiApi';

interface Sections extends HTMLElement {
  focusField(name: string): void;
  focusStart(name: string): void;
  invalidFields(): readonly string[];
}

/** The details of a record: the sections of its page layout, edited in place. */
export default class DetailPanel extends LightningElement {
  @api context!: PageContext;
  @api regionWidth: RegionWidth = 'LARGE';
  @api isNested = false;

  sections: readonly Section[] = [];
  picklists: PicklistFields = {};
  version = 0;
  isEditing = false;
  problem: string | null = null;
  #stop: () => void = () => undefined;
  #focus: string | null = null;

  override connectedCallback(): void {
    const stops = [this.shared?.subscribe(() => this.changed()), this.shared?.addCheck(() => this.check())];
    this.#stop = () => {
      stops.forEach((stop) => stop?.());
    };
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#stop();
  }
  override renderedCallback(): void {
    const field = this.#focus;
    const sections = this.sectionsElement;
    if (field !== null && sections !== null) {
      this.#focus = null;
      const { isEditing } = this;
      // The inputs are rendered after the sections are.
      requestAnimationFrame(() => {
        if (isEditing) {
          sections.focusField(field);
        } else {
          sections.focusStart(field);
        }
      });
    }
  }

  async load(): Promise<void> {
    const record = this.shared;
    if (record === null) {
      return;
    }
    try {
      await record.want([]);
      const recordType = record.record?.recordTypeId ?? null;
      const [info, full] = await Promise.all([
        objectInfo(record.objectName),
        layout(record.objectName, 'Full', 'View', recordType),
      ]);
      this.sections = sectionsOf(full, info, 'View');
      await record.want(fieldNames(this.sections));
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  changed(): void {
    const record = this.shared;
    if (record === null) {
      return;
    }
    if (record.isEditing && Object.keys(this.picklists).length === 0) {
      void picklists(record.objectName, record.record?.recordTypeId ?? null).then((found) => {
        this.picklists = found;
      });
    }
    if (record.isEditing !== this.isEditing) {
      // Into the field where editing begins, and back to its pencil afterwards.
      this.#focus = record.focusField;
    }
    this.isEditing = record.isEditing;
    this.version++;
  }

  check(): readonly string[] {
    return this.isEditing ? (this.sectionsElement?.invalidFields() ?? []) : [];
  }
  get sectionsElement(): Sections | null {
    return this.template?.querySelector<Sections>('shell-layout-sections') ?? null;
  }

  /** Reading `version` has the getters below follow the context, which is no reactive value. */
  get current(): RecordContext | null {
    return this.version < 0 ? null : this.shared;
  }
  get shared(): RecordContext | null {
    return this.context.record;
  }
  get objectName(): string {
    return this.shared?.objectName ?? '';
  }
  get hasCard(): boolean {
    return !this.isNested;
  }
  get className(): string {
    return this.isNested ? '' : 'slds-card slds-p-around_small';
  }
  get record(): RecordValue | undefined {
    return this.current?.record ?? undefined;
  }
  get isReady(): boolean {
    return this.sections.length > 0 && this.record !== undefined;
  }
  get canEdit(): boolean {
    return this.current?.info?.updateable === true;
  }
  get isNarrow(): boolean {
    return this.regionWidth === 'SMALL';
  }
  get errors(): Readonly<Record<string, readonly string[]>> {
    return this.current?.fieldErrors ?? {};
  }
  get draft(): Readonly<Record<string, FieldValue>> {
    return this.current?.draft ?? {};
  }

  handleStart(event: CustomEvent<{ readonly field: string }>): void {
    this.shared?.edit(event.detail.field);
  }
  handleDoubleClick(event: MouseEvent): void {
    const cell = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['field'] !== undefined);
    if (!this.isEditing && this.canEdit && cell !== undefined) {
      this.shared?.edit(cell.dataset['field'] ?? null);
    }
  }
  handleValue(event: CustomEvent<{ readonly field: string } & FieldValue>): void {
    event.stopPropagation();
    const { field, value, displayValue } = event.detail;
    this.shared?.set(field, { value, displayValue });
  }
}
