import { LightningElement, api } from 'lwc';
import type { Cell, Section } from 'shell/layoutModel';
import type { FieldInfo, FieldValue, PicklistFields, RecordValue } from 'shell/uiApi';

interface ShownInput {
  readonly key: string;
  readonly field: FieldInfo;
  readonly label: string;
  readonly value: unknown;
  readonly displayValue: string | null;
  readonly picklist: unknown;
  readonly controllerValue: unknown;
  readonly isRequired: boolean;
  readonly errors: readonly string[];
}
interface Input extends HTMLElement {
  readonly label: string;
  reportValidity(): boolean;
}
interface ShownCell extends Cell {
  readonly isInput: boolean;
  readonly canStart: boolean;
  readonly editLabel: string;
  /** The input that editing begins in. */
  readonly editField: string;
  readonly helpLabel: string;
  readonly first: FieldInfo | undefined;
  readonly others: readonly FieldInfo[];
  readonly inputs: readonly ShownInput[];
  readonly className: string;
}

/** The sections of a layout, to read or to edit. What people type is told to the owner, who keeps it. */
export default class LayoutSections extends LightningElement {
  @api sections: readonly Section[] = [];
  @api record?: RecordValue;
  @api objectName = '';
  @api isEditing = false;
  /** Offers the pencil. */
  @api isInline = false;
  /** One column whatever the layout says: narrow regions and phones. */
  @api isNarrow = false;
  @api picklists: PicklistFields = {};
  @api errors: Readonly<Record<string, readonly string[]>> = {};
  /** What is typed and not saved, by field. */
  @api draft: Readonly<Record<string, FieldValue>> = {};

  closed: readonly string[] = [];

  @api focusField(name: string): void {
    this.template?.querySelector<HTMLElement>(`shell-field-input[data-field="${name}"]`)?.focus();
  }
  /** The pencil of a field. */
  @api focusStart(name: string): void {
    this.template?.querySelector<HTMLElement>(`lightning-button-icon[data-field="${name}"]`)?.focus();
  }
  @api focusFirst(): void {
    this.template?.querySelector<HTMLElement>('shell-field-input')?.focus();
  }
  /** Shows every missing or malformed value and goes to the first; the labels of their fields. */
  @api invalidFields(): readonly string[] {
    const inputs = [...(this.template?.querySelectorAll<Input>('shell-field-input') ?? [])];
    const invalid = inputs.filter((input) => !input.reportValidity());
    invalid[0]?.focus();
    return invalid.map(({ label }) => label);
  }

  get shown(): readonly object[] {
    return this.sections.map((section) => ({
      ...section,
      isOpen: !this.closed.includes(section.key),
      className: `slds-section slds-m-bottom_none${this.closed.includes(section.key) ? '' : ' slds-is-open'}`,
      icon: this.closed.includes(section.key) ? 'utility:chevronright' : 'utility:chevrondown',
      cells: section.cells.map((cell) => this.shownCell(cell, section)),
    }));
  }

  shownCell(cell: Cell, section: Section): ShownCell {
    const isInput = this.isEditing && cell.isEditable;
    const width =
      section.columns > 1 && !this.isNarrow ? 'slds-size_1-of-1 slds-medium-size_1-of-2' : 'slds-size_1-of-1';
    return {
      ...cell,
      isInput,
      canStart: this.isInline && !this.isEditing && cell.isEditable,
      editLabel: `Edit ${cell.label}`,
      helpLabel: `Help for ${cell.label}`,
      editField: cell.fields.find(({ updateable }) => updateable)?.apiName ?? cell.fields[0]?.apiName ?? '',
      first: cell.shown[0],
      others: cell.shown.slice(1),
      inputs: isInput
        ? cell.fields.filter(({ compound }) => !compound).map((field) => this.inputElement(field, cell))
        : [],
      className: `slds-col ${width} slds-p-horizontal_small`,
    };
  }

  inputElement(field: FieldInfo, cell: Cell): ShownInput {
    const { value } = this.storedValue(field.apiName);
    return {
      key: field.apiName,
      field,
      label: cell.fields.length === 1 ? cell.label : field.label,
      value,
      displayValue: this.lookupName(field),
      picklist: this.picklists[field.apiName],
      controllerValue: field.controllerName === null ? null : this.storedValue(field.controllerName).value,
      isRequired: field.required || (cell.isRequired && cell.fields.length === 1),
      errors: this.errors[field.apiName] ?? [],
    };
  }

  storedValue(name: string): FieldValue {
    return this.draft[name] ?? this.record?.fields[name] ?? { value: null, displayValue: null };
  }
  lookupName(field: FieldInfo): string | null {
    const draft = this.draft[field.apiName];
    return draft === undefined
      ? (this.record?.fields[field.relationshipName ?? '']?.displayValue ??
          this.storedValue(field.apiName).displayValue)
      : draft.displayValue;
  }

  handleToggle(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset['section'] ?? '';
    this.closed = this.closed.includes(key) ? this.closed.filter((one) => one !== key) : [...this.closed, key];
  }
  handleStart(event: Event): void {
    const field = (event.currentTarget as HTMLElement).dataset['field'] ?? '';
    this.dispatchEvent(new CustomEvent('editstart', { detail: { field } }));
  }
}
