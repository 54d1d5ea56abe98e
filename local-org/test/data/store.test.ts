import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSchema, MemoryStore, Persistence } from '../../src/data/index.ts';
import type { Row } from '../../src/data/store.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/values/temporal.ts';
import { ApexBlob, ApexDouble, type Value } from '../../src/values/value.ts';
import { sourceOf, THING } from './support/fakeOrg.ts';

const schema = buildSchema([sourceOf(THING)]);

/** Repeatable random numbers below a bound. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The simplest store there could be: an array of rows, copied whole for a savepoint. */
class Model {
  rows: Row[] = [];
  savepoints: { readonly rows: Row[] }[] = [];
  find(id: string): Row | undefined {
    return this.rows.find((row) => row.Id === id);
  }
  replace(row: Row): void {
    this.rows = this.rows.map((one) => (one.Id === row.Id ? row : one));
  }
}

function compare(store: MemoryStore, model: Model): void {
  expect([...store.rows('Thing__c', true)]).toEqual(model.rows);
  const alive = model.rows.filter((row) => row['IsDeleted'] !== true);
  expect([...store.rows('Thing__c')]).toEqual(alive);
  expect(store.count('Thing__c')).toBe(alive.length);
  for (const key of ['k0', 'K1', 'k2']) {
    expect(store.findBy('Thing__c', 'Key__c', key)).toEqual(
      alive.filter((row) => String(row['Key__c'] ?? '').toLowerCase() === key.toLowerCase()),
    );
  }
}

describe('against a naive model', () => {
  test.each(Array.from({ length: 40 }, (_one, seed) => seed))('random operations and rollbacks, seed %i', (seed) => {
    const random = randomOf(seed + 1);
    const store = new MemoryStore(schema);
    const model = new Model();
    const savepoints: ReturnType<MemoryStore['savepoint']>[] = [];
    for (let step = 0; step < 120; step += 1) {
      const some = model.rows[random(model.rows.length || 1)];
      const key: Value = random(4) === 0 ? null : (['k0', 'k1', 'K2'][random(3)] ?? null);
      switch (random(8)) {
        case 0:
        case 1:
        case 2: {
          const row: Row = { Id: store.nextId('Thing__c'), IsDeleted: false, Key__c: key };
          store.insert('Thing__c', row);
          model.rows = [...model.rows, row];
          break;
        }
        case 3:
          if (some) {
            const row = { ...some, Key__c: key };
            store.update('Thing__c', row);
            model.replace(row);
          }
          break;
        case 4:
          if (some) {
            const isDeleted = random(2) === 0;
            store.setDeleted('Thing__c', some.Id, isDeleted);
            model.replace({ ...some, IsDeleted: isDeleted });
          }
          break;
        case 5:
          if (some) {
            store.purge('Thing__c', some.Id);
            model.rows = model.rows.filter((row) => row !== some);
          }
          break;
        case 6:
          savepoints.push(store.savepoint());
          model.savepoints.push({ rows: model.rows });
          break;
        default: {
          const depth = savepoints.length === 0 ? -1 : random(savepoints.length);
          const [to, before] = [savepoints[depth], model.savepoints[depth]];
          if (to && before) {
            store.rollback(to);
            model.rows = before.rows;
            savepoints.length = depth + 1;
            model.savepoints.length = depth + 1;
          }
        }
      }
      compare(store, model);
    }
  });
});

test('ids are never given twice, not even after a rollback', () => {
  const store = new MemoryStore(schema);
  const start = store.savepoint();
  const first = store.nextId('Thing__c');
  store.insert('Thing__c', { Id: first });
  store.rollback(start);
  expect(store.nextId('Thing__c')).not.toBe(first);
});

test('a savepoint of an earlier transaction is refused', () => {
  const store = new MemoryStore(schema);
  const old = store.savepoint();
  store.insert('Thing__c', { Id: store.nextId('Thing__c') });
  store.commit();
  expect(() => {
    store.rollback(old);
  }).toThrow('does not belong to the running transaction');
});

test('objects answer in any case, ids with 15 characters', () => {
  const store = new MemoryStore(schema);
  const id = store.nextId('thing__C');
  store.insert('THING__C', { Id: id, Account__c: '0015g0000000001AAA' });
  expect(store.get('Thing__c', id.slice(0, 15))?.Id).toBe(id);
  expect(store.findBy('Thing__c', 'account__c', '0015g0000000001')).toHaveLength(1);
});

