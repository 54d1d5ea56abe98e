/**
 * The record of a page: read once for all parts of the page, edited in one draft, saved as one. Parts say which fields
 * they show and are told when anything changed.
 */
import {
  faultOf,
  objectInfo,
  readRecord,
  textOf,
  updateRecord,
  type Fault,
  type FieldValue,
  type ObjectInfo,
  type RecordValue,
} from 'shell/uiApi';

type Listener = () => void;

export type Draft = FieldValue;
/** Shows what is wrong with the inputs of a part; their labels. */
type Check = () => readonly string[];

export class RecordContext {
  readonly recordId: string;
  readonly objectName: string;
  info: ObjectInfo | null = null;
  record: RecordValue | null = null;
  /** Why the record can't be shown. */
  fault: Fault | null = null;
  isEditing = false;
  isSaving = false;
  /** The field that editing began at. */
  focusField: string | null = null;
  pageErrors: readonly string[] = [];
  fieldErrors: Readonly<Record<string, readonly string[]>> = {};
  /** Labels of fields whose inputs are missing or malformed. */
  invalidFields: readonly string[] = [];

  readonly #draft = new Map<string, Draft>();
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<Listener>();
  readonly #checks = new Set<Check>();
  #reading: Promise<void> | null = null;

  constructor(recordId: string, objectName: string) {
    this.recordId = recordId;
    this.objectName = objectName;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A part with inputs is asked before anything is saved. */
  addCheck(check: Check): () => void {
    this.#checks.add(check);
    return () => this.#checks.delete(check);
  }

  /** Has the fields read; those the user can't see are left out. */
  want(fields: readonly string[]): Promise<void> {
    const before = this.#wanted.size;
    for (const field of fields) {
      this.#wanted.add(field);
    }
    return this.#wanted.size === before && this.record !== null ? Promise.resolve() : this.read();
  }

  /** Reads what all parts want; those that ask in the same turn share one request. */
  read(): Promise<void> {
    this.#reading ??= Promise.resolve().then(() => this.readNow());
    return this.#reading;
  }

  private async readNow(): Promise<void> {
    this.#reading = null;
    try {
      this.info ??= await objectInfo(this.objectName);
      const names = [...new Set([...this.info.nameFields, ...this.#wanted])];
      this.record = await readRecord(this.objectName, this.recordId, names);
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
    this.tell();
  }

  /** What is shown while editing: the draft over the record. */
  value(field: string): FieldValue {
    return this.#draft.get(field) ?? this.record?.fields[field] ?? { value: null, displayValue: null };
  }
  get draft(): Readonly<Record<string, FieldValue>> {
    return Object.fromEntries(this.#draft);
  }
  get isDirty(): boolean {
    return this.#draft.size > 0;
  }
  get name(): string {
    const field = this.info?.nameFields[0] ?? 'Name';
    const name = this.record?.fields[field];
    return textOf(name?.displayValue ?? name?.value);
  }

  edit(field: string | null): void {
    this.isEditing = true;
    this.focusField = field;
    this.tell();
  }
  set(field: string, draft: Draft): void {
    const stored = this.record?.fields[field]?.value ?? null;
    if (stored === (draft.value ?? null)) {
      this.#draft.delete(field);
    } else {
      this.#draft.set(field, draft);
    }
    if (this.fieldErrors[field] !== undefined) {
      this.fieldErrors = Object.fromEntries(Object.entries(this.fieldErrors).filter(([name]) => name !== field));
    }
    this.tell();
  }
  cancel(): void {
    this.#draft.clear();
    this.isEditing = false;
    this.clearErrors();
    this.tell();
  }

  /** True when it is saved; errors are for the parts to show. */
  async save(): Promise<boolean> {
    if (!this.isDirty) {
      this.cancel();
      return true;
    }
    this.clearErrors();
    this.invalidFields = [...this.#checks].flatMap((check) => check());
    if (this.invalidFields.length > 0) {
      this.tell();
      return false;
    }
    this.isSaving = true;
    this.tell();
    try {
      const fields = Object.fromEntries([...this.#draft].map(([name, { value }]) => [name, value]));
      await updateRecord(this.recordId, fields);
      await this.read();
      this.#draft.clear();
      this.isEditing = false;
      return true;
    } catch (error) {
      const { pageErrors, fieldErrors } = faultOf(error);
      this.pageErrors = pageErrors;
      this.fieldErrors = fieldErrors;
      return false;
    } finally {
      this.isSaving = false;
      this.tell();
    }
  }

  private clearErrors(): void {
    this.pageErrors = [];
    this.fieldErrors = {};
    this.invalidFields = [];
  }
  private tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}
