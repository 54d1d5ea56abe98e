/** The declarative layer of one org: what its metadata says, answered record by record. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import type { Packages } from '../org/packages.ts';
import type { SourceTree } from '../metadata/tree.ts';
import { UnsupportedError } from '../runtime/errors.ts';
import type { ApexValue, Declarative, DmlError, DmlRequest, RowView, Runtime } from '../runtime/runtime.ts';
import type { Value } from '../values/value.ts';
import { unsupportedAutomations, type SaveOperation, type UnsupportedAutomation } from './automations.ts';
import { defaultOf } from './defaults.ts';
import { duplicateErrors } from './duplicates/findDuplicates.ts';
import { readDuplicateRule, readMatchingRules, type DuplicateRule, type MatchingRule } from './duplicates/rules.ts';
import { TargetView, type ApexContext } from './formula/apexContext.ts';
import { FormulaCompiler } from './formula/compile.ts';
import { storedOf } from './formula/fieldValues.ts';
import { FormulaFault, FormulaProblem, placeOf } from './formula/problem.ts';
import { storedView } from './formula/references.ts';
import type { FormulaValue, Frame, Kind, Typed } from './formula/typed.ts';
import { Labels } from './labels.ts';
import { rollUpChanges, summariesByChild, type ChildChange, type Summary } from './rollup/rollUp.ts';

type DeclarativeSource = Pick<
  SourceTree,
  'namespace' | 'labels' | 'translations' | 'duplicateRules' | 'matchingRules' | 'others'
>;

/** A formula the org can't run, found when the source is loaded. */
export interface FormulaFinding {
  /** `Invoice__c.Total__c`, `Invoice__c.Positive_Amount`. */
  readonly where: string;
  /** In the platform's words, with line and column. */
  readonly message: string;
  readonly isUnsupported: boolean;
}

export class DeclarativeLayer implements Declarative {
  readonly #schema: OrgSchema;
  readonly #labels: Labels;
  readonly #compiler: FormulaCompiler;
  readonly #summaries: ReadonlyMap<string, readonly Summary[]>;
  readonly #duplicateRules = new Map<string, DuplicateRule[]>();
  readonly #matchingRules: readonly MatchingRule[];
  readonly #rules = new Map<string, Typed>();
  readonly #defaults = new Map<FieldInfo, Typed>();
  /** What the source has and the local org does not run. */
  readonly automations: readonly UnsupportedAutomation[];

