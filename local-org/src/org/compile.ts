/** Reads, parses and checks the Apex of source trees: what the org runs, and every error on the way. */
import type { CheckedProgram, CompileError } from '../apex/types.ts';
import { checkProgram, type SourceUnit } from '../apex/check/checkProgram.ts';
import { parseApex, type ParseResult, type SourceKind } from '../apex/parse/parseApex.ts';
import type { ParseCache } from '../apex/parse/parseCache.ts';
import type { OrgSchema } from '../data/schema.ts';
import type { SourceTree } from '../metadata/tree.ts';
import type { PlatformCatalog } from '../system/catalog.ts';

/** The API version of files that do not say theirs, and of anonymous Apex. */
export const CURRENT_API_VERSION = 67;

export interface CompileInput {
  readonly trees: readonly SourceTree[];
  readonly schema: OrgSchema;
  readonly catalog: PlatformCatalog;
  readonly hasLabel: (namespace: string, name: string) => boolean;
  readonly parseCache: ParseCache | null;
}

export interface Compilation {
  readonly program: CheckedProgram;
  readonly units: readonly SourceUnit[];
  readonly errors: readonly CompileError[];
}

export function parse(text: string, file: string, kind: SourceKind, cache: ParseCache | null): ParseResult {
  return cache === null ? parseApex(text, file, kind) : cache.parse(text, file, kind);
}

export function parseTrees(
  trees: readonly SourceTree[],
  cache: ParseCache | null,
): { readonly units: readonly SourceUnit[]; readonly errors: readonly CompileError[] } {
  const units: SourceUnit[] = [];
  const errors: CompileError[] = [];
  for (const tree of trees) {
    for (const source of tree.apex.filter((one) => one.status === 'Active')) {
      const result = parse(source.text, source.file, source.kind, cache);
      for (const error of result.errors) {
        errors.push({ file: source.file, at: error.at, message: error.message, isUnsupported: false });
      }
      if (result.errors.length === 0) {
        units.push({
          file: source.file,
          unit: result.unit,
          apiVersion: source.apiVersion ?? CURRENT_API_VERSION,
          namespace: source.namespace,
        });
      }
    }
  }
  return { units, errors };
}

export function compile(input: CompileInput): Compilation {
  const { units, errors } = parseTrees(input.trees, input.parseCache);
  const program = checkProgram({ units, platform: input.catalog, schema: input.schema, hasLabel: input.hasLabel });
  return { program, units, errors: [...errors, ...program.errors] };
}
