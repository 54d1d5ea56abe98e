import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from '../support/inProcess.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixture', 'main');
const V = '/services/data/v67.0';

interface Result {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string }[];
}

let server: InProcess;
beforeAll(async () => {
  server = await inProcess({ sources: [{ directory: FIXTURE }] });
});

const account = (Name: string | null): object => ({ attributes: { type: 'Account' }, Name });
const contact = (LastName: string): object => ({ attributes: { type: 'Contact' }, LastName });

function save(method: 'POST' | 'PATCH', records: readonly object[], allOrNone = false): readonly Result[] {
  const response = server.ask(method, `${V}/composite/sobjects`, { body: { allOrNone, records } });
  expect(response.status).toBe(200);
  return response.body as readonly Result[];
}
const count = (object: string): unknown =>
  (
    server.ask('GET', `${V}/query?q=${encodeURIComponent(`SELECT COUNT() FROM ${object}`)}`).body as {
      totalSize: number;
    }
  ).totalSize;

describe('collections of records', () => {
  test('are created, changed and deleted, with results in the order of the records', () => {
    const made = save('POST', [account('Acme'), contact('Reed'), account('Birch')]);
    expect(made.map(({ id, success }) => [id?.slice(0, 3), success])).toEqual([
      ['001', true],
      ['003', true],
      ['001', true],
    ]);
    const [acme, reed, birch] = made.map(({ id }) => id ?? '');
    const changed = save('PATCH', [{ attributes: { type: 'Account' }, id: acme, Name: 'Acme Two' }]);
    expect(changed).toEqual([{ id: acme, success: true, errors: [] }]);
    expect(server.ask('GET', `${V}/sobjects/Account/${acme}?fields=Name`).body).toMatchObject({ Name: 'Acme Two' });
    const removed = server.ask('DELETE', `${V}/composite/sobjects?ids=${[acme, birch, reed].join(',')}`);
    expect((removed.body as readonly Result[]).map(({ success }) => success)).toEqual([true, true, true]);
  });

  test('are saved in part, or not at all when all-or-none is asked for', () => {
    const before = count('Account');
    const [good, bad] = save('POST', [account('Good'), account(null)]);
    expect(good).toMatchObject({ success: true });
    expect(bad).toMatchObject({ success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] });

    const refused = save('POST', [account('Kept back'), contact('Kept back'), account(null)], true);
    expect(refused.map(({ errors }) => errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(count('Account')).toBe(Number(before) + 1);
  });

  test.each([
    ['too many records', { records: Array.from({ length: 201 }, () => account('A')) }, 'EXCEEDED_MAX_SIZE_REQUEST'],
    [
      'too many chunks',
      { records: Array.from({ length: 11 }, (_, index) => (index % 2 ? account('A') : contact('B'))) },
      'LIMIT_EXCEEDED',
    ],
    ['no type', { records: [{ Name: 'A' }] }, 'INVALID_INPUT'],
    ['no records', {}, 'INVALID_INPUT'],
    ['a field that is not there', { records: [{ attributes: { type: 'Account' }, Nope: 1 }] }, 'INVALID_FIELD'],
  ])('%s is refused', (_case, body, errorCode) => {
    expect(server.ask('POST', `${V}/composite/sobjects`, { body })).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });
});
