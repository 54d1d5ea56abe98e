import { beforeEach, describe, expect, test } from 'vitest';
import { RecordCache } from '../../src/lightning/modules/shell/recordStore/recordCache.ts';
import { Resources, type Resource, type State } from '../../src/lightning/modules/shell/recordStore/resources.ts';

interface Shape {
  readonly id: string;
  readonly apiName?: string;
  readonly etag?: number;
}
const record = ({ id, apiName = 'Hike__c', etag = 1 }: Shape, fields: Readonly<Record<string, unknown>>): object => ({
  apiName,
  id,
  weakEtag: etag,
  recordTypeId: null,
  lastModifiedById: null,
  lastModifiedDate: null,
  systemModstamp: null,
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }])),
});
const account = (name: string, id = 'a1'): object => record({ id, apiName: 'Account' }, { Name: name });

let time = 0;
let cache: RecordCache;
let resources: Resources;
beforeEach(() => {
  time = 0;
  cache = new RecordCache(() => time);
  resources = new Resources(cache, () => time);
});

describe('the cache of records', () => {
  test('merges fields of one record from several answers', () => {
    cache.ingest(record({ id: 'h1' }, { Name: 'North', Length__c: 10 }));
    cache.ingest({ records: [record({ id: 'h1', etag: 2 }, { Length__c: 11 })] });
    expect(cache.read('h1', ['Name', 'Length__c'], [], 0)).toMatchObject({
      weakEtag: 2,
      fields: { Name: { value: 'North' }, Length__c: { value: 11 } },
    });
  });

  test('lets an older answer add fields but change none', () => {
    cache.ingest(record({ id: 'h1', etag: 5 }, { Length__c: 11 }));
    expect([...cache.ingest(record({ id: 'h1', etag: 4 }, { Length__c: 10, Name: 'North' }))]).toEqual(['h1']);
    expect(cache.read('h1', ['Name', 'Length__c'], [], 0)).toMatchObject({
      weakEtag: 5,
      fields: { Length__c: { value: 11 }, Name: { value: 'North' } },
    });
  });

  test('keeps what is behind a lookup under its own id', () => {
    cache.ingest(record({ id: 'h1' }, { Account__r: account('Boots') }));
    const changed = cache.ingest(account('Boots & Sons'));
    expect([...changed]).toEqual(['a1']);
    expect(cache.read('h1', ['Account__r.Name'], [], 0)).toMatchObject({
      fields: { Account__r: { value: { id: 'a1', fields: { Name: { value: 'Boots & Sons' } } } } },
    });
    expect(cache.paths('h1')).toEqual(['Account__r.Name']);
  });

  test('shows the other record when a lookup leads elsewhere, and nothing when it leads nowhere', () => {
    const shown = record({ id: 'h1' }, { Account__r: account('Boots') });
    cache.ingest(shown);
    cache.ingest(record({ id: 'h1' }, { Account__r: account('Poles', 'a2') }));
    expect(cache.overlay(shown)).toMatchObject({
      fields: { Account__r: { value: { id: 'a2', apiName: 'Account', fields: { Name: { value: 'Poles' } } } } },
    });
    cache.ingest(record({ id: 'h1' }, { Account__r: null }));
    expect(cache.overlay(shown)).toMatchObject({ fields: { Account__r: { value: null } } });
  });

  test('does not answer with what is missing or too old', () => {
    cache.ingest(record({ id: 'h1' }, { Name: 'North' }));
    expect(cache.read('h1', ['Length__c'], [], 0)).toBeNull();
    expect(cache.read('h1', ['Name'], ['Length__c'], 0)).toBeNull();
    expect(cache.read('h1', ['Name'], [], 1)).toBeNull();
    expect(cache.read('h2', ['Name'], [], 0)).toBeNull();
  });
});

describe('shared answers', () => {
  const heard: State[] = [];
  let loads = 0;
  let answer: unknown;
  const resource = (key: string, kind: Resource['kind'] = 'data'): Resource => ({
    key,
    kind,
    load: () => {
      loads++;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
  };
  beforeEach(() => {
    heard.length = 0;
    loads = 0;
    answer = record({ id: 'h1' }, { Name: 'North' });
  });
  const names = (): readonly unknown[] =>
    heard.map(
      ({ data }) => (data as { readonly fields: { readonly Name: { readonly value: string } } }).fields.Name.value,
    );

  test('are asked for once by all who want them at the same time, and frozen', async () => {
    const source = resources.source(resource('one'));
    source.subscribe((state) => heard.push(state));
    source.subscribe((state) => heard.push(state));
    await settle();
    expect(loads).toBe(1);
    expect(names()).toEqual(['North', 'North']);
    expect(Object.isFrozen((heard[0]?.data as { readonly fields: object }).fields)).toBe(true);
  });

  test('come at once while fresh, and are asked for anew when not', async () => {
    const source = resources.source(resource('one'));
    await source.read();
    source.subscribe((state) => heard.push(state))();
    expect(names()).toEqual(['North']);
    time = 30_001;
    answer = record({ id: 'h1', etag: 2 }, { Name: 'South' });
    source.subscribe((state) => heard.push(state));
    await settle();
    expect(loads).toBe(2);
    expect(names()).toEqual(['North', 'South']);
  });

  test('are told anew when another answer changed their record, and only then', async () => {
    resources.source(resource('one')).subscribe((state) => heard.push(state));
    await settle();
    resources.ingest(record({ id: 'h2' }, { Name: 'Else' }));
    resources.ingest(record({ id: 'h1' }, { Length__c: 1 }));
    resources.ingest(record({ id: 'h1', etag: 2 }, { Name: 'South' }));
    expect(names()).toEqual(['North', 'South']);
  });

  test('say what went wrong, and try again when asked again', async () => {
    answer = new Error('no');
    const source = resources.source(resource('one'));
    source.subscribe((state) => heard.push(state))();
    await expect(source.read()).rejects.toThrow('no');
    answer = record({ id: 'h1' }, { Name: 'North' });
    expect(await source.read()).toMatchObject({ id: 'h1' });
  });

  test('of a record that is gone become its error; lists that show it are read anew', async () => {
    resources.source(resource('record h1')).subscribe((state) => heard.push(state));
    const lists: State[] = [];
    resources.source(resource('list')).subscribe((state) => lists.push(state));
    await settle();
    answer = { records: [] };
    resources.forget('h1', 'gone');
    await settle();
    expect(heard.at(-1)).toEqual({ error: 'gone' });
    expect(lists.at(-1)).toEqual({ data: { records: [] } });
  });

  test('are refreshed where somebody shows them', async () => {
    resources.source(resource('shown')).subscribe((state) => heard.push(state));
    await resources.source(resource('not shown')).read();
    await resources.source(resource('apex', 'apex')).read();
    expect(loads).toBe(3);
    await resources.refresh(({ kind }) => kind === 'data');
    expect(loads).toBe(4);
    await resources.source(resource('not shown')).read();
    expect(loads).toBe(5);
  });
});
