/** Compiles and runs one class against the whole library and the standard schema, without an org around it. */
import { columnOf, lineOf } from '../../../src/apex/ast.ts';
import { compileProgram } from '../../../src/apex/program.ts';
import { buildSchema } from '../../../src/data/index.ts';
import { Packages } from '../../../src/org/packages.ts';
import type { ApexValue, OrgContext } from '../../../src/runtime/runtime.ts';
import { Transaction } from '../../../src/runtime/transaction.ts';
import { platformCatalog } from '../../../src/system/index.ts';

const SCHEMA = buildSchema([], { features: new Set() });
const CATALOG = platformCatalog();
const NOW = Date.UTC(2026, 10, 23, 8, 46);

export interface Compiled {
  /** `line:column message`. */
  readonly messages: readonly string[];
  /** Calls `Main.run()` in a new transaction. */
  run(): ApexValue;
}

export function compileMain(text: string): Compiled {
  const { program, errors } = compileProgram({
    sources: [{ file: 'Main.cls', text, kind: 'class', apiVersion: 67, namespace: '' }],
    schema: SCHEMA,
    catalog: CATALOG,
    hasCoverage: true,
  });
  const org = {
    id: '00D000000000001AAA', namespace: '', schema: SCHEMA, store: { get: () => null }, clock: { now: () => NOW },
    program, state: new Map(), features: new Set(), packages: new Packages([], SCHEMA),
  } as unknown as OrgContext; // prettier-ignore
  return {
    messages: errors.map((error) => `${lineOf(error.at)}:${columnOf(error.at)} ${error.message}`),
    run: () => {
      const runtime = new Transaction({
        org, program, catalog: CATALOG, userId: '005000000000001AAA', isTest: false, limits: 'synchronous',
      }); // prettier-ignore
      const type = program.findType('Main', null);
      if (type === null) {
        throw new Error('There is no class Main');
      }
      return runtime.run(() => program.callStatic(runtime, type, 'run', []));
    },
  };
}
