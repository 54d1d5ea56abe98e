/**
 * Records by id and field, whatever answer they came in. An answer is taken apart by `ingest`; `overlay` puts it
 * together again with the newest values, so that all who show a field show the same. Nested records are kept under
 * their own id.
 */
export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}
/** A record as the UI API writes it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly weakEtag: number;
  readonly recordTypeId: string | null;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly systemModstamp: string | null;
}

interface KeptField {
  readonly displayValue: string | null;
  /** The value, or the record a relationship leads to. */
  readonly value: unknown;
  readonly link: string | null;
  readonly at: number;
}
interface KeptRecord {
  head: Omit<RecordRepresentation, 'fields'>;
  readonly fields: Map<string, KeptField>;
}

/** Fields behind relationships of records are asked for again this deep. */
const MAXIMUM_DEPTH = 4;

export class RecordCache {
  readonly #records = new Map<string, KeptRecord>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes in all records of an answer; returns the ids of those that are now different. */
  ingest(answer: unknown): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const record of recordsIn(answer)) {
      this.keep(record, changed);
    }
    return changed;
  }

  /** The same answer with the newest values of the fields it has. */
  overlay(answer: unknown): unknown {
    if (Array.isArray(answer)) {
      return answer.map((item) => this.overlay(item));
    }
    if (!isObject(answer)) {
      return answer;
    }
    if (isRecord(answer)) {
      return this.overlayRecord(answer);
    }
    return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, this.overlay(value)]));
  }

  /** The record with these paths, if all required ones are there and none is older than `since`; else null. */
  read(id: string, required: readonly string[], optional: readonly string[], since: number): unknown {
    const kept = this.#records.get(id);
    if (kept === undefined) {
      return null;
    }
    const fields: Record<string, FieldValue> = {};
    for (const path of [...required, ...optional]) {
      if (!this.copy(kept, path.split('.'), fields, since)) {
        return null;
      }
    }
    return { ...kept.head, fields };
  }

  /** Paths of all that is known of a record, through relationships as well. */
  paths(id: string, depth = 0): readonly string[] {
    const kept = this.#records.get(id);
    return [...(kept?.fields ?? [])].flatMap(([name, { link }]) =>
      link === null
        ? // A relationship without a record behind it is named by its lookup field.
          [name]
        : depth < MAXIMUM_DEPTH
          ? this.paths(link, depth + 1).map((path) => `${name}.${path}`)
          : [],
    );
  }

  apiName(id: string): string | null {
    return this.#records.get(id)?.head.apiName ?? null;
  }

  remove(id: string): void {
    this.#records.delete(id);
  }

  private keep(record: RecordRepresentation, changed: Set<string>): void {
    const { fields, ...head } = record;
    const known = this.#records.get(record.id);
    const kept = known ?? { head, fields: new Map<string, KeptField>() };
    // Answers may overtake each other: an older one only adds what was not known.
    const isOlder = known !== undefined && head.weakEtag < known.head.weakEtag;
    for (const [name, field] of Object.entries(fields)) {
      if (isOlder && kept.fields.has(name)) {
        continue;
      }
      const link = isRecord(field.value) ? field.value.id : null;
      const next: KeptField = {
        displayValue: field.displayValue,
        value: link === null ? field.value : null,
        link,
        at: this.#now(),
      };
      const before = kept.fields.get(name);
      if (before === undefined || !isSame(before, next)) {
        changed.add(record.id);
      }
      kept.fields.set(name, next);
    }
    if (!isOlder) {
      if (JSON.stringify(kept.head) !== JSON.stringify(head)) {
        changed.add(record.id);
      }
      kept.head = head;
    }
    this.#records.set(record.id, kept);
  }

  private overlayRecord(record: RecordRepresentation): unknown {
    const kept = this.#records.get(record.id);
    if (kept === undefined) {
      return record;
    }
    const fields = Object.fromEntries(
      Object.entries(record.fields).map(([name, field]) => [name, this.overlayField(field, kept.fields.get(name))]),
    );
    return { ...kept.head, fields };
  }

  private overlayField(field: FieldValue, newest: KeptField | undefined): FieldValue {
    if (newest === undefined) {
      return field;
    }
    const { displayValue, link } = newest;
    if (link === null) {
      return { displayValue, value: newest.value };
    }
    const target = this.#records.get(link);
    const shown = isRecord(field.value) ? Object.keys(field.value.fields) : ['Id', 'Name'];
    const known = shown.filter((name) => target?.fields.has(name));
    const stub = { ...target?.head, id: link, fields: Object.fromEntries(known.map((name) => [name, EMPTY])) };
    const nested =
      isRecord(field.value) && field.value.id === link ? field.value : (stub as unknown as RecordRepresentation);
    return { displayValue, value: this.overlayRecord(nested) };
  }

  private copy(kept: KeptRecord, path: readonly string[], into: Record<string, FieldValue>, since: number): boolean {
    const [name = '', ...rest] = path;
    const field = kept.fields.get(name);
    if (field === undefined || field.at < since) {
      return false;
    }
    if (rest.length === 0 || field.link === null) {
      // A relationship itself is no field; one that leads nowhere has no fields.
      into[name] = { displayValue: field.displayValue, value: field.value };
      return field.link === null;
    }
    const target = this.#records.get(field.link);
    if (target === undefined) {
      return false;
    }
    const nested = into[name]?.value as { readonly fields: Record<string, FieldValue> } | undefined;
    const inner = nested?.fields ?? {};
    into[name] = { displayValue: field.displayValue, value: { ...target.head, fields: inner } };
    return this.copy(target, rest, inner, since);
  }
}

const EMPTY: FieldValue = { displayValue: null, value: null };

const isSame = (left: KeptField, right: KeptField): boolean =>
  left.link === right.link &&
  left.displayValue === right.displayValue &&
  JSON.stringify(left.value) === JSON.stringify(right.value);

/** All records of an answer, nested ones as well. */
export function recordsIn(answer: unknown): readonly RecordRepresentation[] {
  if (!isObject(answer) && !Array.isArray(answer)) {
    return [];
  }
  const inner = Object.values(answer).flatMap(recordsIn);
  return isRecord(answer) ? [answer, ...inner] : inner;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Objects are told apart from their descriptions by their id. */
function isRecord(value: unknown): value is RecordRepresentation {
  return (
    isObject(value) &&
    typeof value['apiName'] === 'string' &&
    typeof value['id'] === 'string' &&
    isObject(value['fields']) &&
    'weakEtag' in value
  );
}
