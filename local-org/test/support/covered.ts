/** Which members of the platform library a test calls: those of the parity tables and of the compiler's case folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalOrg } from '../../src/index.ts';
import type { PlatformMethod, PlatformProperty } from '../../src/system/define.ts';
import { orgOfTable } from '../parity/apex.ts';
import { apexTables } from '../parity/apexTables.ts';
import { chosen, transaction } from '../parity/parity.ts';
import { tables } from '../parity/tables.ts';
import { orgOf } from './apex.ts';

export type Member = PlatformMethod | PlatformProperty;

const CASES = join(dirname(fileURLToPath(import.meta.url)), '../apex/cases');

function addCalled(members: Set<Member>, org: LocalOrg): void {
  for (const { reference } of org.parts.program.checked.info.values()) {
    if (reference?.kind === 'platformMethod' || reference?.kind === 'platformConstructor') {
      members.add(reference.method);
    } else if (reference?.kind === 'platformProperty') {
      members.add(reference.property);
    }
  }
}

/** The classes of the case folders in one program: each is called `Main`, so each gets a number. */
function caseClasses(): Readonly<Record<string, string>> {
  const folders = existsSync(CASES) ? readdirSync(CASES).sort() : [];
  return Object.fromEntries(
    folders
      .map((folder) => join(CASES, folder, 'input.cls'))
      .filter((file) => existsSync(file) && !existsSync(join(dirname(file), 'error.json')))
      .map((file, index) => [
        `classes/Main${index}.cls`,
        readFileSync(file, 'utf8').replace(/\bMain\b/g, `Main${index}`),
      ]),
  );
}

export async function coveredMembers(): Promise<ReadonlySet<Member>> {
  const members = new Set<Member>();
  for (const table of Object.values(tables)) {
    const runtime = transaction(table);
    for (const [method, args] of table.rows) {
      members.add(chosen(runtime, method, args));
    }
  }
  for (const table of Object.values(apexTables)) {
    addCalled(members, await orgOfTable(table));
  }
  addCalled(members, await orgOf(caseClasses()));
  return members;
}
