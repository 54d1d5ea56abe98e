/** What is wrong with a formula's text, with the place in it: the platform refuses it, or the local org can't run it. */
export class FormulaProblem extends Error {
  override readonly name = 'FormulaProblem';
  /** Offset of the first character concerned. */
  readonly at: number;
  /** True for what the platform accepts and the local org does not simulate. */
  readonly isUnsupported: boolean;
  constructor(message: string, at: number, isUnsupported = false) {
    super(message);
    this.at = at;
    this.isUnsupported = isUnsupported;
  }
}

/** A fault of evaluation: the field shows `#Error!` on the platform and is null to code. */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault';
}

/** `3:14`, both counted from 1. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
