import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LocalOrg } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'class-access-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(['', 'acme'])('a permission set opens its classes in the namespace "%s" and no others', async (namespace) => {
  const source = join(folder, `main${namespace}`);
  mkdirSync(join(source, 'classes'), { recursive: true });
  mkdirSync(join(source, 'permissionsets'));
  for (const name of ['Open', 'Shut']) {
    writeFileSync(join(source, 'classes', `${name}.cls`), `public class ${name} { public class Inner {} }`);
    writeFileSync(
      join(source, 'classes', `${name}.cls-meta.xml`),
      '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>',
    );
  }
  writeFileSync(
    join(source, 'permissionsets', 'Opener.permissionset-meta.xml'),
    '<PermissionSet><label>Opener</label><classAccesses><apexClass>Open</apexClass><enabled>true</enabled></classAccesses></PermissionSet>',
  );
  const org = await LocalOrg.create({ sources: [{ directory: source, namespace }] });
  const made = org.execute(`
    User reader = new User(FirstName = 'A', LastName = 'Reader', Username = 'reader@acme.example', Email = 'reader@acme.example',
      Alias = 'reader', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    insert reader;
    insert new PermissionSetAssignment(AssigneeId = reader.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Opener'].Id);
  `);
  expect(made.message).toBeNull();
  const reader = [...org.parts.store.rows('User')].find((row) => row['Alias'] === 'reader')?.Id ?? '';
  const may = (name: string): boolean =>
    org.parts.context.security.canUseClass(reader, namespace === '' ? name : `${namespace}.${name}`);

  expect(['Open', 'Open.Inner', 'Shut'].map(may)).toEqual([true, true, false]);
});