test('two orgs in one process share nothing', () => {
  const [one, other] = [new MemoryStore(schema), new MemoryStore(schema)];
  const id = one.nextId('Account');
  one.insert('Account', { Id: id });
  expect(other.get('Account', id)).toBeNull();
  expect(other.nextId('Account')).toBe(id);
});

const RICH: Record<string, Value> = {
  Name: 'n',
  Amount__c: ApexDecimal.of('1.50'),
  Flag: true,
  Whole: 7,
  Big: 5n,
  Real: new ApexDouble(0.1),
  Day: ApexDate.of(2026, 1, 2),
  Moment: new ApexDatetime(5),
  Hour: new ApexTime(9),
  Bytes: ApexBlob.ofText('x'),
};

describe('on disk', () => {
  function inFolder(work: (folder: string) => void): void {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    try {
      work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const openStore = (folder: string): { store: MemoryStore; disk: Persistence } => {
    const store = new MemoryStore(schema);
    return { store, disk: Persistence.open(folder, store) };
  };
  const journal = (folder: string): string =>
    join(folder, readdirSync(folder).find((file) => file.startsWith('journal')) ?? '');

  test('commits come back, values and counters as they were, uncommitted work does not', () => {
    inFolder((folder) => {
      const { store, disk } = openStore(folder);
      const row = { Id: store.nextId('Thing__c'), ...RICH };
      store.insert('Thing__c', row);
      store.commit();
      store.insert('Thing__c', { Id: store.nextId('Thing__c') });
      disk.close();

      const again = openStore(folder);
      expect([...again.store.rows('Thing__c')]).toEqual([row]);
      expect(String(again.store.get('Thing__c', row.Id)?.['Amount__c'])).toBe('1.50');
      expect(again.store.nextId('Thing__c')).not.toBe(row.Id);
      again.disk.close();
    });
  });

  test('a torn tail is cut off and later commits follow', () => {
    inFolder((folder) => {
      const { store, disk } = openStore(folder);
      store.insert('Account', { Id: store.nextId('Account'), Name: 'kept' });
      store.commit();
      const whole = readFileSync(journal(folder)).length;
      store.insert('Account', { Id: store.nextId('Account'), Name: 'lost' });
      store.commit();
      disk.close();
      truncateSync(journal(folder), whole + 11);

      const second = openStore(folder);
      expect([...second.store.rows('Account')].map((row) => row['Name'])).toEqual(['kept']);
      second.store.insert('Account', { Id: second.store.nextId('Account'), Name: 'later' });
      second.store.commit();
      second.disk.close();
      appendFileSync(journal(folder), 'noise');
      const third = openStore(folder);
      expect([...third.store.rows('Account')].map((row) => row['Name'])).toEqual(['kept', 'later']);
      third.disk.close();
    });
  });

  test('a journal that outgrows its limit and the rows is folded, however often one row changes', () => {
    inFolder((folder) => {
      const store = new MemoryStore(schema);
      const disk = Persistence.open(folder, store, { journalLimit: 2000 });
      const Id = store.nextId('Account');
      store.insert('Account', { Id, Name: 'change 0' });
      let largest = 0;
      for (let turn = 1; turn <= 200; turn++) {
        store.update('Account', { Id, Name: `change ${turn}` });
        store.commit();
        largest = Math.max(largest, disk.journalBytes);
      }
      disk.close();
      expect(largest).toBeLessThanOrEqual(2000);
      expect(journal(folder)).not.toMatch(/journal-0/);

      const again = openStore(folder);
      expect(again.store.get('Account', Id)?.['Name']).toBe('change 200');
      expect(again.store.nextId('Account')).not.toBe(Id);
      again.disk.close();
    });
  });

  test('a snapshot takes the place of the journal; the old journal is not played again', () => {
    inFolder((folder) => {
      const { store, disk } = openStore(folder);
      store.insert('Account', { Id: store.nextId('Account'), Name: 'one' });
      store.commit();
      const old = `${folder}/copy`;
      copyFileSync(journal(folder), old);
      disk.snapshot();
      writeFileSync(join(folder, 'journal-0.bin'), readFileSync(old));
      store.insert('Account', { Id: store.nextId('Account'), Name: 'two' });
      store.commit();
      disk.close();
      const again = openStore(folder);
      expect([...again.store.rows('Account')].map((row) => row['Name'])).toEqual(['one', 'two']);
      again.disk.close();
    });
  });
});
