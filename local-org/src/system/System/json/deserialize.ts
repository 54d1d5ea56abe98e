/** Reads JSON as a type of Apex. Null fits every type; what does not fit ends with the platform's JSONException. */
import { JsonFault, JsonTokens } from '../../../values/json/tokens.ts';
import { EnumValue } from '../../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';
import { writeMember } from '../../../runtime/userClass.ts';
import type { ApexType, PrimitiveName, UserType } from '../../../apex/types.ts';
import type { PlatformClass } from '../../define.ts';
import { AGGREGATE } from '../../../apex/bind/typePool.ts';
import { readAggregate, readRow } from './rows.ts';
import { BadScalar, readScalar } from './scalars.ts';

export const jsonFault = (runtime: Runtime, message: string): never => runtime.fail('System.JSONException', message);

/** Runs `work` and turns faults of the text into JSONExceptions. */
export function reading<T>(runtime: Runtime, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof JsonFault) {
      return jsonFault(runtime, thrown.message);
    }
    throw thrown;
  }
}

export function deserialize(runtime: Runtime, text: string, type: ApexType, isStrict: boolean): ApexValue {
  return reading(runtime, () => {
    const tokens = new JsonTokens(text);
    if (tokens.next() === null) {
      jsonFault(runtime, 'No content to map to Object due to end of input');
    }
    return new TypedReader(runtime, tokens, isStrict).read(type);
  });
}

export class TypedReader {
  readonly runtime: Runtime;
  readonly tokens: JsonTokens;
  readonly isStrict: boolean;

  constructor(runtime: Runtime, tokens: JsonTokens, isStrict: boolean) {
    this.runtime = runtime;
    this.tokens = tokens;
    this.isStrict = isStrict;
  }

  fail(message: string): never {
    return jsonFault(this.runtime, message);
  }

  /** The value whose first token is current; afterwards its last token is. */
  read(type: ApexType): ApexValue {
    if (this.tokens.token === 'VALUE_NULL') {
      return null;
    }
    switch (type.kind) {
      case 'primitive':
        return this.#primitive(type.name);
      case 'list':
        return this.runtime.newList(type.element.name, this.#items(type.element));
      case 'set':
        return this.runtime.newSet(type.element.name, this.#items(type.element));
      case 'map':
        return this.#map(type.key, type.value);
      case 'sobject':
        return type === AGGREGATE ? readAggregate(this) : readRow(this, type.object);
      case 'user':
        return this.#user(type);
      case 'platform':
        return this.#platform(type.class);
      case 'unknown':
        return this.runtime.unsupported('JSON.deserialize of a type that is not simulated');
      default:
        return this.#unsupported(type.name);
    }
  }

  #unsupported(name: string): never {
    return this.fail(`Apex Type unsupported in JSON: ${name}`);
  }

  #primitive(name: PrimitiveName): ApexValue {
    if (name === 'Object') {
      return this.#unsupported('Object');
    }
    const { token, text } = this.tokens;
    if (token === 'START_OBJECT' || token === 'START_ARRAY') {
      return this.fail('Illegal value for primitive');
    }
    return this.scalar(name, text, token === 'VALUE_STRING');
  }
  scalar(name: Exclude<PrimitiveName, 'Object'>, text: string, isText: boolean): ApexValue {
    try {
      return readScalar(name, text, isText);
    } catch (thrown) {
      if (thrown instanceof BadScalar) {
        return this.fail(thrown.isPlaced ? `${thrown.message} at ${this.tokens.place}` : thrown.message);
      }
      throw thrown;
    }
  }

  #items(element: ApexType): ApexValue[] {
    if (this.tokens.token !== 'START_ARRAY') {
      this.fail("Malformed JSON: Expected '[' at the beginning of List/Set");
    }
    const items: ApexValue[] = [];
    while (this.tokens.next() !== 'END_ARRAY') {
      items.push(this.read(element));
    }
    return items;
  }

  expectObject(): void {
    if (this.tokens.token !== 'START_OBJECT') {
      this.fail("Malformed JSON: Expected '{' at the beginning of object");
    }
  }

  #map(key: ApexType, value: ApexType): ApexValue {
    this.expectObject();
    const map = this.runtime.newMap(key.name, value.name);
    while (this.tokens.next() === 'FIELD_NAME') {
      const name = this.#key(key, this.tokens.text);
      this.tokens.next();
      map.put(name, this.read(value));
    }
    return map;
  }
  #key(type: ApexType, text: string): ApexValue {
    if (type.kind === 'primitive' && type.name !== 'Object') {
      return this.scalar(type.name, text, true);
    }
    return type.kind === 'user' && type.form === 'enum' ? this.#enumValue(type, text) : this.#unsupported(type.name);
  }

  #user(type: UserType): ApexValue {
    if (type.form === 'enum') {
      if (this.tokens.token === 'START_OBJECT' || this.tokens.token === 'START_ARRAY') {
        return this.fail('Illegal value for primitive');
      }
      return this.#enumValue(type, this.tokens.text);
    }
    if (type.form === 'interface') {
      return this.#unsupported(type.name);
    }
    this.expectObject();
    const { program } = this.runtime.org;
    const target = program.allocate(this.runtime, type);
    const members = new Map(
      (program.membersOf(target) ?? []).map((member) => [member.name.toLowerCase(), member] as const),
    );
    while (this.tokens.next() === 'FIELD_NAME') {
      const name = this.tokens.text;
      const member = members.get(name.toLowerCase());
      this.tokens.next();
      if (member !== undefined) {
        writeMember(target, member, this.read(member.type));
      } else {
        this.skipUnknown(type.name, name);
      }
    }
    return target;
  }

  #enumValue(type: UserType, text: string): ApexValue {
    return (
      this.runtime.enumValue(type.name, text) ??
      this.fail(`The type ${type.name} does not have an enum value ${text} at ${this.tokens.place}`)
    );
  }

  #platform(of: PlatformClass): ApexValue {
    if (of.form === 'enum') {
      const ordinal = of.values.findIndex((value) => value.toLowerCase() === this.tokens.text.toLowerCase());
      return ordinal < 0
        ? this.fail(`The type ${of.name} does not have an enum value ${this.tokens.text} at ${this.tokens.place}`)
        : new EnumValue(of.name, of.values[ordinal] ?? '', ordinal);
    }
    const shape = of.json ?? this.runtime.unsupported(`JSON.deserialize of ${of.name}`);
    this.expectObject();
    const names = new Map(Object.keys(shape.members).map((name) => [name.toLowerCase(), name]));
    const members = new Map<string, ApexValue>();
    while (this.tokens.next() === 'FIELD_NAME') {
      const written = this.tokens.text;
      const name = names.get(written.toLowerCase());
      this.tokens.next();
      if (name === undefined) {
        this.skipUnknown(of.name, written);
      } else {
        members.set(name, this.read(this.#named(shape.members[name] ?? '')));
      }
    }
    return shape.make(this.runtime, members);
  }
  #named(name: string): ApexType {
    return this.runtime.org.program.findType(name, null) ?? this.runtime.unsupported(`JSON.deserialize of ${name}`);
  }

  /** Passes over the value of a field the type does not have. */
  skipUnknown(typeName: string, field: string): void {
    if (this.isStrict) {
      this.fail(`Unknown field: ${typeName}.${field}`);
    }
    this.skip();
  }
  skip(): void {
    if (this.tokens.token !== 'START_OBJECT' && this.tokens.token !== 'START_ARRAY') {
      return;
    }
    const { depth } = this.tokens;
    while (this.tokens.depth >= depth) {
      this.tokens.next();
    }
  }
}
