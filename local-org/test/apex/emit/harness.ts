/** Compiles and runs Apex against the whole library, the standard schema and an empty store. */
import { readFileSync } from 'node:fs';
import {
  compileProgram,
  type ApexSource,
  type CompiledProgram,
  type LinkedProgram,
} from '../../../src/apex/program.ts';
import { columnOf, lineOf } from '../../../src/apex/ast.ts';
import { buildSchema } from '../../../src/data/index.ts';
import type { OrgContext, QueryEngine, ApexValue, DmlRequest, DmlRowResult } from '../../../src/runtime/runtime.ts';
import { type SObjectValue } from '../../../src/runtime/sobject.ts';
import { Transaction } from '../../../src/runtime/transaction.ts';
import { platformCatalog } from '../../../src/system/index.ts';
import type { PlatformCatalog } from '../../../src/system/catalog.ts';

export const SCHEMA = buildSchema([], { features: new Set() });
export const CATALOG: PlatformCatalog = platformCatalog();

export interface Bench {
  readonly compiled: CompiledProgram;
  readonly program: LinkedProgram;
  readonly messages: readonly string[];
  readonly statements: DmlRequest[];
  /** What the next queries give, by object. */
  readonly rows: Map<string, readonly SObjectValue[]>;
  readonly asked: {
    readonly text: string;
    readonly binds: readonly ApexValue[];
    readonly isSharingEnforced: boolean;
    readonly isUserMode: boolean;
  }[];
  open(options?: { readonly isAsync?: boolean; readonly stopwatch?: () => number }): Transaction;
  /** Calls `Main.run()` in a new transaction. */
  run(method?: string, ...args: readonly ApexValue[]): ApexValue;
}

export function source(text: string, options: Partial<ApexSource> = {}): ApexSource {
  const kind = options.kind ?? (/^\s*trigger\b/i.test(text) ? 'trigger' : 'class');
  return {
    file: kind === 'trigger' ? 'Probe.trigger' : 'Main.cls',
    text,
    kind,
    apiVersion: 67,
    namespace: '',
    ...options,
  };
}

export function bench(...sources: readonly (string | ApexSource)[]): Bench {
  const compiled = compileProgram({
    sources: sources.map((one) => (typeof one === 'string' ? source(one) : one)),
    schema: SCHEMA,
    catalog: CATALOG,
    hasCoverage: true,
  });
  const { program } = compiled;
  const rows = new Map<string, readonly SObjectValue[]>();
  const asked: Bench['asked'] = [];
  const statements: DmlRequest[] = [];
  const queries: QueryEngine = {
    query: (_runtime, text, binds, access) => {
      const names = [...text.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
      asked.push({
        text,
        binds: names.map((name) => binds(name)),
        isSharingEnforced: access.isSharingEnforced,
        isUserMode: access.isUserMode,
      });
      const objectName = /\bFROM\s+(\w+)/i.exec(text)?.[1] ?? '';
      return { objectName, isAggregate: false, rows: rows.get(objectName.toLowerCase()) ?? [] };
    },
    count: () => 7,
    open: (runtime) => runtime.unsupported('cursors'),
    search: () => [],
  };
  const dml = {
    execute: (runtime: Transaction, request: DmlRequest): readonly DmlRowResult[] => {
      statements.push(request);
      const [first] = request.rows;
      if (first !== undefined && request.operation === 'insert') {
        program.runTriggers(runtime, {
          object: first.object,
          operation: 'insert',
          isBefore: true,
          newRows: request.rows,
          oldRows: null,
        });
      }
      return [];
    },
  };
  const org = {
    id: '00D000000000001AAA', namespace: '', schema: SCHEMA, store: { get: () => null }, clock: { now: () => Date.UTC(2026, 10, 23, 8, 46) },
    queries, dml, program, state: new Map(), features: new Set(),
    declarative: { label: (_namespace: string, name: string) => `label ${name}` },
  } as unknown as OrgContext; // prettier-ignore
  const open: Bench['open'] = (options = {}) =>
    new Transaction({
      org,
      program,
      catalog: CATALOG,
      userId: '005000000000001AAA',
      isTest: false,
      isAsync: options.isAsync ?? false,
      ...(options.stopwatch === undefined ? {} : { stopwatch: options.stopwatch }),
    });
  const run: Bench['run'] = (method = 'run', ...args) => {
    const runtime = open();
    const type = program.findType('Main', null);
    if (type === null) {
      throw new Error('There is no class Main');
    }
    return runtime.run(() => program.callStatic(runtime, type, method, args));
  };
  return {
    compiled,
    program,
    rows,
    asked,
    statements,
    messages: compiled.errors.map((error) => `${lineOf(error.at)}:${columnOf(error.at)} ${error.message}`),
    open,
    run,
  };
}

export const read = (path: URL): string => readFileSync(path, 'utf8');
