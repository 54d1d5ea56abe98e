import { describe, expect, test } from 'vitest';
import { ApexException } from '../../src/runtime/exception.ts';
import { emptyRecycleBin } from '../../src/data/index.ts';
import { fakeOrg, objectFiles, PART, THING, USER_ID, type FakeOrg } from './support/fakeOrg.ts';

const org = (parts: Parameters<typeof fakeOrg>[0] = {}): FakeOrg => fakeOrg({ files: { ...THING, ...PART }, ...parts });

describe('triggers', () => {
  test('see chunks of 200, may change rows before and not after', () => {
    const one = org();
    const isReadOnly: boolean[] = [];
    one.triggers.set('thing__c', (run) => {
      for (const row of run.newRows ?? []) {
        isReadOnly.push(row.isReadOnly);
        if (run.isBefore) {
          row.set('Name', 'Stamped');
        }
      }
    });
    const rows = Array.from({ length: 201 }, () => one.row('Thing__c'));
    one.dml('insert', rows);
    expect(one.events).toEqual([
      'before insert Thing__c 200',
      'after insert Thing__c 200',
      'before insert Thing__c 1',
      'after insert Thing__c 1',
    ]);
    expect(one.store.get('Thing__c', rows[200]?.id ?? '')?.['Name']).toBe('Stamped');
    expect(isReadOnly.filter((each) => each)).toHaveLength(201);
    expect(rows[0]?.has('Name')).toBe(false);
  });

  test('leave errors on rows; partial success tries again without them', () => {
    const one = org();
    one.triggers.set('thing__c', (run) => {
      for (const row of (run.isBefore && run.newRows) || []) {
        if (row.peek('Name') === 'bad') {
          row.errors.push({ message: 'Not this one', field: 'name' });
        }
      }
    });
    const rows = ['good', 'bad', 'good'].map((name) => one.row('Thing__c', { Name: name }));
    const results = one.dml('insert', rows, { isAllOrNone: false });
    expect(results.map((result) => result.isSuccess)).toEqual([true, false, true]);
    expect(results[1]?.errors).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not this one', fields: ['Name'] },
    ]);
    expect(one.events).toEqual(['before insert Thing__c 3', 'before insert Thing__c 2', 'after insert Thing__c 2']);
    expect(rows.map((row) => row.id === null)).toEqual([false, true, false]);
  });

  test('that throw fail every row of the chunk', () => {
    const one = org();
    one.triggers.set('thing__c', () => {
      throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
    });
    expect(one.failure('insert', [one.row('Thing__c')])).toBe(
      'System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, OnThing: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object\n\nTrigger.OnThing: line 3, column 1: []',
    );
  });

  test('stop at sixteen levels', () => {
    const one = org();
    one.triggers.set('thing__c', (run) => {
      if (!run.isBefore) {
        one.dml('insert', [one.row('Thing__c')]);
      }
    });
    expect(one.failure('insert', [one.row('Thing__c')])).toContain('maximum trigger depth exceeded');
  });

  test('that save more are undone with the statement', () => {
    const one = org();
    one.triggers.set('thing__c', (run) => {
      if (!run.isBefore) {
        one.dml('insert', [one.row('Account', { Name: 'side effect' })]);
        run.newRows?.forEach((row) => row.errors.push({ message: 'No', field: null }));
      }
    });
    expect(one.failure('insert', [one.row('Thing__c')])).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION, No: []');
    expect(one.store.count('Account')).toBe(0);
  });
});

