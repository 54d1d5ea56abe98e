/**
 * Writes any value as the platform's JSON: members of user objects in the order of declaration, set fields of rows
 * behind their attributes, datetimes of rows with `+0000`.
 */
import { ApexDecimal } from '../../../values/decimal.ts';
import { JsonWriter } from '../../../values/json/writer.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../../../values/value.ts';
import { ApexList, ApexMap, ApexSet } from '../../../runtime/collections.ts';
import { EnumValue } from '../../../runtime/enumValue.ts';
import { ApexException } from '../../../runtime/exception.ts';
import { PlatformObject } from '../../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';
import { SObjectValue } from '../../../runtime/sobject.ts';
import { readMember } from '../../../runtime/userClass.ts';
import { TypeValue } from '../../../runtime/typeValue.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../../Schema/tokens.ts';
import { hasJsonForm } from './jsonForm.ts';

const API_VERSION = '67.0';
/** Objects inside each other that the platform still writes. */
const MAX_DEPTH = 1000;

export function serialize(runtime: Runtime, value: ApexValue, isPretty: boolean, suppressNulls: boolean): string {
  const writer = new JsonWriter(isPretty);
  writeValue(runtime, writer, value, suppressNulls);
  return writer.text;
}

export function writeValue(runtime: Runtime, writer: JsonWriter, value: ApexValue, suppressNulls: boolean): void {
  new Serializer(runtime, writer, suppressNulls).write(value, 0);
}

class Serializer {
  readonly #runtime: Runtime;
  readonly #writer: JsonWriter;
  readonly #suppressNulls: boolean;

  constructor(runtime: Runtime, writer: JsonWriter, suppressNulls: boolean) {
    this.#runtime = runtime;
    this.#writer = writer;
    this.#suppressNulls = suppressNulls;
  }

  write(value: ApexValue, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.#runtime.fail('System.JSONException', 'Maximum nesting depth exceeded');
    }
    const scalar = scalarText(value);
    if (scalar !== null) {
      this.#writer.raw(scalar);
    } else if (typeof value === 'string') {
      this.#writer.string(value);
    } else if (value instanceof ApexList) {
      this.#array(value.items, depth);
    } else if (value instanceof ApexSet) {
      this.#array([...value.values()], depth);
    } else if (value instanceof ApexMap) {
      this.#map(value, depth);
    } else if (value instanceof SObjectValue) {
      this.#row(value, depth);
    } else if (value !== null && typeof value === 'object') {
      this.#object(value, depth);
    }
  }

  #array(items: readonly ApexValue[], depth: number): void {
    this.#writer.startArray();
    for (const item of items) {
      this.write(item, depth + 1);
    }
    this.#writer.end();
  }

  #map(map: ApexMap, depth: number): void {
    this.#writer.startObject();
    for (const { key, value } of map.entries.values()) {
      this.#field(keyText(this.#runtime, key), value, depth);
    }
    this.#writer.end();
  }

  /** Nulls of maps are written even where those of objects are not. */
  #field(name: string, value: ApexValue, depth: number): void {
    this.#writer.name(name);
    this.write(value, depth + 1);
  }

  #row(row: SObjectValue, depth: number): void {
    this.#writer.startObject();
    this.#writer.name('attributes');
    this.#writer.startObject();
    this.#writer.name('type');
    this.#writer.string(row.isAggregate ? 'AggregateResult' : row.object.name);
    if (row.id !== null && !row.isAggregate) {
      this.#writer.name('url');
      this.#writer.string(`/services/data/v${API_VERSION}/sobjects/${row.object.name}/${row.id}`);
    }
    this.#writer.end();
    for (const [folded, content] of row.content) {
      if (content === null && this.#suppressNulls) {
        continue;
      }
      this.#writer.name(row.field(folded)?.name ?? row.spelling.get(folded) ?? folded);
      if (content instanceof ApexList) {
        this.#children(content, depth);
      } else if (content instanceof ApexDatetime) {
        this.#writer.string(content.toIsoString().replace('Z', '+0000'));
      } else {
        this.write(content, depth + 1);
      }
    }
    this.#writer.end();
  }
  #children(rows: ApexList, depth: number): void {
    this.#writer.startObject();
    this.#writer.name('totalSize');
    this.#writer.raw(String(rows.items.length));
    this.#writer.name('done');
    this.#writer.raw('true');
    this.#writer.name('records');
    this.#array(rows.items, depth);
    this.#writer.end();
  }

  #object(value: object, depth: number): void {
    if (hasJsonForm(value)) {
      const form = value.toJsonForm(this.#runtime);
      if (form instanceof Map) {
        this.#members([...(form as ReadonlyMap<string, ApexValue>)], depth);
      } else {
        this.write(form, depth + 1);
      }
      return;
    }
    if (value instanceof SObjectFieldToken || value instanceof SObjectTypeToken) {
      this.#runtime.fail('System.JSONException', `Apex Type unsupported in JSON: ${value.apexType}`);
    }
    const members =
      value instanceof PlatformObject || value instanceof ApexException
        ? null
        : this.#runtime.org.program.membersOf(value);
    if (members === null) {
      this.#runtime.unsupported(`JSON.serialize of ${this.#runtime.typeName(value)}`);
    }
    this.#members(
      members
        .filter((member) => !member.isTransient)
        .map((member) => [member.name, readMember(value, member)] as const),
      depth,
    );
  }
  #members(members: readonly (readonly [string, ApexValue])[], depth: number): void {
    this.#writer.startObject();
    for (const [name, member] of members) {
      if (member !== null || !this.#suppressNulls) {
        this.#field(name, member, depth);
      }
    }
    this.#writer.end();
  }
}

/** JSON text of what needs no structure; null for texts, collections and objects. */
function scalarText(value: ApexValue): string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint') {
    return String(value);
  }
  if (value instanceof ApexDecimal || value instanceof ApexDouble) {
    return value.toString();
  }
  if (value instanceof ApexDate || value instanceof ApexTime) {
    return `"${value.toString()}"`;
  }
  if (value instanceof ApexDatetime) {
    return `"${value.toIsoString()}"`;
  }
  if (value instanceof ApexBlob) {
    return `"${Buffer.from(value.bytes).toString('base64')}"`;
  }
  return value instanceof EnumValue || value instanceof TypeValue ? `"${value.name}"` : null;
}

function keyText(runtime: Runtime, key: ApexValue): string {
  if (key === null) {
    return 'null';
  }
  const scalar = scalarText(key);
  if (scalar !== null) {
    return scalar.replace(/^"|"$/g, '');
  }
  return typeof key === 'string'
    ? key
    : key instanceof SObjectFieldToken || key instanceof SObjectTypeToken
      ? runtime.text(key)
      : runtime.unsupported(`JSON.serialize of a map with keys of ${runtime.typeName(key)}`);
}
