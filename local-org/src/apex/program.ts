/** From source text to a program that runs: parse, bind and check, emit, link. */
import type { OrgSchema } from '../data/schema.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { PlatformCatalog } from '../system/catalog.ts';
import { checkProgram, type SourceUnit } from './check/checkProgram.ts';
import { LinkedProgram } from './link/link.ts';
import type { ParseCache } from './parse/parseCache.ts';
import { parseApex, type ParseResult, type SourceKind } from './parse/parseApex.ts';
import type { CheckedProgram, CompileError } from './types.ts';

export { LinkedProgram, type FileCoverage } from './link/link.ts';

export interface ApexSource {
  readonly file: string;
  readonly text: string;
  readonly kind: SourceKind;
  readonly apiVersion: number;
  readonly namespace: string;
}
/** What code is compiled against. */
export interface Surroundings {
  readonly schema: OrgSchema;
  readonly catalog: PlatformCatalog;
  readonly hasLabel?: (namespace: string, name: string, viewer: string) => boolean;
  /** Hides from each namespace what it may not name; the schema itself without it. */
  readonly guardedSchema?: OrgSchema;
}
export interface CompileInput extends Surroundings {
  readonly sources: readonly ApexSource[];
  readonly parseCache?: ParseCache | null;
  readonly hasCoverage?: boolean;
}
export interface CompiledProgram {
  /** Syntax errors, errors of the program, and what is not simulated. */
  readonly errors: readonly CompileError[];
  /** Runs up to what has an error: running that is refused. */
  readonly program: LinkedProgram;
  readonly units: readonly SourceUnit[];
}

/** A source that can't be read is reported and is no part of the program. */
export function compileProgram(input: CompileInput): CompiledProgram {
  const parsed = input.sources.map((source) => parseSource(source, input.parseCache ?? null));
  const units = parsed.filter((one) => one.errors.length === 0).map((one) => one.unit);
  const checked = check(input, units);
  const errors = [...parsed.flatMap((one) => one.errors), ...checked.errors];
  const { catalog, schema, hasCoverage = false } = input;
  return { errors, units, program: new LinkedProgram({ checked, catalog, schema, hasCoverage }) };
}

export interface CompiledAnonymous {
  readonly errors: readonly CompileError[];
  /** Null when the block has an error. What the block has that is not simulated is refused when it runs. */
  readonly run: ((runtime: Transaction) => void) | null;
}

/** Compiles an anonymous block against a program; what the program's own sources have wrong is not reported again. */
export function compileAnonymous(
  input: Surroundings,
  compiled: Pick<CompiledProgram, 'program' | 'units'>,
  text: string,
  namespace: string,
  apiVersion: number,
): CompiledAnonymous {
  const source: ApexSource = { file: 'AnonymousBlock', text, kind: 'anonymous', apiVersion, namespace };
  const { unit, errors } = parseSource(source, null);
  if (errors.length > 0) {
    return { errors, run: null };
  }
  const checked = check(input, [...compiled.units, unit]);
  const own = checked.errors.filter((error) => error.file === source.file);
  const script = checked.scripts.find((one) => one.declaration === unit.unit);
  return {
    errors: own,
    run:
      script === undefined || own.some((error) => !error.isUnsupported)
        ? null
        : compiled.program.anonymous(checked, script),
  };
}

function check(input: Surroundings, units: readonly SourceUnit[]): CheckedProgram {
  return checkProgram({
    units,
    platform: input.catalog,
    schema: input.guardedSchema ?? input.schema,
    hasLabel: input.hasLabel ?? ((): boolean => false),
  });
}

function parseSource(
  source: ApexSource,
  cache: ParseCache | null,
): { readonly unit: SourceUnit; readonly errors: readonly CompileError[] } {
  const { unit, errors }: ParseResult =
    cache === null
      ? parseApex(source.text, source.file, source.kind)
      : cache.parse(source.text, source.file, source.kind);
  return {
    unit: { file: source.file, unit, apiVersion: source.apiVersion, namespace: source.namespace },
    errors: errors.map((error) => ({ file: source.file, at: error.at, message: error.message, isUnsupported: false })),
  };
}
