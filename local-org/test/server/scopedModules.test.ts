import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { zipEntry } from '../../src/server/scopedModules/zip.ts';
import { inProcess, type InProcess } from './support/inProcess.ts';

const FIXTURE = join(import.meta.dirname, '..', 'lightning', 'fixture', 'main');

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: FIXTURE, namespace: 'trail' }] });
});

const moduleText = (name: string, namespace = 'trail'): string => {
  const { status, headers, body } = server.ask('GET', `/_/salesforce/${namespace}/${name}.js`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/javascript;charset=utf-8', 'cache-control': 'no-store' });
  return body as string;
};
const valueOf = (name: string, namespace?: string): unknown =>
  JSON.parse(/^export default (?:Object\.freeze\()?(.*?)\)?;$/m.exec(moduleText(name, namespace))?.[1] ?? 'null');

describe('scoped modules', () => {
  test('name objects and fields as a subscriber sees them', () => {
    expect(valueOf('schema/Hike__c')).toEqual({ objectApiName: 'trail__Hike__c' });
    expect(valueOf('schema/Hike__c.Length__c')).toEqual({
      objectApiName: 'trail__Hike__c',
      fieldApiName: 'trail__Length__c',
    });
    expect(valueOf('schema/Hike__c.Account__r.Owner.Name')).toEqual({
      objectApiName: 'trail__Hike__c',
      fieldApiName: 'trail__Account__r.Owner.Name',
    });
    expect(valueOf('schema/trail__Hike__c.trail__Length__c', 'c')).toEqual({
      objectApiName: 'trail__Hike__c',
      fieldApiName: 'trail__Length__c',
    });
    expect(valueOf('schema/Task.Who.Name')).toEqual({ objectApiName: 'Task', fieldApiName: 'Who.Name' });
  });

  test.each([
    ['schema/Nothing__c', 'there is no object Nothing__c'],
    ['schema/Hike__c.Nothing__c', 'trail__Hike__c has no field Nothing__c'],
    ['schema/Hike__c.Nothing__r.Name', 'trail__Hike__c has no relationship Nothing__r'],
    ['apex/Nothing.run', 'there is no Apex class Nothing'],
    ['apex/HikeController.hidden', 'HikeController has no static @AuraEnabled method hidden'],
    ['label/c.Nothing', 'there is no label c.Nothing'],
    ['resourceUrl/Nothing', 'there is no static resource Nothing'],
    ['customPermission/Nothing', 'there is no custom permission Nothing'],
    ['messageChannel/Nothing__c', 'there is no message channel Nothing__c'],
    ['i18n/nothing', 'the local org does not have this value'],
    ['user/Name', 'the modules of this scope are user/Id and user/isGuest'],
    ['community/Id', 'the local org does not have this module'],
    ['contentAssetUrl/logo', 'the local org does not have this module'],
  ])('refuse %s by name', (name, why) => {
    expect(moduleText(name)).toBe(
      `throw new Error(${JSON.stringify(`@salesforce/${name} can't be imported: ${why}`)});\nexport default undefined;\n`,
    );
  });

  test('call Apex of the own namespace, and of another one only what is global', () => {
    expect(moduleText('apex/HikeController.longerThan')).toContain(
      'apexMethod({"namespace":"trail","classname":"HikeController","method":"longerThan","isCacheable":true})',
    );
    expect(moduleText('apex/trail.HikeController.add')).toContain('"isCacheable":false');
    expect(moduleText('apex/trail.HikeController.add', 'c')).toContain('other namespaces may call global methods only');
    expect(moduleText('apex')).toContain('export { refreshApex, getSObjectValue }');
  });

  test('speak the language of the user', () => {
    const { store, users } = server.org.local.parts;
    const admin = store.get('User', users.adminId);
    if (admin === null) {
      throw new Error('The administrator is missing');
    }
    expect(valueOf('label/c.Greeting')).toBe('Good morning');
    store.update('User', { ...admin, LanguageLocaleKey: 'de' });
    expect(valueOf('label/trail.Greeting', 'c')).toBe('Guten Morgen');
    store.update('User', admin);
  });

  test('turn the page around for languages that are read from right to left', () => {
    const { store, users } = server.org.local.parts;
    const admin = store.get('User', users.adminId);
    if (admin === null) {
      throw new Error('The administrator is missing');
    }
    const page = (): string => String(server.ask('GET', '/_/context.js').body);
    expect(page()).toContain('document.documentElement.dir = "ltr"');
    store.update('User', { ...admin, LanguageLocaleKey: 'ar' });
    expect(page()).toContain('document.documentElement.lang = "ar";\ndocument.documentElement.dir = "rtl"');
    store.update('User', admin);
  });

  test('know the user, their permissions and the locale', () => {
    expect(valueOf('user/Id')).toBe(server.org.local.parts.users.adminId);
    expect(valueOf('user/isGuest')).toBe(false);
    expect(valueOf('userPermission/ViewSetup')).toBe(true);
    expect(moduleText('customPermission/Lead_Hikes')).toBe('export default undefined;\n');
    expect(moduleText('i18n/lang')).toContain('globalThis.lightningContext.modules["@salesforce/i18n/lang"]');
    expect(moduleText('client/formFactor')).toContain('@salesforce/client/formFactor');
  });

  test('name message channels with their namespace', () => {
    expect(valueOf('messageChannel/Hike_Chosen__c')).toEqual({ channelName: 'trail__Hike_Chosen__c' });
    expect(moduleText('messageChannel/trail__Hike_Chosen__c', 'c')).toContain('there is no message channel');
  });
});

describe('static resources', () => {
  test('are served whole and by the entry of an archive', () => {
    const notes = valueOf('resourceUrl/Notes') as string;
    expect(notes).toMatch(/^\/_\/resource\/[0-9a-f]+\/trail__Notes$/);
    expect(text(server.ask('GET', notes).body)).toBe('Take water.');
    const kit = server.ask('GET', `${valueOf('resourceUrl/trail__Kit', 'c') as string}/lib/kit.js`);
    expect(kit.headers).toMatchObject({ 'content-type': 'text/javascript;charset=utf-8' });
    expect(text(kit.body)).toContain('hikeKit');
    expect(server.ask('GET', `${notes}/lib/nothing.js`).status).toBe(404);
  });

  test('that are zip files give their entries, stored and deflated', () => {
    const archive = zip([
      { name: 'a.txt', content: 'stored', isDeflated: false },
      { name: 'b/c.txt', content: 'deflated '.repeat(20), isDeflated: true },
    ]);
    expect(text(zipEntry(archive, 'a.txt'))).toBe('stored');
    expect(text(zipEntry(archive, 'b/c.txt'))).toBe('deflated '.repeat(20));
    expect(zipEntry(archive, 'b')).toBeNull();
    expect(zipEntry(Buffer.from('no archive at all, but long enough'), 'a.txt')).toBeNull();
  });
});

const text = (content: unknown): string => Buffer.from(content as Uint8Array).toString('utf8');

interface ZipFile {
  readonly name: string;
  readonly content: string;
  readonly isDeflated: boolean;
}
/** A zip archive of these files; sums are left out, which readers of one entry do not need. */
function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isDeflated } of files) {
    const packed = isDeflated ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isDeflated ? 8 : 0, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...entries, end]);
}
