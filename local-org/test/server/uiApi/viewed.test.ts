import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/inProcess.ts';

const sources = [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }];

test('what people viewed last is known after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'viewed-'));
  try {
    const store = join(folder, 'rows');
    const before = await inProcess({ sources, store });
    const ids = ['First', 'Second'].map((name) => {
      const made = before.ask('POST', '/services/data/v67.0/sobjects/Trip__c', { body: { Name: name } });
      return (made.body as { readonly id: string }).id;
    });
    for (const recordId of ids) {
      expect(before.ask('POST', '/_/org/viewed', { body: { recordId } }).status).toBe(204);
    }
    before.org.local.close();

    const after = await inProcess({ sources, store });

    expect(after.ask('GET', '/_/org/viewed').body).toMatchObject({
      records: [{ name: 'Second' }, { name: 'First' }],
    });
    after.org.local.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
