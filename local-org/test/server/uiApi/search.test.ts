import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/inProcess.ts';

/** More than the searches that one transaction may do. */
const OBJECTS = 30;

test('the search of the header goes through any number of objects', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    for (let index = 1; index <= OBJECTS; index++) {
      const name = `Thing${index}__c`;
      mkdirSync(join(directory, 'objects', name), { recursive: true });
      writeFileSync(
        join(directory, 'objects', name, `${name}.object-meta.xml`),
        `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Thing ${index}</label>
          <pluralLabel>Things ${index}</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
          <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`,
      );
    }
    const server = await inProcess({ sources: [{ directory }] });
    for (const name of ['Thing1__c', `Thing${OBJECTS}__c`]) {
      const made = server.ask('POST', `/services/data/v67.0/sobjects/${name}`, { body: { Name: 'Needle in it' } });
      expect(made.status).toBe(201);
    }
    const { status, body } = server.ask('GET', '/_/org/search?q=needle');
    expect(status).toBe(200);
    const { groups } = body as { readonly groups: readonly { readonly label: string }[] };
    expect(groups.map(({ label }) => label)).toEqual(['Thing 1', `Thing ${OBJECTS}`]);
    server.org.local.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
