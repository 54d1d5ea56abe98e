/** The program while it is being bound and checked: what all phases share. One world makes one checked program. */
import type { CompilationUnit, Expression, Position, Statement, TypeReference } from '../ast.ts';
import type {
  ApexType,
  ExpressionInfo,
  LocalVariable,
  LoopInfo,
  Reference,
  Script,
  UserType,
  VisibleLocals,
} from '../types.ts';
import type { FieldInfo, OrgSchema } from '../../data/schema.ts';
import type { Query } from '../../soql/ast.ts';
import { PlatformCatalog } from '../../system/catalog.ts';
import type { PlatformClass } from '../../system/define.ts';
import type { MessageCode } from '../check/messages.ts';
import { Faults } from './faults.ts';
import { PlatformTypes } from './platformTypes.ts';
import { TypePool } from './typePool.ts';

/** One parsed source file. */
export interface SourceUnit {
  readonly file: string;
  readonly unit: CompilationUnit;
  /** From its -meta.xml: `67`. */
  readonly apiVersion: number;
  /** Of its package; empty for none. */
  readonly namespace: string;
}

export interface CheckInput {
  readonly units: readonly SourceUnit[];
  readonly platform: readonly PlatformClass[] | PlatformCatalog;
  readonly schema: OrgSchema;
  /** Whether a custom label exists; the namespace is empty or as written. */
  readonly hasLabel: (namespace: string, name: string, viewer: string) => boolean;
}

/** Mutable twin of a user type's members, while the binder fills them. */
export type Open<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer Key, infer Item>
    ? Map<Key, Item>
    : T[K] extends readonly (infer Item)[]
      ? Item[]
      : T[K];
};

export class World {
  readonly input: CheckInput;
  readonly pool = new TypePool();
  readonly faults = new Faults();
  readonly catalog: PlatformCatalog;
  readonly schema: OrgSchema;
  readonly platform: PlatformTypes;
  readonly types: UserType[] = [];
  readonly scripts: Script[] = [];
  readonly info = new Map<Expression, ExpressionInfo>();
  readonly locals = new Map<object, LocalVariable>();
  readonly visibleLocals = new Map<Expression, VisibleLocals>();
  readonly writtenTypes = new Map<TypeReference, ApexType>();
  readonly rowInitializers = new Map<object, Reference>();
  readonly loops = new Map<Statement, LoopInfo>();
  readonly upsertKeys = new Map<Statement, FieldInfo>();
  readonly queries = new Map<Expression, Query>();
  /** Classes that extend one the local org does not simulate, with its name: what they inherit is not known. */
  readonly unknownParents = new Map<UserType, string>();
  /** Lower-case namespace to lower-case name to top-level type. */
  readonly #topLevel = new Map<string, Map<string, UserType>>();

  constructor(input: CheckInput) {
    this.input = input;
    this.catalog = input.platform instanceof PlatformCatalog ? input.platform : new PlatformCatalog(input.platform);
    this.schema = input.schema;
    this.platform = new PlatformTypes(this.catalog, this.pool, input.schema);
  }

  /** The platform class above a class that is not simulated; null when there is none. */
  unknownParentOf(type: ApexType | null): string | null {
    for (let current = type; current?.kind === 'user'; current = current.superType) {
      const parent = this.unknownParents.get(current);
      if (parent !== undefined) {
        return parent;
      }
    }
    return null;
  }

  report(file: string, at: Position, code: MessageCode, ...values: readonly string[]): void {
    this.faults.report(file, at, code, ...values);
  }

  /** False when the name is taken. */
  addTopLevel(type: UserType): boolean {
    const namespace = type.namespace.toLowerCase();
    const names = this.#topLevel.get(namespace) ?? new Map<string, UserType>();
    this.#topLevel.set(namespace, names);
    const name = type.name.toLowerCase();
    if (names.has(name)) {
      return false;
    }
    names.set(name, type);
    return true;
  }
  findTopLevel(name: string, namespace: string): UserType | null {
    return this.#topLevel.get(namespace.toLowerCase())?.get(name) ?? null;
  }
  hasNamespace(name: string): boolean {
    return name !== '' && this.#topLevel.has(name.toLowerCase());
  }
}
