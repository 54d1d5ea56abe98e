/**
 * What a record form and the fields in it share: the record, what describes it, what was typed and what the org said
 * of it. Fields find their form by an event that they send up the page.
 */
import { faultOf, type Fault } from 'shell/fault';
import { uiApi } from 'shell/http';
import { recordSource, resourceSource, type Source } from 'shell/recordStore';
import type { FieldInfo, ObjectInfo, PicklistField, RecordValue } from 'shell/uiApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

export type { Fault as FormFault } from 'shell/fault';

const UNKNOWN = 'An error occurred while trying to update the record. Please try again.';

/** Sent by a part of a form when it comes onto the page. */
export const REGISTER_PART = 'lightning__formregister';

export interface FormPart {
  /** Null for a part that shows no field. */
  readonly fieldName: string | null;
  readonly isInput: boolean;
  /** Something of the form changed. */
  formChanged(form: FormModel): void;
  /** Shows what is missing; true where nothing is. */
  checkInput(): boolean;
}
interface Draft {
  readonly value: unknown;
  readonly displayValue: string | null;
}
export interface FormSettings {
  readonly objectName: string;
  readonly recordId: string | null;
  readonly recordTypeId: string | null;
  /** False for forms that only show. */
  readonly isEditable: boolean;
}
const NOTHING: Draft = { value: null, displayValue: null };
const TYPES_WITH_VALUES = new Set(['Picklist', 'MultiPicklist', 'ComboBox']);

export class FormModel {
  info: ObjectInfo | null = null;
  /** As stored, or the defaults of a new one. */
  record: RecordValue | null = null;
  fault: Fault | null = null;
  isBusy = false;
  readonly #host: FormHost;
  readonly #parts = new Set<FormPart>();
  readonly #draft = new Map<string, Draft>();
  readonly #stops = new Map<string, () => void>();
  #picklists: Readonly<Record<string, PicklistField>> = {};
  #isDue = false;

  constructor(host: FormHost) {
    this.#host = host;
  }

  add(part: FormPart): void {
    this.#parts.add(part);
    this.plan();
  }
  remove(part: FormPart): void {
    this.#parts.delete(part);
  }

