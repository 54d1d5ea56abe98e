import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LocalOrg, type LocalOrgOptions } from '../../src/index.ts';
import { sourceTree } from '../support/apex.ts';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const SETTING = {
  'objects/Plan__c/Plan__c.object-meta.xml': xml(
    'CustomObject',
    '<customSettingsType>Hierarchy</customSettingsType><label>Plan</label><visibility>Public</visibility>',
  ),
  'objects/Plan__c/fields/Kept__c.field-meta.xml': xml(
    'CustomField',
    '<fullName>Kept__c</fullName><label>Kept</label><length>40</length><type>Text</type>',
  ),
  'externalCredentials/Keyed.externalCredential-meta.xml': xml(
    'ExternalCredential',
    '<authenticationProtocol>Custom</authenticationProtocol><label>x</label><externalCredentialParameters><parameterName>P</parameterName><parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>',
  ),
};
const ID = '00D000000000123EAA';

const folders: string[] = [];
afterEach(() => {
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'local-org-identity-'));
  folders.push(made);
  return made;
}
async function open(options: Partial<LocalOrgOptions>): Promise<LocalOrg> {
  const { directory, remove } = sourceTree(SETTING);
  try {
    return await LocalOrg.create({ sources: [{ directory }], ...options });
  } finally {
    remove();
  }
}
function ask(org: LocalOrg, expression: string): string | undefined {
  const result = org.execute(`System.debug(${expression});`);
  return result.message ?? result.log.at(-1)?.text;
}

test('an org has the id it is given, in 15 or 18 characters', async () => {
  const org = await open({ organizationId: ID.slice(0, 15) });
  expect(ask(org, 'UserInfo.getOrganizationId()')).toBe(ID);
  expect(ask(org, '[SELECT Id, IsSandbox FROM Organization].Id')).toBe(ID);
  expect(ask(org, '[SELECT Id, IsSandbox FROM Organization].IsSandbox')).toBe('false');
  await expect(open({ organizationId: '001000000000123' })).rejects.toThrow(
    '"001000000000123" is not the id of an organization: 15 or 18 letters and digits that begin with 00D',
  );
  await expect(open({ sandbox: { name: 'a b' } })).rejects.toThrow('"a b" is not the name of a sandbox');
});

test('a sandbox copy of a running org is another org with its rows, and the org stays as it was', async () => {
  const [production, copy] = [folder(), folder()];
  const first = await open({ store: production });
  const id = ask(first, 'UserInfo.getOrganizationId()');
  expect(
    first.execute(`upsert new Plan__c(SetupOwnerId = UserInfo.getOrganizationId(), Kept__c = UserInfo.getOrganizationId());
      insert new Account(Name = 'Copied');
      insert new User(LastName = 'Ann', Alias = 'ann', Email = 'ann@acme.example', Username = 'ann@acme.example', ProfileId = UserInfo.getProfileId(), TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');`)
      .message,
  ).toBeNull();
  const principal = { externalCredential: 'Keyed', name: 'P', type: 'NamedPrincipal', userId: null };
  first.jobHost.record((runtime) => {
    runtime.org.credentials.saveSecrets(principal, { Token: { value: 's3cret', isEncrypted: true } });
  });

  const sandbox = await open({ store: copy, sandbox: { name: 'test', of: production } });
  const sandboxId = ask(sandbox, 'UserInfo.getOrganizationId()');
  expect(sandboxId).toMatch(/^00D/);
  expect(sandboxId).not.toBe(id);
  expect(ask(sandbox, "[SELECT COUNT() FROM Account WHERE Name = 'Copied']")).toBe('1');
  expect(ask(sandbox, '[SELECT IsSandbox FROM Organization].IsSandbox')).toBe('true');
  expect(ask(sandbox, '[SELECT InstanceName FROM Organization].InstanceName')).not.toBe(
    ask(first, '[SELECT InstanceName FROM Organization].InstanceName'),
  );
  expect(ask(sandbox, "[SELECT Username FROM User WHERE Alias = 'ann'].Username")).toBe('ann@acme.example.test');
  expect(ask(sandbox, "[SELECT Email FROM User WHERE Alias = 'ann'].Email")).toBe('ann@acme.example.invalid');
  expect(ask(sandbox, 'UserInfo.getUserEmail()')).toBe(ask(first, 'UserInfo.getUserEmail()'));
  expect(ask(sandbox, 'URL.getOrgDomainUrl().toExternalForm()')).toContain('--test.sandbox.my.salesforce.com');
  expect(ask(sandbox, 'Plan__c.getOrgDefaults().Id != null')).toBe('true');
  expect(sandbox.parts.context.credentials.secrets(principal)).toBeNull();
  expect(first.parts.context.credentials.secrets(principal)).not.toBeNull();
  expect(sandbox.execute("insert new Account(Name = 'Later');").message).toBeNull();
  expect(ask(first, 'UserInfo.getOrganizationId()')).toBe(id);
  expect(ask(first, "[SELECT COUNT() FROM Account WHERE Name = 'Later']")).toBe('0');
  sandbox.close();

  const again = await open({ store: copy, sandbox: { name: 'test', of: production } });
  expect(ask(again, 'UserInfo.getOrganizationId()')).toBe(sandboxId);
  expect(ask(again, "[SELECT Username FROM User WHERE Alias = 'ann'].Username")).toBe('ann@acme.example.test');
  expect(ask(again, "[SELECT COUNT() FROM Account WHERE Name = 'Later']")).toBe('1');
  again.close();
  first.close();
});

test('a text that people stored about the id keeps saying what it said', async () => {
  const [production, copy] = [folder(), folder()];
  const first = await open({ store: production });
  const id = ask(first, 'UserInfo.getOrganizationId()');
  first.execute(
    'upsert new Plan__c(SetupOwnerId = UserInfo.getOrganizationId(), Kept__c = UserInfo.getOrganizationId());',
  );
  first.close();
  const sandbox = await open({ store: copy, sandbox: { name: 'test', of: production } });
  expect(ask(sandbox, 'Plan__c.getOrgDefaults().Kept__c')).toBe(id);
  sandbox.close();
});

test('there is no sandbox of no org', async () => {
  await expect(open({ store: folder(), sandbox: { name: 'test', of: folder() } })).rejects.toThrow(
    'There is no org in',
  );
});
