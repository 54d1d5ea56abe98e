import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/inProcess.ts';

const sources = [{ directory: join(import.meta.dirname, '..', 'fixture', 'main') }];
const KILLS = 4;
const WRITES = 15;

/** What a killed process leaves is what its files hold at that moment: a copy of them, taken between two requests. */
test('whatever was acknowledged is there after a kill at any moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'durable-'));
  try {
    const acknowledged: string[] = [];
    let store = join(folder, 'store-0');
    for (let kill = 1; kill <= KILLS; kill++) {
      const server = await inProcess({ sources, store });
      for (let turn = 0; turn < WRITES; turn++) {
        const { status, body } = server.ask('POST', '/services/data/v67.0/sobjects/Trip__c', {
          body: { Name: 'Kept' },
        });
        expect(status).toBe(201);
        acknowledged.push((body as { readonly id: string }).id);
      }
      const copy = join(folder, `store-${kill}`);
      cpSync(store, copy, { recursive: true });
      server.org.local.close();
      store = copy;
    }
    const { org } = await inProcess({ sources, store });
    const there = new Set(org.local.query('SELECT Id FROM Trip__c').rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(KILLS * WRITES);
    org.local.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
