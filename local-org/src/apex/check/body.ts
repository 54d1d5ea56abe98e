/** The state of checking one body: a method, constructor, accessor, initializer, trigger or anonymous block. */
import type { Expression, Position } from '../ast.ts';
import type { ApexType, LocalVariable, PropertySymbol, Reference, UserType } from '../types.ts';
import type { ObjectInfo } from '../../data/schema.ts';
import type { TypeResolver, TypeScope } from '../bind/typeResolver.ts';
import { checkVariableName } from '../bind/identifiers.ts';
import { UNKNOWN } from '../bind/typePool.ts';
import type { World } from '../bind/world.ts';
import type { Conversions } from './conversions.ts';
import { nameOf } from '../bind/signatures.ts';
import type { MessageCode } from './messages.ts';

export type BodyKind = 'method' | 'constructor' | 'getter' | 'setter' | 'initializer' | 'trigger' | 'anonymous';

/** What all bodies of a program share. */
export interface Tools {
  readonly world: World;
  readonly resolver: TypeResolver;
  readonly conversions: Conversions;
}

export interface BodyOptions {
  readonly kind: BodyKind;
  readonly owner: UserType;
  readonly isStatic: boolean;
  /** Null where nothing may be returned. */
  readonly returnType: ApexType | null;
  /** In an accessor: the property whose name means the stored value. */
  readonly property?: PropertySymbol;
  readonly triggerObject?: ObjectInfo | null;
}

interface MutableInfo {
  type: ApexType;
  convertTo: ApexType | null;
  reference: Reference | null;
  operandType: ApexType | null;
}

/** What a name that may be inherited is reported by. */
const MISSING: ReadonlySet<MessageCode> = new Set(['VARIABLE_MISSING', 'METHOD_MISSING']);

export class Body {
  readonly world: World;
  readonly resolver: TypeResolver;
  readonly conversions: Conversions;
  readonly scope: TypeScope;
  readonly kind: BodyKind;
  readonly owner: UserType;
  readonly isStatic: boolean;
  readonly returnType: ApexType | null;
  readonly property: PropertySymbol | null;
  /** Undefined outside of triggers. */
  readonly triggerObject: ObjectInfo | null | undefined;
  loopDepth = 0;
  /** The static field whose initializer is being checked and the order of declaration: later ones are not there yet. */
  initializing: { readonly isStatic: boolean; readonly at: Position } | null = null;
  /** The place a plain assignment writes: its value is not read. */
  storing: Expression | null = null;
  /** Arguments of `this(…)` and `super(…)`: the object is not there yet. */
  isBeforeObject = false;
  readonly #frames: Map<string, LocalVariable>[] = [new Map<string, LocalVariable>()];
  #count = 0;

  constructor(tools: Tools, options: BodyOptions) {
    this.world = tools.world;
    this.resolver = tools.resolver;
    this.conversions = tools.conversions;
    this.owner = options.owner;
    this.kind = options.kind;
    this.isStatic = options.isStatic;
    this.returnType = options.returnType;
    this.property = options.property ?? null;
    this.triggerObject = options.triggerObject;
    const { file, namespace, apiVersion } = options.owner;
    this.scope = { file, namespace, apiVersion, type: options.owner };
  }

  report(at: Position, code: MessageCode, ...values: readonly string[]): void {
    const inherited = MISSING.has(code) ? this.world.unknownParentOf(this.owner) : null;
    if (inherited !== null) {
      this.refuseInherited(at, inherited, values[0] ?? '');
      return;
    }
    this.world.report(this.scope.file, at, code, ...values);
  }
  /** What may be inherited from a platform class that is not simulated. */
  refuseInherited(at: Position, parent: string, what: string): void {
    this.world.report(this.scope.file, at, 'UNSUPPORTED', `${parent}: ${what}`);
  }
  /** Reports and gives the type of what can't be known. */
  fail(at: Position, code: MessageCode, ...values: readonly string[]): ApexType {
    this.report(at, code, ...values);
    return UNKNOWN;
  }

  push(): void {
    this.#frames.push(new Map());
  }
  pop(): void {
    this.#frames.pop();
  }
  /** Declares a local; one of an enclosing block may not be declared again. */
  declare(node: object, at: Position, name: string, type: ApexType, isFinal: boolean): LocalVariable {
    const folded = name.toLowerCase();
    checkVariableName(this.world, this.scope.file, at, name);
    if (this.local(folded) !== null) {
      this.report(at, 'DUPLICATE_VARIABLE', name);
    }
    const variable: LocalVariable = { name, type, number: this.#count++, isFinal };
    this.#frames.at(-1)?.set(folded, variable);
    this.world.locals.set(node, variable);
    return variable;
  }
  local(folded: string): LocalVariable | null {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const found = this.#frames[index]?.get(folded);
      if (found !== undefined) {
        return found;
      }
    }
    return null;
  }
  visibleLocals(): ReadonlyMap<string, LocalVariable> {
    return new Map(this.#frames.flatMap((frame) => [...frame]));
  }

  set(
    expression: Expression,
    type: ApexType,
    reference: Reference | null = null,
    operandType: ApexType | null = null,
  ): ApexType {
    const info: MutableInfo = { type, convertTo: null, reference, operandType };
    this.world.info.set(expression, info);
    return type;
  }
  referenceOf(expression: Expression): Reference | null {
    return this.world.info.get(expression)?.reference ?? null;
  }
  /** Notes the conversion that the context asks for, where the value changes by it. */
  convert(expression: Expression, to: ApexType): void {
    const info = this.world.info.get(expression) as MutableInfo | undefined;
    if (info === undefined || info.type === to || to.kind === 'unknown' || to.kind === 'void') {
      return;
    }
    if (info.type.kind === 'query') {
      info.convertTo = to.kind === 'sobject' || to.kind === 'list' ? to : this.world.pool.list(info.type.element);
    } else if (info.type.kind === 'primitive' && to.kind === 'primitive' && to.name !== 'Object') {
      info.convertTo = to;
    }
  }
  /** Checks that an expression of that type may be assigned and notes its conversion. */
  assign(expression: Expression, from: ApexType, to: ApexType, at: Position = expression.at): void {
    if (!this.conversions.isAssignable(from, to)) {
      this.report(at, 'ASSIGNMENT', nameOf(from), nameOf(to));
    }
    this.convert(expression, to);
  }
}
