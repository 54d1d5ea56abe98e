/** Anonymous Apex: checked together with the org's source, run in the scope of its linked program. */
import type { CompileError } from '../apex/types.ts';
import { checkProgram } from '../apex/check/checkProgram.ts';
import { parseApex } from '../apex/parse/parseApex.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { CURRENT_API_VERSION } from './compile.ts';
import type { OrgParts } from './orgParts.ts';

export interface CompiledBlock {
  /** Null: it does not compile. */
  readonly run: ((runtime: Transaction) => void) | null;
  readonly errors: readonly CompileError[];
}

const FILE = 'AnonymousBlock';

export function compileAnonymous(parts: OrgParts, source: string): CompiledBlock {
  const parsed = parseApex(source, FILE, 'anonymous');
  if (parsed.errors.length > 0) {
    return {
      run: null,
      errors: parsed.errors.map((error) => ({
        file: FILE,
        at: error.at,
        message: error.message,
        isUnsupported: false,
      })),
    };
  }
  const block = { file: FILE, unit: parsed.unit, apiVersion: CURRENT_API_VERSION, namespace: parts.context.namespace };
  const checked = checkProgram({
    units: [...parts.units, block],
    platform: parts.catalog,
    schema: parts.context.schema,
    hasLabel: (namespace, name) => parts.declarative.hasLabel(namespace, name),
  });
  const errors = checked.errors.filter((error) => error.file === FILE);
  const script = checked.scripts.find((one) => one.file === FILE);
  if (script === undefined || errors.some((error) => !error.isUnsupported)) {
    return { run: null, errors };
  }
  return { run: parts.program.anonymous(checked, script), errors };
}
