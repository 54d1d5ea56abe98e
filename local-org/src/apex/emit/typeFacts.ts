/** Short questions about types that the emitter asks all the time. */
import type { Expression } from '../ast.ts';
import type { ApexType, CheckedProgram, ExpressionInfo, PrimitiveName } from '../types.ts';

export const NO_TYPE: ApexType = { kind: 'unknown', name: 'unknown' };
const NO_INFO: ExpressionInfo = { type: NO_TYPE, convertTo: null, reference: null, operandType: null };

export const isPrimitive = (type: ApexType, name: PrimitiveName): boolean =>
  type.kind === 'primitive' && type.name === name;
const NUMERIC: ReadonlySet<string> = new Set(['Integer', 'Long', 'Double', 'Decimal']);
export const isNumeric = (type: ApexType): boolean => type.kind === 'primitive' && NUMERIC.has(type.name);
/** Printed as JavaScript prints it, null included. */
const PLAIN_TEXT: ReadonlySet<string> = new Set(['Integer', 'Long', 'Boolean', 'String', 'Id']);
export const isPlainText = (type: ApexType): boolean => type.kind === 'primitive' && PLAIN_TEXT.has(type.name);

export class TypeFacts {
  readonly #program: CheckedProgram;
  constructor(program: CheckedProgram) {
    this.#program = program;
  }
  info(expression: Expression): ExpressionInfo {
    return this.#program.info.get(expression) ?? NO_INFO;
  }
  /** The type of the value the emitted expression has: after the conversion its context asked for. */
  typeOf(expression: Expression): ApexType {
    const info = this.info(expression);
    return info.convertTo ?? info.type;
  }
}
