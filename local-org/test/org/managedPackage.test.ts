/** An installed managed package as its subscriber sees it, and as its own code does. */
import { expect, test, beforeAll } from 'vitest';
import { LocalOrg } from '../../src/index.ts';
import { inProcess, type InProcess } from '../server/support/inProcess.ts';
import { sourceTree } from '../support/apex.ts';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const text = (name: string): string =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type>`);
const setting = (visibility: string): string =>
  xml(
    'CustomObject',
    `<customSettingsType>Hierarchy</customSettingsType><label>Setting</label><visibility>${visibility}</visibility>`,
  );
const metadataType = (visibility: string): string =>
  xml('CustomObject', `<label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>${visibility}</visibility>`);
const record = (isProtected: boolean): string =>
  xml('CustomMetadata', `<label>One</label><protected>${isProtected}</protected>`);
const label = (name: string, isProtected: boolean): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>${isProtected}</protected><shortDescription>x</shortDescription><value>${name} text</value></labels>`;

const PACKAGE = {
  'objects/Trip__c/Trip__c.object-meta.xml': xml(
    'CustomObject',
    '<deploymentStatus>Deployed</deploymentStatus><label>Trip</label><pluralLabel>Trips</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  'objects/Trip__c/fields/Place__c.field-meta.xml': text('Place__c'),
  'objects/Secret__c/Secret__c.object-meta.xml': setting('Protected'),
  'objects/Secret__c/fields/Key__c.field-meta.xml': text('Key__c'),
  'objects/Open__c/Open__c.object-meta.xml': setting('Public'),
  'objects/Hidden__mdt/Hidden__mdt.object-meta.xml': metadataType('PackageProtected'),
  'objects/Rule__mdt/Rule__mdt.object-meta.xml': metadataType('Public'),
  'customMetadata/Rule.Shown.md-meta.xml': record(false),
  'customMetadata/Rule.Kept.md-meta.xml': record(true),
  'customMetadata/Hidden.Only.md-meta.xml': record(false),
  'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', label('Shown', false) + label('Kept', true)),
  'permissionsets/Riders.permissionset-meta.xml': xml('PermissionSet', '<label>Riders</label>'),
  'classes/Inside.cls': `public class Inside {
    public static String secret() { return Secret__c.getOrgDefaults().Key__c; }
    public static String text() { return Label.Kept + '/' + Label.Shown; }
    public static Integer rules() { return Rule__mdt.getAll().size() * 100 + [SELECT COUNT() FROM Rule__mdt] * 10 + Database.countQuery('SELECT COUNT() FROM Hidden__mdt'); }
    @NamespaceAccessible public static String friendly() { return 'friend'; }
  }`,
  'classes/Gate.cls': `global class Gate {
    global static String tell() {
      upsert new Secret__c(SetupOwnerId = UserInfo.getOrganizationId(), Key__c = 'k');
      insert new Trip__c(Name = 'T', Place__c = 'Home');
      SObject row = Database.query('SELECT Place__c FROM Trip__c LIMIT 1');
      return Inside.secret() + ' ' + Inside.text() + ' ' + Inside.rules() + ' ' + row.get('Place__c') + ' ' + Schema.getGlobalDescribe().containsKey('pack__Secret__c');
    }
    public static String closed() { return 'closed'; }
    @NamespaceAccessible public static String friendly() { return 'friend'; }
  }`,
};
const OWN = {
  'classes/Own.cls': "public class Own { public static String tell() { return 'own'; } }",
};

let asked: InProcess;
beforeAll(async () => {
  const [pack, own] = [sourceTree(PACKAGE), sourceTree(OWN)];
  asked = await inProcess({
    sources: [{ directory: pack.directory, namespace: 'pack', isManaged: true }, { directory: own.directory }],
  });
  pack.remove();
  own.remove();
});
function run(apex: string): string {
  const result = asked.org.local.execute(apex);
  return result.errors[0]?.message ?? result.message ?? result.log.at(-1)?.text ?? '';
}
const say = (expression: string): string => run(`System.debug(${expression});`);

test('code of the package sees all of it, by its own short names', () => {
  expect(asked.org.local.compileErrors).toEqual([]);
  expect(say('pack.Gate.tell()')).toBe('k Kept text/Shown text 221 Home true');
});

