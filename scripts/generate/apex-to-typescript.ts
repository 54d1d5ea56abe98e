import type { ApexTypeModel, ApexTypeRef } from './apex-model.ts';

const PRIMITIVES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  date: 'IsoDate',
  datetime: 'IsoDateTime',
  decimal: 'number',
  double: 'number',
  id: 'RecordId',
  integer: 'number',
  long: 'number',
  object: 'unknown',
  sobject: 'SObjectRow',
  string: 'string',
};

/** Aliases that generated declarations use; the views module exports them as well. */
export const ALIASES = ['RecordId', 'IsoDate', 'IsoDateTime', 'SObjectRow'] as const;

/** Finds the project's own Apex types by name, as Apex does: without regard to case, inner types of the asker first. */
export class TypeIndex {
  readonly #types = new Map<string, ApexTypeModel>();

  constructor(types: readonly ApexTypeModel[]) {
    for (const type of types) {
      this.#types.set(type.name.toLowerCase(), type);
    }
  }

  find(name: string, asker: ApexTypeModel): ApexTypeModel | undefined {
    const outer = asker.name.split('.')[0] ?? '';
    return this.#types.get(`${outer}.${name}`.toLowerCase()) ?? this.#types.get(name.toLowerCase());
  }
}

/** A type no component can receive: the reason, and where it stands. */
export class UnsupportedApexType extends Error {
  override readonly name = 'UnsupportedApexType';
  readonly line: number;

  constructor(type: ApexTypeRef, message: string) {
    super(message);
    this.line = type.line;
  }
}

/** The name a type has in TypeScript: inner types lose the dot, `HoursView.Line` becomes `HoursViewLine`. */
export function interfaceName(type: ApexTypeModel): string {
  return type.name.replace('.', '');
}

/**
 * Writes an Apex type in TypeScript. `uses` learns every type of ours it met, so that the caller can declare them.
 * Elements of lists and maps may be null in Apex too; DTOs of ours do not hold such, and saying so everywhere would make
 * honest code unreadable, so only fields, parameters and results are nullable.
 */
export function toTypeScript(
  type: ApexTypeRef,
  asker: ApexTypeModel,
  index: TypeIndex,
  uses: Set<ApexTypeModel>,
): string {
  const argument = (position: number): string => {
    const inner = type.arguments[position];
    if (!inner) {
      throw new UnsupportedApexType(type, `${type.name} lacks its type argument`);
    }
    return toTypeScript(inner, asker, index, uses);
  };
  const lower = type.name.toLowerCase().replace(/^(system|schema)\./, '');
  if (lower === 'list' || lower === 'set') {
    return `readonly ${parenthesize(argument(0))}[]`;
  }
  if (lower === 'map') {
    if (!['string', 'id'].includes(type.arguments[0]?.name.toLowerCase() ?? '')) {
      throw new UnsupportedApexType(type, 'the keys of a Map that goes to a component must be String or Id');
    }
    return `Readonly<Record<string, ${argument(1)}>>`;
  }
  const primitive = PRIMITIVES[lower];
  if (primitive) {
    return primitive;
  }
  const own = index.find(type.name, asker);
  if (own) {
    uses.add(own);
    return interfaceName(own);
  }
  if (/__(c|mdt|e)$/i.test(type.name) || STANDARD_OBJECTS.has(lower)) {
    return 'SObjectRow';
  }
  throw new UnsupportedApexType(type, `no component can receive the Apex type ${type.name}`);
}

const STANDARD_OBJECTS: ReadonlySet<string> = new Set(['account', 'contact', 'event', 'opportunity', 'task', 'user']);

function parenthesize(type: string): string {
  return /^readonly /.test(type) ? `(${type})` : type;
}
