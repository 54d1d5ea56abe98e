import { describe, expect, test } from 'vitest';
import { decimal, fakeOrg, NOW, PART, THING, USER_ID, type FakeOrg } from './support/fakeOrg.ts';

const org = (parts: Parameters<typeof fakeOrg>[0] = {}): FakeOrg => fakeOrg({ files: { ...THING, ...PART }, ...parts });

describe('an inserted record', () => {
  test('gets an id of its object, defaults, an owner and audit fields', () => {
    const one = org();
    const thing = one.row('Thing__c', { Name: ' One ', Amount__c: decimal('1.005') });

    const [result] = one.dml('insert', [thing]);

    expect(result).toMatchObject({ isSuccess: true, isCreated: true, id: thing.id });
    expect(thing.id).toMatch(/^a01/);
    const stored = one.store.get('Thing__c', thing.id ?? '');
    expect(stored).toMatchObject({
      Name: 'One',
      Needed__c: true,
      Color__c: 'Red',
      OwnerId: USER_ID,
      CreatedById: USER_ID,
      IsDeleted: false,
    });
    expect(stored?.['CreatedDate']).toEqual(NOW);
    expect(String(stored?.['Amount__c'])).toBe('1.01');
  });

  test('is named by its id or its number when nobody names it', () => {
    const one = org();
    const thing = one.row('Thing__c');
    one.dml('insert', [thing]);
    const parts = [one.row('Part__c', { Thing__c: thing.id }), one.row('Part__c', { Thing__c: thing.id })];
    one.dml('insert', parts);

    expect(one.store.get('Thing__c', thing.id ?? '')?.['Name']).toBe(thing.id?.slice(0, 15));
    expect(parts.map((part) => one.store.get('Part__c', part.id ?? '')?.['Name'])).toEqual(['P-0001', 'P-0002']);
  });

  test('keeps a field set to null without its default', () => {
    const one = org();
    const thing = one.row('Thing__c', { Color__c: null });
    one.dml('insert', [thing]);
    expect(one.store.get('Thing__c', thing.id ?? '')?.['Color__c'] ?? null).toBeNull();
  });
});