test.each([
  ['Own.tell()', 'own'],
  ['Gate.tell()', 'Variable does not exist: Gate'],
  ['pack.Inside.secret()', 'Type is not visible: pack.Inside'],
  ['pack.Inside.friendly()', 'Type is not visible: pack.Inside'],
  ['pack.Gate.friendly()', 'Method is not visible: String Gate.friendly()'],
  ['pack.Gate.closed()', 'Method is not visible: String Gate.closed()'],
  ['Label.Shown', 'External string does not exist: Shown'],
  ['Label.pack.Shown', 'Shown text'],
  ['Label.pack.Kept', 'External string does not exist: pack.Kept'],
  ['pack__Secret__c.getOrgDefaults()', 'Variable does not exist: pack__Secret__c'],
  ['pack__Open__c.getOrgDefaults() != null', 'true'],
  ['[SELECT Id FROM pack__Secret__c]', "sObject type 'pack__Secret__c' is not supported."],
  [
    "Database.query('SELECT Id FROM pack__Secret__c')",
    "System.QueryException: sObject type 'pack__Secret__c' is not supported.",
  ],
  [
    "Database.query('SELECT Id FROM pack__Hidden__mdt')",
    "System.QueryException: sObject type 'pack__Hidden__mdt' is not supported.",
  ],
  ['[SELECT COUNT() FROM pack__Rule__mdt]', '1'],
  ['pack__Rule__mdt.getAll().keySet()', '{pack__Shown}'],
  ["pack__Rule__mdt.getInstance('pack__Kept')", 'null'],
  ["Schema.getGlobalDescribe().containsKey('pack__Secret__c')", 'false'],
  ["Schema.getGlobalDescribe().containsKey('pack__Trip__c')", 'true'],
  ["new pack__Trip__c(pack__Place__c = 'x').get('pack__Place__c')", 'x'],
  [
    "new pack__Trip__c(pack__Place__c = 'x').get('Place__c')",
    'System.SObjectException: Invalid field Place__c for pack__Trip__c',
  ],
  ["[SELECT Body FROM ApexClass WHERE Name = 'Gate'].Body", '(hidden)'],
  ["[SELECT Body FROM ApexClass WHERE Name = 'Own'].Body.contains('own')", 'true'],
  ['[SELECT NamespacePrefix FROM Organization].NamespacePrefix', 'null'],
])("a subscriber's code that says %s gets %s", (expression, expected) => {
  expect(say(expression)).toContain(expected);
});

test('what the package grants is locked, and what the subscriber makes is not', () => {
  const locked =
    /CANNOT_MODIFY_MANAGED_OBJECT, Cannot modify managed object: entity=PermissionSet, component=0PS\w{15}, state=installed/;
  const set = "PermissionSet s = [SELECT Id FROM PermissionSet WHERE Name = 'Riders'];";
  expect(run(`${set} s.Label = 'x'; update s;`)).toMatch(locked);
  expect(run(`${set} delete s;`)).toMatch(locked);
  expect(
    run(`${set} insert new ObjectPermissions(ParentId = s.Id, SobjectType = 'Account', PermissionsRead = true);`),
  ).toMatch(locked);
  expect(
    run(`${set} insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = s.Id);`),
  ).toBe('');
  expect(
    run(
      "PermissionSet s = new PermissionSet(Name = 'Own', Label = 'Own'); insert s; insert new ObjectPermissions(ParentId = s.Id, SobjectType = 'pack__Trip__c', PermissionsRead = true); s.Label = 'Changed'; update s; delete s;",
    ),
  ).toBe('');
});

test('APIs show nothing protected', () => {
  const get = (path: string): { readonly status: number; readonly body: string } => {
    const response = asked.ask('GET', `/services/data/v67.0${path}`);
    return { status: response.status, body: JSON.stringify(response.body) };
  };
  const objects = get('/sobjects').body;
  expect(objects).toContain('pack__Trip__c');
  expect(objects).not.toContain('pack__Secret__c');
  expect(objects).not.toContain('pack__Hidden__mdt');
  expect(get('/sobjects/pack__Trip__c/describe').status).toBe(200);
  expect(get('/sobjects/pack__Secret__c/describe').status).toBe(404);
  expect(get('/ui-api/object-info/pack__Secret__c').status).not.toBe(200);
  expect(get(`/query?q=${encodeURIComponent('SELECT Id FROM pack__Secret__c')}`)).toMatchObject({ status: 400 });
  expect(get(`/query?q=${encodeURIComponent('SELECT DeveloperName FROM pack__Rule__mdt')}`).body).not.toContain('Kept');
});

test('in an org of the namespace itself nothing is hidden', async () => {
  const { directory, remove } = sourceTree(PACKAGE);
  const org = await LocalOrg.create({ sources: [{ directory, namespace: 'pack' }] });
  remove();
  const result = org.execute(
    'System.debug(Inside.text() + Label.Kept + [SELECT COUNT() FROM Secret__c] + Rule__mdt.getAll().size());',
  );
  expect(result.log.at(-1)?.text).toBe('Kept text/Shown textKept text02');
});
