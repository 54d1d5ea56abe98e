/**
 * Types at run time are names. Here a value tells its name, and a name tells which other names it fits: a list fits a
 * list of a wider element, a list of SObject one of any object, a set only one of the same, everything fits Object.
 */
import type { PlatformCatalog } from '../system/catalog.ts';
import type { PlatformClass } from '../system/define.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { isId } from '../values/id.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { ApexBlob, ApexDouble } from '../values/value.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { ApexValue } from './runtime.ts';
import { SObjectValue } from './sobject.ts';
import { classInfoOf, type ClassInfo } from './userClass.ts';

interface ParsedName {
  /** Lower case, without `system.`. */
  readonly name: string;
  readonly args: readonly ParsedName[];
}

export interface TypeSource {
  readonly catalog: PlatformCatalog | null;
  findClass(name: string, namespace: string | null): ClassInfo | null;
  isObject(name: string): boolean;
}

/** A value is an instance of every type it converts to without a cast: `9.99 instanceof Double`, a date a datetime. */
const CONVERTS_TO: Readonly<Record<string, ReadonlySet<string>>> = {
  Integer: new Set(['long', 'double', 'decimal']),
  Long: new Set(['double', 'decimal']),
  Decimal: new Set(['double']),
  Double: new Set(['decimal']),
  Date: new Set(['datetime']),
};

export class TypeNames {
  readonly #source: TypeSource;
  readonly #parsed = new Map<string, ParsedName>();
  readonly #fits = new Map<string, boolean>();

  constructor(source: TypeSource) {
    this.#source = source;
  }

  isInstance(value: ApexValue, typeName: string): boolean {
    if (value === null) {
      return false;
    }
    const target = this.#parse(typeName);
    const info = classInfoOf(value);
    if (info !== null) {
      return target.name === 'object' || this.#ancestorsFit(info, target);
    }
    if (typeof value === 'string') {
      return target.name === 'string' || target.name === 'object' || (target.name === 'id' && isId(value));
    }
    const exact = exactTypeName(value);
    return CONVERTS_TO[exact]?.has(target.name) === true || this.fits(exact, typeName);
  }

  /** Whether a value of the type `from` can stand where `to` is asked for. */
  fits(from: string, to: string): boolean {
    const key = `${from}>${to}`;
    let answer = this.#fits.get(key);
    if (answer === undefined) {
      answer = this.#compute(this.#parse(from), this.#parse(to));
      this.#fits.set(key, answer);
    }
    return answer;
  }

  #compute(from: ParsedName, to: ParsedName): boolean {
    if (to.name === 'object' || sameName(from, to)) {
      return true;
    }
    const [element, second] = from.args;
    const [wanted, wantedSecond] = to.args;
    switch (from.name) {
      case 'list':
        return (
          (to.name === 'list' || to.name === 'iterable') &&
          element !== undefined &&
          wanted !== undefined &&
          (this.#compute(element, wanted) || (element.name === 'sobject' && this.#source.isObject(wanted.name)))
        );
      case 'set':
        return (
          to.name === 'iterable' && element !== undefined && wanted !== undefined && this.#compute(element, wanted)
        );
      case 'map':
        return (
          to.name === 'map' &&
          sameName(element, wanted) &&
          second !== undefined &&
          wantedSecond !== undefined &&
          this.#compute(second, wantedSecond)
        );
      case 'id':
        return to.name === 'string';
      default:
        return this.#namedFits(from, to);
    }
  }

  #namedFits(from: ParsedName, to: ParsedName): boolean {
    if (to.name === 'sobject') {
      return from.name === 'aggregateresult' || this.#source.isObject(from.name);
    }
    const info = this.#source.findClass(from.name, null);
    if (info !== null) {
      return this.#ancestorsFit(info, to);
    }
    const platform = this.#source.catalog?.find(from.name) ?? null;
    return platform !== null && this.#platformFits(platform, from, to);
  }

  #ancestorsFit(info: ClassInfo, to: ParsedName): boolean {
    return (
      info.ancestors.has(print(to)) ||
      (to.args.length > 0 &&
        info.ancestors.has(to.name) &&
        ![...info.ancestors].some((one) => one.startsWith(`${to.name}<`)))
    );
  }

  /** Type arguments of platform classes are compared only where the parent names its own: `Iterator<String>`. */
  #platformFits(from: PlatformClass, named: ParsedName, to: ParsedName): boolean {
    return [...(from.extends === null ? [] : [from.extends]), ...from.implements].some((text) => {
      const parent = this.#parse(text);
      if (parent.name === to.name) {
        return true;
      }
      const platform = this.#source.catalog?.find(parent.name) ?? null;
      return platform !== null && this.#platformFits(platform, named, to);
    });
  }

  #parse(text: string): ParsedName {
    let parsed = this.#parsed.get(text);
    if (parsed === undefined) {
      parsed = parseTypeName(text);
      this.#parsed.set(text, parsed);
    }
    return parsed;
  }
}

/** Lower-case spelling without blanks and without `System.`; `T[]` becomes a list. */
export function foldTypeName(text: string): string {
  return print(parseTypeName(text));
}

function parseTypeName(text: string): ParsedName {
  const folded = text.toLowerCase().replace(/\s+/g, '');
  if (folded.endsWith('[]')) {
    return { name: 'list', args: [parseTypeName(folded.slice(0, -2))] };
  }
  const open = folded.indexOf('<');
  const name = (open < 0 ? folded : folded.slice(0, open)).replace(/^(system|schema)\./, '');
  return { name, args: open < 0 ? [] : splitArguments(folded.slice(open + 1, -1)).map(parseTypeName) };
}

const print = (parsed: ParsedName): string =>
  parsed.args.length === 0 ? parsed.name : `${parsed.name}<${parsed.args.map(print).join(',')}>`;
const sameName = (left: ParsedName | undefined, right: ParsedName | undefined): boolean =>
  left !== undefined && right !== undefined && print(left) === print(right);

/** Splits at commas that stand outside angle brackets. */
export function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** The type of a value as Apex prints it: `Integer`, `List<Account>`, `Outer.Inner`, `HttpRequest`. */
export function exactTypeName(value: ApexValue): string {
  switch (typeof value) {
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    case 'string':
      return isId(value) ? 'Id' : 'String';
    default:
      return value === null ? 'null' : objectTypeName(value);
  }
}

function objectTypeName(value: object): string {
  if (value instanceof ApexList) {
    return `List<${value.elementType}>`;
  }
  if (value instanceof ApexSet) {
    return `Set<${value.elementType}>`;
  }
  if (value instanceof ApexMap) {
    return `Map<${value.keyType},${value.valueType}>`;
  }
  if (value instanceof SObjectValue) {
    return value.isAggregate ? 'AggregateResult' : value.object.name;
  }
  return (
    scalarTypeName(value) ??
    ('apexType' in value && typeof value.apexType === 'string'
      ? value.apexType.replace(/^System\.(?!.*Exception$)/, '')
      : 'Object')
  );
}

function scalarTypeName(value: object): string | null {
  const kinds = [
    [ApexDecimal, 'Decimal'],
    [ApexDouble, 'Double'],
    [ApexDate, 'Date'],
    [ApexDatetime, 'Datetime'],
    [ApexTime, 'Time'],
    [ApexBlob, 'Blob'],
  ] as const;
  return kinds.find(([kind]) => value instanceof kind)?.[1] ?? null;
}