/** Each message as the platform words it; sources stand with the catalogue of errors. */
describe('a refused insert says', () => {
  test.each<[string, string, Record<string, never> | Record<string, unknown>, string]>([
    ['a required field', 'Account', {}, 'REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'],
    [
      'several',
      'Opportunity',
      { Name: 'x' },
      'REQUIRED_FIELD_MISSING, Required fields are missing: [CloseDate, StageName]: [CloseDate, StageName]',
    ],
    [
      'a text too long',
      'Thing__c',
      { Name: 'x'.repeat(81) },
      `STRING_TOO_LONG, Thing Name: data value too large: ${'x'.repeat(81)} (max length=80): [Name]`,
    ],
    [
      'a number too large',
      'Thing__c',
      { Amount__c: decimal('1000') },
      'NUMBER_OUTSIDE_VALID_RANGE, Amount: value outside of valid range on numeric field: 1000.0: [Amount__c]',
    ],
    [
      'a bad e-mail',
      'Thing__c',
      { Mail__c: 'nobody' },
      'INVALID_EMAIL_ADDRESS, Mail: invalid email address: nobody: [Mail__c]',
    ],
    [
      'a value not in the list',
      'Thing__c',
      { Color__c: 'Pink' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Color: bad value for restricted picklist field: Pink: [Color__c]',
    ],
    [
      'an id of another object',
      'Thing__c',
      { Account__c: USER_ID },
      `FIELD_INTEGRITY_EXCEPTION, Account: id value of incorrect type: ${USER_ID}: [Account__c]`,
    ],
    [
      'a record that is not there',
      'Thing__c',
      { Account__c: '0015g0000000099AAA' },
      'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
    ],
    [
      'an id',
      'Account',
      { Id: '0015g0000000099AAA', Name: 'x' },
      'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
    ],
    [
      'a field nobody writes',
      'Account',
      { Name: 'x', CreatedById: USER_ID },
      'INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create/update fields: CreatedById. Please check the security settings of this field and verify that it is read/write for your profile or permission set.: [CreatedById]',
    ],
  ])('%s', (_what, object, fields, text) => {
    const one = org();
    const row = one.row(object, fields as Record<string, string>);
    expect(one.failure('insert', [row])).toBe(
      `System.DmlException: Insert failed. First exception on row 0; first error: ${text}`,
    );
    expect(one.store.count(object)).toBe(0);
  });

  test('what a unique value meets', () => {
    const one = org();
    const first = one.row('Thing__c', { Key__c: 'abc' });
    one.dml('insert', [first]);
    expect(one.failure('insert', [one.row('Thing__c'), one.row('Thing__c', { Key__c: 'ABC' })])).toBe(
      `System.DmlException: Insert failed. First exception on row 1; first error: DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${first.id?.slice(0, 15)}: []`,
    );
    expect(one.store.count('Thing__c')).toBe(1);
  });

  test('the same object twice in a list', () => {
    const one = org();
    const thing = one.row('Thing__c');
    expect(one.failure('insert', [thing, thing])).toBe(
      'System.ListException: Before Insert or Upsert list must not have two identically equal elements',
    );
  });
});

describe('an update', () => {
  test.each<[string, string | null, string]>([
    [
      'without id',
      null,
      'Update failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in an update call: []',
    ],
    [
      'of no record',
      'a015g0000000099AAA',
      'Update failed. First exception on row 0 with id a015g0000000099AAA; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
    ],
  ])('%s fails', (_what, id, text) => {
    const one = org();
    expect(one.failure('update', [one.row('Thing__c', id === null ? {} : { Id: id })])).toBe(
      `System.DmlException: ${text}`,
    );
  });

  test('of a deleted record fails', () => {
    const one = org();
    const thing = one.row('Thing__c');
    one.dml('insert', [thing]);
    one.dml('delete', [thing]);
    expect(one.failure('update', [thing])).toContain('ENTITY_IS_DELETED, entity is deleted: []');
  });

  test('changes only what it names', () => {
    const one = org();
    const thing = one.row('Thing__c', { Name: 'One', Key__c: 'k' });
    one.dml('insert', [thing]);
    one.dml('update', [one.row('Thing__c', { Id: thing.id, Name: 'Two' })]);
    expect(one.store.get('Thing__c', thing.id ?? '')).toMatchObject({ Name: 'Two', Key__c: 'k' });
  });

  test('can not move a detail to another master', () => {
    const one = org();
    const things = [one.row('Thing__c'), one.row('Thing__c')];
    one.dml('insert', things);
    const part = one.row('Part__c', { Thing__c: things[0]?.id ?? null });
    one.dml('insert', [part]);
    expect(one.failure('update', [one.row('Part__c', { Id: part.id, Thing__c: things[1]?.id ?? null })])).toContain(
      'Unable to create/update fields: Thing__c.',
    );
  });

  test('names one record once', () => {
    const one = org();
    const thing = one.row('Thing__c');
    one.dml('insert', [thing]);
    expect(one.failure('update', [one.row('Thing__c', { Id: thing.id }), one.row('Thing__c', { Id: thing.id })])).toBe(
      `System.ListException: Duplicate id in list: ${thing.id}`,
    );
  });
});

describe('an upsert', () => {
  test('updates what its key finds and inserts the rest, results in order', () => {
    const one = org();
    const known = one.row('Thing__c', { Key__c: 'a' });
    one.dml('insert', [known]);
    const rows = [one.row('Thing__c', { Key__c: 'b', Name: 'new' }), one.row('Thing__c', { Key__c: 'A', Name: 'old' })];

    const results = one.dml('upsert', rows, { externalIdField: 'Key__c' });

    expect(results.map((result) => result.isCreated)).toEqual([true, false]);
    expect(rows[1]?.id).toBe(known.id);
    expect(one.store.get('Thing__c', known.id ?? '')?.['Name']).toBe('old');
  });

  test.each<[string, Record<string, string>[], string]>([
    [
      'a key twice',
      [{ Key__c: 'x' }, { Key__c: 'x' }],
      'DUPLICATE_VALUE, Duplicate external id specified: x: [Key__c]',
    ],
    ['no key', [{ Name: 'x' }], 'MISSING_ARGUMENT, Key__c not specified: [Key__c]'],
  ])('refuses %s', (_what, rows, text) => {
    const one = org();
    expect(
      one.failure(
        'upsert',
        rows.map((fields) => one.row('Thing__c', fields)),
        { externalIdField: 'Key__c' },
      ),
    ).toBe(`System.DmlException: Upsert failed. First exception on row 0; first error: ${text}`);
  });

  test('refuses a key that several records have', () => {
    const one = org();
    one.dml('insert', [one.row('Thing__c', { Loose_Key__c: 'x' }), one.row('Thing__c', { Loose_Key__c: 'x' })]);
    expect(
      one.failure('upsert', [one.row('Thing__c', { Loose_Key__c: 'x' })], { externalIdField: 'Loose_Key__c' }),
    ).toContain('DUPLICATE_EXTERNAL_ID, Loose_Key__c: more than one record found for external id field: [a01');
  });

  test('finds a parent by its key', () => {
    const one = org({ files: { ...THING, ...PART } });
    const thing = one.row('Thing__c', { Key__c: 'k' });
    one.dml('insert', [thing]);
    const part = one.row('Part__c', { Thing__r: one.row('Thing__c', { Key__c: 'K' }) });
    one.dml('insert', [part]);
    expect(one.store.get('Part__c', part.id ?? '')?.['Thing__c']).toBe(thing.id);
  });
});

describe('a delete', () => {
  test('takes details with it without their triggers, empties lookups, and undelete brings all back', () => {
    const one = org();
    const account = one.row('Account', { Name: 'A' });
    one.dml('insert', [account]);
    const thing = one.row('Thing__c', { Account__c: account.id });
    one.dml('insert', [thing]);
    const part = one.row('Part__c', { Thing__c: thing.id });
    one.dml('insert', [part]);
    one.triggers.set('part__c', () => undefined);

    one.dml('delete', [thing]);
    expect(one.store.get('Part__c', part.id ?? '')).toBeNull();
    expect(one.events).toEqual([]);
    one.dml('undelete', [thing]);
    expect(one.store.get('Part__c', part.id ?? '')?.['IsDeleted']).toBe(false);

    one.dml('delete', [account]);
    expect(one.store.get('Thing__c', thing.id ?? '')?.['Account__c'] ?? null).toBeNull();
    one.dml('undelete', [account]);
    expect(one.store.get('Thing__c', thing.id ?? '')?.['Account__c']).toBe(account.id);
  });

  test('is refused while a restricting lookup points to the record', () => {
    const one = org();
    const account = one.row('Account', { Name: 'A' });
    one.dml('insert', [account]);
    one.dml('insert', [one.row('Thing__c', { Name: 'T', Guard__c: account.id })]);
    expect(one.failure('delete', [account])).toContain(
      'DELETE_FAILED, Your attempt to delete A could not be completed because it is associated with the following things.: T\n',
    );
  });

  test('undelete of a living record fails', () => {
    const one = org();
    const thing = one.row('Thing__c');
    one.dml('insert', [thing]);
    expect(one.failure('undelete', [thing])).toContain('UNDELETE_FAILED, Entity is not in the recycle bin: []');
  });
});
