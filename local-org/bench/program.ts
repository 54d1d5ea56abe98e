/** The Apex that is timed, and an org that runs it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalOrg } from '../src/index.ts';
import type { ApexValue } from '../src/runtime/runtime.ts';

const SOURCE: Readonly<Record<string, string>> = {
  'classes/Work.cls': `public class Work {
  public static Integer count(Integer turns) {
    Integer found = 0;
    for (Integer i = 0; i < turns; i++) {
      if (i > 5) {
        found = found + 1;
      }
    }
    return found;
  }
  public static void insertAccounts(Integer size, Integer seed) {
    List<String> industries = new List<String>{ 'Energy', 'Banking', 'Retail', 'Media' };
    List<Account> rows = new List<Account>();
    Integer state = seed;
    for (Integer i = 0; i < size; i++) {
      state = Math.mod(Math.abs(state * 1103515245 + 12345), 2147483647);
      rows.add(new Account(Name = 'Account ' + state, Industry = industries[Math.mod(state, 4)], NumberOfEmployees = Math.mod(state, 1000)));
    }
    insert rows;
  }
  public static Integer findAll(List<Id> ids) {
    Integer found = 0;
    for (Id one : ids) {
      found += [SELECT Id, Name FROM Account WHERE Id = :one].size();
    }
    return found;
  }
  public static Integer scan() {
    return [SELECT COUNT() FROM Account WHERE NumberOfEmployees > 500 AND Industry = 'energy'];
  }
  public static Integer scanText() {
    return [SELECT COUNT() FROM Account WHERE Name LIKE '%77%'];
  }
}
`,
  'triggers/AccountWork.trigger': `trigger AccountWork on Account (before insert, after insert) {
  for (Account row : Trigger.new) {
    if (Trigger.isBefore) {
      row.Description = row.Industry + ' ' + row.NumberOfEmployees;
    }
  }
}
`,
};
const META = `<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>60.0</apiVersion><status>Active</status></ApexClass>`;

export async function makeOrg(options: { readonly hasCoverage: boolean }): Promise<LocalOrg> {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  try {
    for (const [path, text] of Object.entries(SOURCE)) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      writeFileSync(`${file}-meta.xml`, META);
    }
    const org = await LocalOrg.create({ sources: [{ directory }], ...options });
    const [problem] = org.compileErrors;
    if (problem !== undefined) {
      throw new Error(problem.message);
    }
    return org;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One transaction that calls a method of `Work`, commit included. */
export function call(org: LocalOrg, method: string, args: readonly ApexValue[] = []): ApexValue {
  const { program, users } = org.parts;
  const type = program.findType('Work', null);
  let value: ApexValue = null;
  const result = org.transaction(users.adminId, (runtime) => {
    value = type === null ? null : program.callStatic(runtime, type, method, args);
  });
  if (!result.isSuccess) {
    throw new Error(result.message ?? 'The transaction failed');
  }
  return value;
}