describe('access', () => {
  const nothing = { create: false, read: true, edit: false, delete: false, viewAll: false, modifyAll: false };
  const user = { userId: USER_ID, isUserMode: true, isSharingEnforced: true };

  test('to the object ends the statement in user mode', () => {
    const one = org({ security: { objectAccess: () => nothing } });
    expect(one.failure('insert', [one.row('Account', { Name: 'x' })], { access: user })).toBe(
      "System.SecurityException: Access to entity 'Account' denied",
    );
    expect(one.failure('insert', [one.row('Account', { Name: 'x' })])).toBe('no failure');
  });
  test('to a field fails the row', () => {
    const one = org({ security: { canEditField: (_user, _object, field) => field.name !== 'Site' } });
    expect(one.failure('insert', [one.row('Account', { Name: 'x', Site: 'y' })], { access: user })).toBe(
      'System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Operation failed due to fields being inaccessible on Sobject Account, check errors on Exception or Result!: [Site]',
    );
  });
  test('to the record fails the row', () => {
    const one = org({ security: { recordAccess: () => 'read' } });
    const account = one.row('Account', { Name: 'x' });
    one.dml('insert', [account]);
    expect(one.failure('update', [account], { access: { ...user, isUserMode: false } })).toContain(
      'INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: []',
    );
  });
});

describe('setup objects', () => {
  test('do not mix with others in one transaction', () => {
    const one = org();
    one.dml('insert', [one.row('Account', { Name: 'x' })]);
    expect(one.failure('insert', [one.row('PermissionSet', { Name: 'P', Label: 'P' })])).toContain(
      'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): PermissionSet, original object: Account: []',
    );
  });
  test('may not be written when the platform keeps them', () => {
    const one = org();
    expect(one.failure('insert', [one.row('Profile', { Name: 'x' })])).toBe(
      'System.TypeException: DML operation INSERT not allowed on Profile',
    );
  });
});

test('validation rules and duplicate rules fail rows', () => {
  const error = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Rule', fields: [] };
  const one = org({ declarative: { validate: () => [error] } });
  expect(one.failure('insert', [one.row('Thing__c')])).toContain(
    'first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Rule: []',
  );
});

test('a statement without rows costs nothing, others one statement and their rows', () => {
  const one = org();
  one.dml('insert', []);
  one.dml('insert', [one.row('Thing__c'), one.row('Thing__c')]);
  expect([one.runtime.limits.used('dmlStatements'), one.runtime.limits.used('dmlRows')]).toEqual([1, 2]);
});

test('a field with a lookup filter that must hold is refused as not simulated', () => {
  const files = objectFiles(
    'Thing__c',
    '<label>T</label><pluralLabel>T</pluralLabel><nameField><label>N</label><type>Text</type></nameField>',
    {
      Account__c:
        '<type>Lookup</type><referenceTo>Account</referenceTo><lookupFilter><active>true</active><isOptional>false</isOptional></lookupFilter>',
    },
  );
  const one = fakeOrg({ files });
  const account = one.row('Account', { Name: 'x' });
  one.dml('insert', [account]);
  expect(one.failure('insert', [one.row('Thing__c', { Account__c: account.id })])).toContain(
    'UNSUPPORTED: The lookup filter of Thing__c.Account__c',
  );
});

test('an auto-number begins where its definition says', () => {
  const files = objectFiles(
    'Thing__c',
    '<label>T</label><pluralLabel>T</pluralLabel><nameField><label>N</label><type>AutoNumber</type><displayFormat>T{YY}-{000}</displayFormat><startingNumber>7</startingNumber></nameField>',
  );
  const one = fakeOrg({ files });
  const thing = one.row('Thing__c');
  one.dml('insert', [thing]);
  expect(one.store.get('Thing__c', thing.id ?? '')?.['Name']).toBe('T26-007');
});

test('the recycle bin can be emptied; what is gone can not come back', () => {
  const one = org();
  const thing = one.row('Thing__c');
  one.dml('insert', [thing]);
  const part = one.row('Part__c', { Thing__c: thing.id });
  one.dml('insert', [part]);
  one.dml('delete', [thing]);
  expect(emptyRecycleBin(one.runtime, [thing.id ?? ''])[0]?.isSuccess).toBe(true);
  expect(one.store.get('Part__c', part.id ?? '', true)).toBeNull();
  expect(one.failure('undelete', [thing])).toContain('INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []');
});
