import { api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import LightningModal from 'lightning/modal';
import { messageOf } from 'shell/fetch';
import { afterHeading } from 'shell/modalFocus';
import { router } from 'shell/router';
import { faultOf, textOf, type FieldValue, type RecordTypeInfo } from 'shell/uiApi';
import { openForm, recordTypeChoices, saveForm, type Form, type FormRequest } from './recordForm.ts';

export type { FormKind, FormRequest } from './recordForm.ts';

export interface Saved {
  readonly id: string;
  readonly name: string;
  readonly objectLabel: string;
  /** Another one is wanted. */
  readonly isAgain: boolean;
}
interface Sections extends HTMLElement {
  focusFirst(): void;
  invalidFields(): readonly string[];
}

/** The window of a new record, a copy or an edited record. */
export default class RecordModal extends LightningModal {
  @api request!: FormRequest;

  types: readonly RecordTypeInfo[] = [];
  chosenType = '';
  form: Form | null = null;
  draft: Readonly<Record<string, FieldValue>> = {};
  isSaving = false;
  isDirty = false;
  problem: string | null = null;
  pageErrors: readonly string[] = [];
  fieldErrors: Readonly<Record<string, readonly string[]>> = {};
  invalidFields: readonly string[] = [];
  #isFocused = false;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Going back leaves the form's address, and with it the form.
    this.#stop = router.subscribe(({ overlay }) => {
      if (overlay === null) {
        this.#stop();
        super.close(null);
      }
    });
    void this.start();
  }
  override disconnectedCallback(): void {
    this.#stop();
  }
  override renderedCallback(): void {
    const sections = this.sectionsElement;
    if (sections !== null && this.template !== null && !this.#isFocused) {
      this.#isFocused = true;
      afterHeading(this.template, () => {
        sections.focusFirst();
      });
    }
  }

  async start(): Promise<void> {
    try {
      this.types = await recordTypeChoices(this.request);
      if (this.types.length === 0) {
        await this.open(this.request);
      } else {
        this.chosenType = (this.types.find((one) => one.defaultRecordTypeMapping) ?? this.types[0])?.recordTypeId ?? '';
      }
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
  async open(request: FormRequest): Promise<void> {
    this.form = await openForm(request);
    this.draft = this.form.draft;
  }

  /** What was typed is not dropped without asking. */
  @api override close(result?: unknown): void {
    if (result === undefined && this.isDirty && !this.isSaving) {
      void this.confirmClose();
    } else {
      this.#stop();
      super.close(result);
    }
  }
  async confirmClose(): Promise<void> {
    // The types that come with it promise no result.
    const isSure: unknown = await LightningConfirm.open({
      label: 'Discard changes?',
      message: 'What you entered has not been saved.',
      theme: 'default',
    });
    if (isSure === true) {
      this.#stop();
      super.close(null);
    }
  }

  get sectionsElement(): Sections | null {
    return this.template?.querySelector<Sections>('shell-layout-sections') ?? null;
  }
  get heading(): string {
    const { kind } = this.request;
    const label = this.form?.info.label ?? '';
    if (kind === 'edit') {
      return this.form === null ? 'Edit' : `Edit ${nameOf(this.form, {})}`;
    }
    return kind === 'clone' ? `Clone ${label}` : `New ${label}`;
  }
  get isChoosing(): boolean {
    return this.form === null && this.types.length > 0;
  }
  get typeOptions(): readonly { readonly label: string; readonly value: string }[] {
    return this.types.map(({ name, recordTypeId }) => ({ label: name, value: recordTypeId }));
  }
  get canSaveAndNew(): boolean {
    return this.request.kind !== 'edit' && this.form !== null;
  }
  get cannotSave(): boolean {
    return this.form === null;
  }

  handleType(event: CustomEvent<{ readonly value: string }>): void {
    this.chosenType = event.detail.value;
  }
  handleNext(): void {
    this.open({ ...this.request, recordTypeId: this.chosenType }).catch((error: unknown) => {
      this.problem = messageOf(error);
    });
  }
  handleValue(event: CustomEvent<{ readonly field: string } & FieldValue>): void {
    event.stopPropagation();
    const { field, value, displayValue } = event.detail;
    this.draft = { ...this.draft, [field]: { value, displayValue } };
    this.isDirty = true;
    this.fieldErrors = Object.fromEntries(Object.entries(this.fieldErrors).filter(([name]) => name !== field));
  }
  handleCancel(): void {
    this.close();
  }
  handleSave(): void {
    void this.save(false);
  }
  handleSaveAndNew(): void {
    void this.save(true);
  }

  async save(isAgain: boolean): Promise<void> {
    const { form } = this;
    // Buttons stay enabled while saving: a disabled one would lose the focus, and with it the keyboard.
    if (form === null || this.isSaving) {
      return;
    }
    this.pageErrors = [];
    this.fieldErrors = {};
    this.invalidFields = this.sectionsElement?.invalidFields() ?? [];
    if (this.invalidFields.length > 0) {
      return;
    }
    this.isSaving = true;
    try {
      const id = await saveForm(this.request, form, this.draft);
      this.close({ id, name: nameOf(form, this.draft), objectLabel: form.info.label, isAgain } satisfies Saved);
    } catch (error) {
      const fault = faultOf(error);
      this.pageErrors = fault.pageErrors;
      this.fieldErrors = fault.fieldErrors;
    } finally {
      this.isSaving = false;
    }
  }
}

/** What the record is called, as far as the form knows; people by their names' parts. */
function nameOf({ info, record }: Form, draft: Form['draft']): string {
  const value = (name: string): string => textOf((draft[name] ?? record.fields[name])?.value);
  const parts = ['FirstName', 'LastName'].map(value).filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : value(info.nameFields[0] ?? 'Name');
}