  /** Reads what the form needs by now; parts and settings that come in one turn make one request. */
  plan(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        this.read();
      });
    }
  }
  stop(): void {
    for (const stop of this.#stops.values()) {
      stop();
    }
    this.#stops.clear();
  }

  field(name: string | null): FieldInfo | null {
    return name === null ? null : (this.info?.fields[name] ?? null);
  }
  value(name: string): Draft {
    return this.#draft.get(name) ?? this.record?.fields[name] ?? NOTHING;
  }
  /** How what a lookup leads to is called. */
  displayValue(field: FieldInfo): string | null {
    const draft = this.#draft.get(field.apiName);
    const parent = field.relationshipName === null ? undefined : this.record?.fields[field.relationshipName];
    return draft === undefined ? (parent?.displayValue ?? null) : draft.displayValue;
  }
  picklist(name: string): PicklistField | undefined {
    return this.#picklists[name];
  }
  errors(name: string): readonly string[] {
    return this.fault?.fieldErrors[name] ?? [];
  }
  /** Errors that stand at no field of the form. */
  get pageErrors(): readonly string[] {
    const shown = new Set([...this.#parts].filter(({ isInput }) => isInput).map(({ fieldName }) => fieldName));
    const { pageErrors = [], fieldErrors = {} } = this.fault ?? {};
    return [...pageErrors, ...Object.entries(fieldErrors).flatMap(([name, texts]) => (shown.has(name) ? [] : texts))];
  }

  set(name: string, draft: Draft): void {
    this.#draft.set(name, draft);
    if (this.fault !== null && name in this.fault.fieldErrors) {
      const { [name]: _gone, ...fieldErrors } = this.fault.fieldErrors;
      this.fault = { ...this.fault, fieldErrors };
    }
    this.tell();
  }
  reset(name: string): void {
    this.#draft.delete(name);
    this.tell();
  }

  /** What the inputs hold, by field. */
  values(): Readonly<Record<string, unknown>> {
    const names = [...this.#parts].flatMap(({ fieldName, isInput }) =>
      isInput && fieldName !== null ? [fieldName] : [],
    );
    return Object.fromEntries(
      names.filter((name) => this.mayWrite(this.field(name))).map((name) => [name, this.value(name).value]),
    );
  }
  mayWrite(field: FieldInfo | null): boolean {
    return field !== null && (this.#host.settings().recordId === null ? field.createable : field.updateable);
  }
  areInputsValid(): boolean {
    return [...this.#parts].map((part) => part.checkInput()).every(Boolean);
  }

  /** The saved record; throws what the org refused it with, which the parts show by then. */
  async save(fields: Readonly<Record<string, unknown>>): Promise<RecordValue> {
    const { objectName, recordId, recordTypeId } = this.#host.settings();
    this.isBusy = true;
    this.fault = null;
    this.tell();
    try {
      const saved = (
        recordId === null
          ? await createRecord({
              apiName: objectName,
              fields: { ...(recordTypeId === null ? {} : { RecordTypeId: recordTypeId }), ...fields },
            })
          : await updateRecord({ fields: { ...this.changedOnly(fields), Id: recordId } })
      ) as RecordValue;
      if (recordId !== null) {
        this.#draft.clear();
      }
      return saved;
    } catch (error) {
      this.fault = faultOf(error, UNKNOWN);
      throw error;
    } finally {
      this.isBusy = false;
      this.tell();
    }
  }

  private changedOnly(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => (this.record?.fields[name]?.value ?? null) !== (value ?? null)),
    );
  }

  private read(): void {
    const { objectName } = this.#host.settings();
    if (objectName === '') {
      return;
    }
    this.follow(
      'info',
      resourceSource(uiApi(`object-info/${objectName}`), 'metadata'),
      `info ${objectName}`,
      (info) => {
        this.info = info as ObjectInfo;
        this.plan();
      },
    );
    if (this.info?.apiName === objectName) {
      this.readRecord(this.info);
      this.readPicklists(this.info);
    }
  }

  private readRecord(info: ObjectInfo): void {
    const { recordId, recordTypeId } = this.#host.settings();
    const names = this.names(info);
    const optionalFields = names.map((name) => `${info.apiName}.${name}`);
    if (names.length === 0) {
      return;
    }
    const key = `${recordId ?? 'new'} ${recordTypeId ?? ''} ${names.join()}`;
    if (recordId === null) {
      const path = uiApi(`record-defaults/create/${info.apiName}`, { recordTypeId, optionalFields });
      this.follow('record', resourceSource(path), key, (answer) => {
        this.record = (answer as { readonly record: RecordValue }).record;
        this.loaded();
      });
    } else {
      this.follow('record', recordSource({ recordId, optionalFields }), key, (record) => {
        this.record = record as RecordValue;
        this.loaded();
      });
    }
  }

  private readPicklists(info: ObjectInfo): void {
    const { isEditable, recordTypeId } = this.#host.settings();
    const type = this.record?.recordTypeId ?? recordTypeId ?? info.defaultRecordTypeId;
    const isWanted = this.names(info).some((name) => TYPES_WITH_VALUES.has(info.fields[name]?.dataType ?? ''));
    if (isEditable && isWanted && this.record !== null) {
      const path = uiApi(`object-info/${info.apiName}/picklist-values/${type}`);
      this.follow('picklists', resourceSource(path, 'metadata'), path, (answer) => {
        this.#picklists = (
          answer as { readonly picklistFieldValues: Readonly<Record<string, PicklistField>> }
        ).picklistFieldValues;
        this.tell();
      });
    }
  }

  /** Fields to read: those of the parts, what controls them, and what the record is called. */
  private names(info: ObjectInfo): readonly string[] {
    const asked = [...this.#parts].flatMap(({ fieldName }) => info.fields[fieldName ?? ''] ?? []);
    const all = asked.flatMap(({ apiName, controllerName, relationshipName }) => [
      apiName,
      ...(controllerName === null ? [] : [controllerName]),
      ...(relationshipName === null ? [] : [`${relationshipName}.Name`]),
    ]);
    return [...new Set(all)].sort();
  }

  private follow(slot: string, source: Source, key: string, take: (answer: unknown) => void): void {
    const isKnown = this.#stops.has(`${slot} ${key}`);
    if (isKnown) {
      return;
    }
    for (const [name, stop] of this.#stops) {
      if (name.startsWith(`${slot} `)) {
        stop();
        this.#stops.delete(name);
      }
    }
    this.#stops.set(`${slot} ${key}`, () => undefined);
    const stop = source.subscribe(({ data, error }) => {
      if (error === undefined) {
        take(data);
      } else {
        this.fault = faultOf(error, UNKNOWN);
        this.#host.failed(this.fault);
        this.tell();
      }
    });
    this.#stops.set(`${slot} ${key}`, stop);
  }

  private loaded(): void {
    this.plan();
    this.tell();
    this.#host.loaded(this);
  }
  private tell(): void {
    for (const part of [...this.#parts]) {
      part.formChanged(this);
    }
  }
}

/** The component that is the form. */
export interface FormHost {
  settings(): FormSettings;
  loaded(form: FormModel): void;
  failed(fault: Fault): void;
}

/** Finds the form around a part; null where there is none. */
export function joinForm(element: EventTarget, part: FormPart): FormModel | null {
  const asked: { form: FormModel | null } = { form: null };
  element.dispatchEvent(new CustomEvent(REGISTER_PART, { bubbles: true, composed: true, detail: asked }));
  asked.form?.add(part);
  return asked.form;
}
/** Answers parts that look for their form. */
export function acceptPart(event: Event, form: FormModel): void {
  event.stopPropagation();
  (event as CustomEvent<{ form: FormModel | null }>).detail.form = form;
}
