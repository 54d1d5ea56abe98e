/**
 * How a class of the platform is described: its signatures, as the Apex reference prints them, beside the code that
 * runs. The checker reads the signatures, the emitter calls the code; there is no second list to drift.
 *
 * A definition is a constant without state: whatever an org knows arrives through the `Runtime` argument.
 */
import type { ApexValue, Runtime } from '../runtime/runtime.ts';

/** A type in a signature, as text: `Map<String, List<Account>>`, `T`, `void`. */
export type TypeText = string;

export interface PlatformMethod {
  readonly name: string;
  readonly isStatic: boolean;
  readonly parameters: readonly { readonly type: TypeText; readonly name: string }[];
  readonly returns: TypeText;
  /** Static and constructors: `(runtime, ...args)`. Instance: `(runtime, self, ...args)`, self never null. */
  readonly run: (runtime: Runtime, ...args: never[]) => unknown;
}

export interface PlatformProperty {
  readonly name: string;
  readonly isStatic: boolean;
  readonly type: TypeText;
  readonly get: (runtime: Runtime, self: never) => unknown;
  /** Null for a read-only property. */
  readonly set: ((runtime: Runtime, self: never, value: never) => void) | null;
}

/** A class whose objects JSON can make: the members it takes, and what makes an object of those given. */
export interface JsonShape {
  /** Member name to type, as `List<Database.Error>`; names are matched in any case. */
  readonly members: Readonly<Record<string, TypeText>>;
  /** `members` by the names above; one that JSON does not have is missing. */
  readonly make: (runtime: Runtime, members: ReadonlyMap<string, ApexValue>) => object;
}

export interface PlatformClass {
  /** With its namespace: `System.String`, `Database.SaveResult`, `Messaging.SingleEmailMessage`. */
  readonly name: string;
  readonly form: 'class' | 'interface' | 'enum' | 'exception';
  /** `['T']` for `List`, `['K', 'V']` for `Map`. */
  readonly typeParameters: readonly string[];
  /** Name with namespace, type arguments allowed: `System.Exception`, `Iterator<T>`. */
  readonly extends: TypeText | null;
  readonly implements: readonly TypeText[];
  readonly isAbstract: boolean;
  /** Whether Apex code may extend it. */
  readonly isVirtual: boolean;
  readonly values: readonly string[];
  readonly constructors: readonly PlatformMethod[];
  readonly methods: readonly PlatformMethod[];
  readonly properties: readonly PlatformProperty[];
  /** Null for a class that JSON can't make objects of. */
  readonly json: JsonShape | null;
}

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry has its own parameters; the signature text beside it is what is checked */
export type Code = (runtime: Runtime, ...args: any[]) => unknown;

export interface ClassDescription {
  readonly form?: PlatformClass['form'];
  readonly typeParameters?: readonly string[];
  readonly extends?: TypeText;
  readonly implements?: readonly TypeText[];
  readonly isAbstract?: boolean;
  readonly isVirtual?: boolean;
  readonly values?: readonly string[];
  /** `'(String name, Integer size)'` to code. */
  readonly constructors?: Readonly<Record<string, Code>>;
  /** `'static String valueOf(Object value)'` or `'Boolean contains(String other)'` to code. */
  readonly methods?: Readonly<Record<string, Code>>;
  /** `'Integer size'` or `'static List<SObject> new'` to code that reads it, or to `{ get, set }`. */
  readonly properties?: Readonly<Record<string, Code | { readonly get: Code; readonly set: Code }>>;
  readonly json?: JsonShape;
}

const SIGNATURE = /^(static\s+)?(?:([\w.<>,\s[\]]+?)\s+)?(\w+)?\s*\(([^)]*)\)$/;

/** Splits at commas that stand outside angle brackets. */
function splitParameters(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

function parseMethod(owner: string, signature: string, run: Code): PlatformMethod {
  const match = SIGNATURE.exec(signature.trim());
  if (!match) {
    throw new Error(`${owner}: cannot read the signature "${signature}"`);
  }
  const parameters = splitParameters(match[4] ?? '').map((parameter) => {
    const space = parameter.lastIndexOf(' ');
    return { type: parameter.slice(0, space).trim(), name: parameter.slice(space + 1) };
  });
  return {
    name: match[3] ?? '<init>',
    isStatic: match[1] !== undefined,
    parameters,
    returns: match[2]?.trim() ?? 'void',
    run,
  };
}

function parseProperty(signature: string, code: Code | { readonly get: Code; readonly set: Code }): PlatformProperty {
  const isStatic = signature.startsWith('static ');
  const text = isStatic ? signature.slice('static '.length) : signature;
  const space = text.lastIndexOf(' ');
  const [get, set] = typeof code === 'function' ? [code, null] : [code.get, code.set];
  return { name: text.slice(space + 1), isStatic, type: text.slice(0, space).trim(), get, set };
}

/** Describes one class of the platform. Throws on a signature it cannot read, when the module loads. */
export function platformClass(name: string, description: ClassDescription): PlatformClass {
  const methods = (record: Readonly<Record<string, Code>> | undefined): readonly PlatformMethod[] =>
    Object.entries(record ?? {}).map(([signature, run]) => parseMethod(name, signature, run));
  return {
    name,
    form: description.form ?? 'class',
    typeParameters: description.typeParameters ?? [],
    extends: description.extends ?? null,
    implements: description.implements ?? [],
    isAbstract: description.isAbstract ?? false,
    isVirtual: description.isVirtual ?? false,
    values: description.values ?? [],
    constructors: methods(description.constructors),
    methods: methods(description.methods),
    properties: Object.entries(description.properties ?? {}).map(([signature, code]) => parseProperty(signature, code)),
    json: description.json ?? null,
  };
}

/** An exception class of the platform; its members are those of `System.Exception`. */
export function platformException(name: string, isVirtual = false): PlatformClass {
  return platformClass(name, { form: 'exception', extends: 'System.Exception', isVirtual });
}

export function platformEnum(name: string, values: readonly string[]): PlatformClass {
  return platformClass(name, { form: 'enum', values });
}
