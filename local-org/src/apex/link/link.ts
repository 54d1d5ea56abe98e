/**
 * A checked program linked: its JavaScript runs, its classes are found by name, its triggers fire, its lines are
 * counted. A linked program belongs to one org.
 */
import { randomUUID } from 'node:crypto';
import { runInThisContext } from 'node:vm';
import type { OrgSchema } from '../../data/schema.ts';
import type { PlatformCatalog } from '../../system/catalog.ts';
import { chooseSlot } from '../../runtime/methodCalls.ts';
import type { ProgramLink, ProgramStatics } from '../../runtime/programLink.ts';
import type { ApexValue, Runtime, StubHandler, TriggerRun } from '../../runtime/runtime.ts';
import { createSupport } from '../../runtime/support/index.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { classInfoOf, UserObject, type ClassInfo, type LinkedClass, type MemberSlot } from '../../runtime/userClass.ts';
import { constructorSlot, typeIdentifier } from '../emit/identifiers.ts';
import { emitLateScript, emitProgram, type EmittedProgram } from '../emit/emitProgram.ts';
import type { ApexType, CheckedProgram, Script, UserType } from '../types.ts';
import { ClassInfos } from './classInfos.ts';
import { Frames, type CodeFrame } from './frames.ts';
import { TypeFinder } from './typeFinder.ts';

type Callable = (...args: readonly ApexValue[]) => ApexValue;
type LinkedClasses = Readonly<
  Record<string, { readonly linkedClass: LinkedClass; readonly statics: Readonly<Record<string, Callable>> }>
>;
interface Linked {
  readonly classes: LinkedClasses;
  enter(runtime: Runtime | null, statics: ProgramStatics | null): ProgramStatics;
  evaluate(text: string): unknown;
}

export interface FileCoverage {
  readonly file: string;
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}
export interface LinkInput {
  readonly checked: CheckedProgram;
  readonly catalog: PlatformCatalog;
  readonly schema: OrgSchema;
  readonly hasCoverage: boolean;
}

export class LinkedProgram implements ProgramLink {
  readonly checked: CheckedProgram;
  readonly catalog: PlatformCatalog;
  readonly #infos: ClassInfos;
  readonly #finder: TypeFinder;
  readonly #frames: Frames;
  readonly #linked: Linked;
  readonly #emitted: EmittedProgram;
  readonly #counters: Uint32Array;
  readonly #classes = new Map<UserType, LinkedClasses[string]>();
  #runtime: Transaction | null = null;

