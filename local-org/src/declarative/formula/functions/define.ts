/** How a formula function is described: its parameters' types beside its code. */
import type { OrgSchema } from '../../../data/schema.ts';
import { FormulaProblem } from '../problem.ts';
import type { FormulaNode } from '../tree.ts';
import { expectKind, nameOf, typed, type FormulaValue, type Frame, type Kind, type Typed } from '../typed.ts';

/** What a formula is for: some functions and fields have no meaning in some. */
export type Purpose = 'field' | 'rule' | 'default';

export interface Call {
  /** In capitals. */
  readonly name: string;
  readonly at: number;
  readonly parameters: readonly Typed[];
  readonly purpose: Purpose;
}

export interface FormulaFunction {
  readonly minimum: number;
  readonly maximum: number;
  /** Formulas that may call it; all when left out. */
  readonly purposes?: readonly Purpose[];
  readonly compile: (call: Call) => Typed;
  /** Reads its parameters as written: they are no expressions. */
  readonly compileRaw?: (
    nodes: readonly FormulaNode[],
    compile: (node: FormulaNode) => Typed,
    schema: OrgSchema,
    namespace: string,
    at: number,
  ) => Typed;
}

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

export const owner = (call: Pick<Call, 'name'>): string => `function '${call.name}()'`;

export function parameter(call: Call, index: number): Typed {
  const found = call.parameters[index];
  if (found === undefined) {
    throw new Error(`${call.name} has no parameter ${index}`);
  }
  return found;
}

interface Description {
  /** Types of each parameter; the last one repeats. */
  readonly takes: readonly (Kind | readonly Kind[])[];
  readonly gives: Kind;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * A function of known types. `run` gets the values; a number, date or truth that is blank makes the result blank
 * without running it, and blank text arrives as the empty text. Text that comes out empty is blank.
 */
export function strict(
  description: Description,
  run: (values: readonly FormulaValue[], frame: Frame) => FormulaValue,
): FormulaFunction {
  const { takes, gives } = description;
  return {
    minimum: description.minimum ?? takes.length,
    maximum: description.maximum ?? takes.length,
    compile(call) {
      const kinds = call.parameters.map((one, index) => {
        const wanted = takes[Math.min(index, takes.length - 1)] ?? 'null';
        const list = typeof wanted === 'string' ? [wanted] : wanted;
        expectKind(one, list, owner(call));
        return one.kind === 'text' || (one.kind === 'null' && list.includes('text'));
      });
      return typed(gives, call.at, (frame) => {
        const values: FormulaValue[] = [];
        for (const [index, one] of call.parameters.entries()) {
          const value = one.run(frame);
          if (kinds[index] === true) {
            values.push(value ?? '');
          } else if (value === null) {
            return null;
          } else {
            values.push(value);
          }
        }
        return run(values, frame);
      });
    },
  };
}

/** The one type several results share: that of all that are not NULL. */
export function commonKind(results: readonly Typed[], call: Call): Kind {
  let kind: Kind = 'null';
  for (const result of results) {
    expectKind(result, ['number', 'text', 'boolean', 'date', 'datetime', 'time', 'location'], owner(call));
    if (kind !== 'null' && result.kind !== 'null' && result.kind !== kind) {
      throw new FormulaProblem(
        `Incorrect parameter type for ${owner(call)}. Expected ${nameOf(kind)}, received ${nameOf(result.kind)}`,
        result.at,
      );
    }
    kind = kind === 'null' ? result.kind : kind;
  }
  return kind;
}

/** A function that takes a field and nothing else. */
export function fieldParameter(call: Call): Typed {
  const found = parameter(call, 0);
  if (found.field === null) {
    throw new FormulaProblem(`Incorrect parameter type for ${owner(call)}. Expected a field`, found.at);
  }
  return found;
}