  constructor(schema: OrgSchema, sources: readonly DeclarativeSource[], packages: Packages | null = null) {
    this.#schema = schema;
    this.#labels = new Labels(sources, packages);
    this.#compiler = new FormulaCompiler(schema, (namespace, name) => this.#labels.has(namespace, name, namespace));
    this.#summaries = summariesByChild(schema);
    this.automations = unsupportedAutomations(sources);
    this.#matchingRules = sources.flatMap((source) => source.matchingRules.flatMap(readMatchingRules));
    for (const source of sources) {
      for (const rule of source.duplicateRules.map(readDuplicateRule).filter((one) => one.isActive)) {
        const object = schema.find(rule.object, source.namespace)?.name.toLowerCase() ?? rule.object.toLowerCase();
        this.#duplicateRules.set(
          object,
          [...(this.#duplicateRules.get(object) ?? []), rule].sort((left, right) => left.order - right.order),
        );
      }
    }
  }

  /** A fault of evaluation, which a page shows as `#Error!`, is a blank. */
  formulaValue(runtime: Runtime, object: ObjectInfo, field: FieldInfo, row: RowView): Value {
    const compiled = this.#compiled(`${object.name}.${field.name}`, field.formula ?? '', () =>
      this.#compiler.field(object, field),
    );
    return this.#evaluate(
      `${object.name}.${field.name}`,
      frameOf(runtime, row, null),
      compiled,
      (value) => storedOf(field, value),
      () => storedOf(field, null),
    );
  }

  defaultValue(runtime: Runtime, object: ObjectInfo, field: FieldInfo, recordTypeId: string | null): Value {
    return defaultOf(runtime, object, field, recordTypeId, () => {
      const known = this.#defaults.get(field);
      if (known !== undefined) {
        return known;
      }
      const compiled = this.#compiled(`the default of ${object.name}.${field.name}`, field.defaultFormula ?? '', () =>
        this.#compiler.defaultValue(object, field),
      );
      this.#defaults.set(field, compiled);
      return compiled;
    });
  }

  refuseAutomations(runtime: Runtime, object: ObjectInfo, operation: SaveOperation): void {
    if (this.automations.length > 0) {
      const name = object.name.toLowerCase();
      const found = this.automations.find((one) => one.object === name && one.operations.has(operation));
      if (found !== undefined) {
        runtime.unsupported(`${found.what}, which this ${operation} of ${object.name} starts`);
      }
    }
  }

  /** All active rules are evaluated; each that holds is an error. */
  validate(runtime: Runtime, object: ObjectInfo, row: RowView, before: RowView | null): readonly DmlError[] {
    const frame = frameOf(runtime, row, before);
    const errors: DmlError[] = [];
    for (const rule of object.validationRules) {
      if (!rule.isActive) {
        continue;
      }
      const where = `${object.name}.${rule.name}`;
      const key = where.toLowerCase();
      const compiled =
        this.#rules.get(key) ?? this.#compiled(where, rule.formula, () => this.#compiler.rule(object, rule.formula));
      this.#rules.set(key, compiled);
      // What a save does when a rule fails to evaluate is not documented.
      const isHit = this.#evaluate(
        where,
        frame,
        compiled,
        (value) => value === true,
        (fault) => runtime.unsupported(`The validation rule ${where} fails to evaluate: ${fault.message}`),
      );
      if (isHit) {
        const field =
          rule.errorField === null ? null : this.#schema.findField(object, rule.errorField, object.namespace);
        errors.push({
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: rule.message,
          fields: field === null ? [] : [field.name],
        });
      }
    }
    return errors;
  }

  /** A formula that code builds: compiled once, evaluated for each object. */
  apexFormula(
    runtime: Runtime,
    context: ApexContext,
    text: string,
    wanted: Kind,
    blanksAsZero: boolean,
  ): (runtime: Runtime, target: ApexValue) => FormulaValue {
    try {
      const compiled = this.#compiler.overApex(context, text, wanted, blanksAsZero);
      return (now, target) => {
        try {
          return compiled.run(frameOf(now, new TargetView(target), null));
        } catch (fault) {
          return fault instanceof FormulaFault
            ? now.fail('System.FormulaEvaluationException', fault.message)
            : raise(fault);
        }
      };
    } catch (problem) {
      if (!(problem instanceof FormulaProblem)) {
        throw problem;
      }
      return problem.isUnsupported
        ? runtime.unsupported(problem.message)
        : runtime.fail('System.FormulaValidationException', problem.message);
    }
  }

  duplicates(runtime: Runtime, object: ObjectInfo, row: RowView, options: DmlRequest['options']): readonly DmlError[] {
    const rules = this.#duplicateRules.get(object.name.toLowerCase());
    return rules === undefined
      ? []
      : duplicateErrors(runtime, object, row, options, rules, this.#matchingRules, (other) =>
          this.#candidates(runtime, other),
        );
  }

  rollUp(runtime: Runtime, object: ObjectInfo, changes: readonly ChildChange[]): void {
    const summaries = this.#summaries.get(object.name.toLowerCase());
    if (summaries !== undefined) {
      rollUpChanges(runtime, object, summaries, changes, (child, row) => this.#view(runtime, child, row));
    }
  }

  label(namespace: string, name: string, language: string, viewer = namespace): string | null {
    return this.#labels.text(namespace, name, language, viewer);
  }
  hasLabel(namespace: string, name: string, viewer = namespace): boolean {
    return this.#labels.has(namespace, name, viewer);
  }

  /** Compiles every formula field, default and active rule of the given objects, all when none are given. */
  check(objects: Iterable<ObjectInfo> = this.#schema.objects.values()): readonly FormulaFinding[] {
    const findings: FormulaFinding[] = [];
    const attempt = (where: string, text: string, compile: () => Typed): void => {
      try {
        compile();
      } catch (problem) {
        if (!(problem instanceof FormulaProblem)) {
          throw problem;
        }
        findings.push({
          where,
          message: `${problem.message} (${placeOf(text, problem.at)})`,
          isUnsupported: problem.isUnsupported,
        });
      }
    };
    for (const object of objects) {
      for (const field of object.fields.values()) {
        if (field.formula !== null) {
          attempt(`${object.name}.${field.name}`, field.formula, () => this.#compiler.field(object, field));
        }
        if (
          field.defaultFormula !== null &&
          !(field.type === 'boolean' && /^\s*(true|false)\s*$/i.test(field.defaultFormula))
        ) {
          attempt(`${object.name}.${field.name}`, field.defaultFormula, () =>
            this.#compiler.defaultValue(object, field),
          );
        }
      }
      for (const rule of object.validationRules.filter((one) => one.isActive)) {
        attempt(`${object.name}.${rule.name}`, rule.formula, () => this.#compiler.rule(object, rule.formula));
      }
    }
    return findings;
  }

  #compiled(where: string, text: string, compile: () => Typed): Typed {
    try {
      return compile();
    } catch (problem) {
      if (problem instanceof FormulaProblem) {
        throw new UnsupportedError(`The formula of ${where}: ${problem.message}`, placeOf(text, problem.at));
      }
      throw problem;
    }
  }

  #evaluate<T>(
    where: string,
    frame: Frame,
    compiled: Typed,
    finish: (value: ReturnType<Typed['run']>) => T,
    onFault: (problem: FormulaFault) => T,
  ): T {
    try {
      return finish(compiled.run(frame));
    } catch (problem) {
      if (problem instanceof FormulaFault) {
        return onFault(problem);
      }
      return problem instanceof FormulaProblem
        ? frame.runtime.unsupported(`${problem.message}: ${where}`)
        : raise(problem);
    }
  }

  *#candidates(runtime: Runtime, object: ObjectInfo): Iterable<{ readonly id: string; readonly row: RowView }> {
    for (const row of runtime.org.store.rows(object.name)) {
      yield { id: row.Id, row: this.#view(runtime, object, row) };
    }
  }

  /** A stored row with its formulas. */
  #view(runtime: Runtime, object: ObjectInfo, row: Row): RowView {
    const stored = storedView(object, row);
    const view: RowView = {
      get: (name) => {
        const field = object.fields.get(name.toLowerCase());
        return field !== undefined && field.formula !== null
          ? this.formulaValue(runtime, object, field, view)
          : stored.get(name);
      },
    };
    return view;
  }
}

function frameOf(runtime: Runtime, row: RowView, before: RowView | null): Frame {
  return { runtime, row, before, isNew: before === null, isClone: false };
}

function raise(problem: unknown): never {
  throw problem;
}