  constructor({ checked, catalog, schema, hasCoverage }: LinkInput) {
    this.checked = checked;
    this.catalog = catalog;
    this.#infos = new ClassInfos(catalog);
    this.#finder = new TypeFinder(checked, catalog, schema);
    const name = `apex-${randomUUID()}`;
    this.#frames = new Frames(name);
    const support = createSupport(() => this.#current());
    this.#emitted = emitProgram(checked, {
      hasCoverage,
      helpers: Object.keys(support),
      infoOf: (type) => this.#infos.of(type),
    });
    this.#frames.add(this.#emitted.lines);
    this.#counters = new Uint32Array(this.#emitted.coverage.slots.length);
    const link = runInThisContext(this.#emitted.text, { filename: name }) as (
      helpers: object,
      constants: readonly unknown[],
      counters: Uint32Array,
    ) => Linked;
    this.#linked = link(support, this.#emitted.constants, this.#counters);
    this.#connect([...checked.types, ...checked.scripts.map((script) => script.holder)], this.#linked.classes);
  }

  /** The text that runs, for those who look into the local org. */
  get text(): string {
    return this.#emitted.text;
  }

  #connect(types: readonly UserType[], classes: LinkedClasses): void {
    for (const type of types) {
      const entry = classes[typeIdentifier(type)];
      if (type.form === 'class' && entry !== undefined) {
        this.#infos.of(type).linkedClass = entry.linkedClass;
        this.#classes.set(type, entry);
      }
    }
  }
  #current(): Transaction {
    if (this.#runtime === null) {
      throw new Error('No transaction runs');
    }
    return this.#runtime;
  }

  enter(runtime: Runtime | null, statics: ProgramStatics | null): ProgramStatics {
    this.#runtime = runtime as Transaction | null;
    return this.#linked.enter(runtime, statics);
  }
  frames(stack: string): readonly CodeFrame[] {
    return this.#frames.of(stack);
  }

  // ---- types and objects ---------------------------------------------------------------------------------------

  findClass(name: string, namespace: string | null): ClassInfo | null {
    const type = this.#finder.user(name, namespace);
    return type === null ? null : this.#infos.of(type);
  }
  findType(name: string, namespace: string | null): ApexType | null {
    return this.#finder.find(name, namespace);
  }
  membersOf(target: object): readonly MemberSlot[] | null {
    return classInfoOf(target)?.members ?? null;
  }
  allocate(runtime: Runtime, type: ApexType): object {
    const entry = this.#entry(runtime, type);
    return new entry.linkedClass();
  }
  instantiate(runtime: Runtime, type: ApexType): object {
    const entry = this.#entry(runtime, type);
    const constructor = (type as UserType).constructors.find((one) => one.parameterTypes.length === 0);
    if (constructor === undefined) {
      return runtime.fail('System.TypeException', `Type cannot be constructed: ${type.name}`);
    }
    const made = new entry.linkedClass() as unknown as Record<string, () => object>;
    return (runtime as Transaction).inApex(() => made[constructorSlot(constructor)]!());
  }
  #entry(runtime: Runtime, type: ApexType): LinkedClasses[string] {
    const entry = type.kind === 'user' ? this.#classes.get(type) : undefined;
    if (entry === undefined || (type as UserType).declaration.modifiers.isAbstract) {
      return runtime.fail('System.TypeException', `Type cannot be constructed: ${type.name}`);
    }
    return entry;
  }
  callStatic(runtime: Runtime, type: ApexType, method: string, args: readonly ApexValue[]): ApexValue {
    const slots =
      type.kind === 'user'
        ? (this.#infos.of(type).staticMethods.get(method.toLowerCase()) ?? []).filter(
            (one) => one.symbol.parameterTypes.length === args.length,
          )
        : [];
    const slot = chooseSlot(runtime as Transaction, slots, args);
    const run = slot === null ? undefined : this.#classes.get(slot.symbol.owner)?.statics[slot.slot];
    if (run === undefined) {
      throw new Error(`${type.name} has no static method ${method} with ${args.length} arguments`);
    }
    return (runtime as Transaction).inApex(() => run(...args) ?? null);
  }
  createStub(runtime: Runtime, type: ApexType, handler: StubHandler): object {
    if (type.kind !== 'user' || type.form === 'enum') {
      return runtime.fail('System.TypeException', `Cannot create stub for type ${type.name}`);
    }
    const info = this.#infos.of(type);
    const stub = (
      info.linkedClass === null ? Object.assign(new UserObject(), { classInfo: info }) : new info.linkedClass()
    ) as object;
    Object.assign(stub, { apexType: `${type.name}__sfdc_ApexStub` });
    for (const { symbol, slot } of [...info.methods.values()].flat()) {
      if (symbol.declaration.modifiers.access !== 'private') {
        (stub as Record<string, Callable>)[slot] = (...args) => handler(stub, symbol, args) ?? null;
      }
    }
    return stub;
  }

  // ---- triggers and anonymous blocks ---------------------------------------------------------------------------

  hasTriggers(objectName: string): boolean {
    return this.checked.scripts.some((script) => script.object?.name.toLowerCase() === objectName.toLowerCase());
  }
  eventTriggers(): readonly { readonly name: string; readonly objectName: string }[] {
    return this.checked.scripts.flatMap((script) =>
      script.object?.kind === 'platformEvent' ? [{ name: triggerName(script), objectName: script.object.name }] : [],
    );
  }
  runTriggers(runtime: Runtime, event: TriggerRun): void {
    const name = `${event.isBefore ? 'before' : 'after'} ${event.operation}`;
    const triggers = this.checked.scripts.filter(
      (script) =>
        script.object === event.object &&
        script.declaration.kind === 'Trigger' &&
        script.declaration.events.some((one) => one === name) &&
        (event.only === undefined || event.only === triggerName(script)),
    );
    if (triggers.length === 0) {
      return;
    }
    const transaction = runtime as Transaction;
    transaction.inTrigger(event, () => {
      for (const trigger of triggers) {
        runBody(this.#classes.get(trigger.holder)?.linkedClass);
      }
    });
  }

  /** An anonymous block that was checked together with the sources of this program. */
  anonymous(checked: CheckedProgram, script: Script): (runtime: Transaction) => void {
    const infos = new ClassInfos(this.catalog);
    const known = new Map(this.checked.types.map((type) => [typeIdentifier(type), this.#infos.of(type)]));
    const emitted = emitLateScript(checked, script, {
      infoOf: (type) => known.get(typeIdentifier(type)) ?? infos.of(type),
    });
    const name = this.#frames.addLate(emitted.lines);
    const link = this.#linked.evaluate(`${emitted.text}\n//# sourceURL=${name}`) as (
      constants: readonly unknown[],
    ) => LinkedClasses;
    return (runtime) => {
      const classes = link(emitted.constants);
      for (const type of [script.holder, ...script.holder.innerTypes.values()]) {
        infos.of(type).linkedClass = classes[typeIdentifier(type)]?.linkedClass ?? null;
      }
      runtime.inApex(() => {
        runBody(classes[typeIdentifier(script.holder)]?.linkedClass);
      });
    };
  }

  // ---- coverage ------------------------------------------------------------------------------------------------

  coverage(): readonly FileCoverage[] {
    const files = new Map<string, { coveredLines: number[]; uncoveredLines: number[] }>();
    this.#emitted.coverage.slots.forEach(({ file, line }, slot) => {
      const lines = files.get(file) ?? { coveredLines: [], uncoveredLines: [] };
      files.set(file, lines);
      (this.#counters[slot] === 0 ? lines.uncoveredLines : lines.coveredLines).push(line);
    });
    const ascending = (left: number, right: number): number => left - right;
    return [...files].map(([file, lines]) => ({
      file,
      coveredLines: lines.coveredLines.sort(ascending),
      uncoveredLines: lines.uncoveredLines.sort(ascending),
    }));
  }
  resetCoverage(): void {
    this.#counters.fill(0);
  }
}

function runBody(linkedClass: LinkedClass | null | undefined): void {
  if (linkedClass !== null && linkedClass !== undefined) {
    (new linkedClass() as unknown as { $body(): void }).$body();
  }
}

const triggerName = (script: Script): string =>
  script.namespace === '' ? script.holder.name : `${script.namespace}__${script.holder.name}`;
