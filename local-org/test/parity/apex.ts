/** Parity rows written in Apex: each is a test method of one class, compiled and run on an org of its own. */
import { ManualClock, type LocalOrg } from '../../src/index.ts';
import { orgOf, outcomes, testClass, type Files } from '../support/apex.ts';

export interface Failure {
  readonly type: string;
  readonly message: string;
}
/** The exception that the code ends with. */
export const fails = (type: string, message: string): Failure => ({ type, message });

/**
 * `[code, expected, source]`. `code` is an expression, after statements where it needs some; `expected` is the Apex
 * that it equals, or how it fails. Code that ends with a semicolon has no value and can only fail.
 */
export type ApexRow = readonly [code: string, expected: string | Failure, source: string];

export interface ApexTable {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly files?: Files;
  /** Inner classes and methods of the class that the rows are in. */
  readonly members?: string;
  readonly rows: readonly ApexRow[];
}

const NOW = Date.parse('2026-11-23T08:46:00.000Z');

function body([code, expected]: ApexRow): string {
  const cut = code.lastIndexOf(';') + 1;
  const [statements, expression] = [code.slice(0, cut), code.slice(cut).trim()];
  const look = expression === '' ? '' : `Object found = ${expression};`;
  return typeof expected === 'string'
    ? `${statements}\nSystem.assertEquals(${expected}, ${expression});`
    : `try { ${statements} ${look} } catch (Exception thrown) {
        System.assertEquals('${expected.type}', thrown.getTypeName());
        System.assertEquals('${expected.message.replace(/[\\']/g, '\\$&')}', thrown.getMessage());
        return;
      }
      Assert.fail('No exception');`;
}

/** An org with the table's class, `ParityTest`. */
export function orgOfTable(table: ApexTable): Promise<LocalOrg> {
  const methods = Object.fromEntries(table.rows.map((row, index) => [`row${index}`, body(row)]));
  return orgOf(
    { ...table.files, 'classes/ParityTest.cls': testClass('ParityTest', methods, table.members) },
    {
      clock: new ManualClock(NOW),
      ...(table.timeZone === undefined ? {} : { timeZone: table.timeZone }),
      ...(table.locale === undefined ? {} : { locale: table.locale }),
    },
  );
}

/** `pass` or the failure of each row, in order. */
export async function outcomesOf(table: ApexTable): Promise<readonly string[]> {
  const org = await orgOfTable(table);
  const errors = org.compileErrors.map((error) => error.message);
  const found = outcomes(org.runTests());
  return table.rows.map((_row, index) => found[`row${index}`] ?? `did not run ${errors.join('; ')}`);
}
