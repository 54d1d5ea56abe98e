/** A small org for queries: a store over arrays, a schema of plain objects, a runtime that counts and fails. */
import { Packages } from '../../src/org/packages.ts';
import type { FieldInfo, FieldType, ObjectInfo, OrgSchema } from '../../src/data/schema.ts';
import type { Row, Store } from '../../src/data/store.ts';
import { ApexException } from '../../src/runtime/exception.ts';
import { ApexList } from '../../src/runtime/collections.ts';
import type { AccessContext, ApexValue, Runtime } from '../../src/runtime/runtime.ts';
import { SObjectValue } from '../../src/runtime/sobject.ts';
import { SoqlEngine } from '../../src/soql/engine.ts';
import { plainField, plainObject } from '../../src/soql/plan/syntheticFields.ts';
import { VIRTUAL_OBJECTS, VIRTUAL_TABLES } from '../../src/soql/virtual/index.ts';
import { ApexDatetime } from '../../src/values/temporal.ts';
import type { Value } from '../../src/values/value.ts';

const field = (name: string, type: FieldType, given: Partial<FieldInfo> = {}): FieldInfo =>
  plainField(name, type, { isAlwaysVisible: false, ...given });
const id = plainField('Id', 'id');
const text = (name: string, given: Partial<FieldInfo> = {}): FieldInfo => field(name, 'string', given);
const lookup = (name: string, relationshipName: string, ...referenceTo: string[]): FieldInfo =>
  field(name, 'reference', { relationshipName, referenceTo });
const picklist = (name: string, ...values: string[]): FieldInfo =>
  field(name, 'picklist', {
    picklist: values.map((value) => ({ value, label: `${value} (label)`, isDefault: false, isActive: true })),
  });
const isDeleted = field('IsDeleted', 'boolean');

const OBJECTS: readonly ObjectInfo[] = [
  plainObject('User', [id, text('Name', { isNameField: true }), text('Email'), lookup('ProfileId', 'Profile', 'Profile')], { keyPrefix: '005', nameField: 'Name' }),
  plainObject('Profile', [id, text('Name')], { keyPrefix: '00e', nameField: 'Name' }),
  plainObject('Group', [id, text('Name')], { keyPrefix: '00G', nameField: 'Name' }),
  plainObject('Organization', [id, field('FiscalYearStartMonth', 'integer')], { keyPrefix: '00D' }),
  plainObject(
    'Account',
    [
      id, isDeleted, text('Name', { isNameField: true }), picklist('Rating', 'Hot', 'Warm', 'Cold'), field('NumberOfEmployees', 'integer'),
      field('AnnualRevenue', 'currency', { isGroupable: false }), field('Description', 'textarea', { isLongText: true }), field('Active', 'boolean'),
      field('Founded', 'date'), field('CreatedDate', 'datetime'), lookup('ParentId', 'Parent', 'Account'), lookup('OwnerId', 'Owner', 'User'),
      field('Tags', 'multipicklist'), text('Code', { isExternalId: true, isUnique: true }), field('Opens', 'time'),
      field('Score', 'double', { formula: 'NumberOfEmployees * 2' }),
    ],
    {
      keyPrefix: '001', nameField: 'Name', sharingModel: 'private', hasOwner: true,
      childRelationships: [
        { childObject: 'Contact', field: 'AccountId', name: 'Contacts' },
        { childObject: 'Account', field: 'ParentId', name: 'ChildAccounts' },
      ],
    },
  ),
  plainObject('Contact', [id, isDeleted, text('LastName', { isNameField: true }), lookup('AccountId', 'Account', 'Account'), lookup('OwnerId', 'Owner', 'User')], {
    keyPrefix: '003', nameField: 'LastName',
  }),
  plainObject('Task', [id, isDeleted, text('Subject'), lookup('WhatId', 'What', 'Account', 'Contact'), lookup('OwnerId', 'Owner', 'Group', 'User')], { keyPrefix: '00T' }),
  plainObject('Kind__mdt', [id, text('DeveloperName'), field('Body__c', 'textarea', { isLongText: true })], { keyPrefix: 'm00', kind: 'customMetadata' }),
  ...VIRTUAL_OBJECTS,
]; // prettier-ignore

export class FakeStore implements Store {
  readonly isDurable = false;
  readonly #tables = new Map<string, Map<string, Row>>();
  nextId(): string {
    return '';
  }
  nextNumber(): number {
    return 0;
  }
  #table(object: string): Map<string, Row> {
    const table = this.#tables.get(object) ?? new Map<string, Row>();
    this.#tables.set(object, table);
    return table;
  }
  get(object: string, key: string): Row | null {
    return this.#table(object).get(key) ?? null;
  }
  rows(object: string, includeDeleted = false): Iterable<Row> {
    return [...this.#table(object).values()].filter((row) => includeDeleted || row['IsDeleted'] !== true);
  }
  count(object: string): number {
    return this.#table(object).size;
  }
  findBy(object: string, field: string, value: Value): readonly Row[] {
    const fold = (one: Value | undefined): unknown =>
      typeof one === 'string' && !field.endsWith('Id') ? one.toLowerCase() : one;
    return [...this.rows(object)].filter((row) => fold(row[field]) === fold(value));
  }
  insert(object: string, row: Row): void {
    this.#table(object).set(row.Id, row);
  }
  update(object: string, row: Row): void {
    this.insert(object, row);
  }
  setDeleted(): void {}
  purge(): void {}
  savepoint(): { position: number } {
    return { position: 0 };
  }
  rollback(): void {}
  commit(): void {}
}

export class ApexFailure extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export interface FixtureOptions {
  readonly now?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly isTest?: boolean;
  readonly hiddenFields?: readonly string[];
  readonly hiddenObjects?: readonly string[];
  readonly hiddenRows?: readonly string[];
}

export class Fixture {
  readonly store = new FakeStore();
  readonly engine = new SoqlEngine(VIRTUAL_TABLES);
  readonly used: Record<string, number> = {};
  readonly state = new Map<symbol, unknown>();
  readonly schema: OrgSchema;
  readonly runtime: Runtime;

  constructor(options: FixtureOptions = {}) {
    const objects = new Map(OBJECTS.map((object) => [object.name.toLowerCase(), object]));
    this.schema = {
      objects,
      find: (name) => objects.get(name.toLowerCase()) ?? null,
      findField: (object, name) => object.fields.get(name.toLowerCase()) ?? null,
      byKeyPrefix: (prefix) => OBJECTS.find((object) => object.keyPrefix === prefix) ?? null,
    };
    const add = (name: string, amount = 1): void => {
      this.used[name] = (this.used[name] ?? 0) + amount;
    };
    const security = {
      objectAccess: (_user: string, object: ObjectInfo) => ({
        read: !options.hiddenObjects?.includes(object.name),
        viewAll: false,
      }),
      canReadField: (_user: string, object: ObjectInfo, field: FieldInfo) =>
        !options.hiddenFields?.includes(`${object.name}.${field.name}`),
      recordAccess: (_user: string, _object: ObjectInfo, row: Row) =>
        options.hiddenRows?.includes(row.Id) ? 'none' : 'read',
    };
    const declarative = {
      formulaValue: (_runtime: Runtime, _object: ObjectInfo, _field: FieldInfo, row: { get(name: string): Value }) =>
        Number(row.get('NumberOfEmployees') ?? 0) * 2,
    };
    this.runtime = {
      namespace: '',
      org: {
        id: '',
        namespace: '',
        packages: new Packages([], this.schema),
        schema: this.schema,
        store: this.store,
        security,
        declarative,
        queries: this.engine,
        features: new Set(),
      },
      limits: { add, used: () => 0, limit: () => 0 },
      now: () => new ApexDatetime(Date.parse(options.now ?? '2026-11-18T12:00:00Z')),
      userSettings: {
        timeZone: options.timeZone ?? 'UTC',
        locale: options.locale ?? 'en_US',
        language: 'en_US',
        currency: 'USD',
      },
      isTest: options.isTest ?? false,
      transactionState: this.state,
      typeName: (value: ApexValue) =>
        typeof value === 'number' ? 'Integer' : typeof value === 'string' ? 'String' : 'Object',
      fail: (type: string, message: string) => {
        throw new ApexFailure(type, message);
      },
      unsupported: (what: string) => {
        throw new ApexFailure('UNSUPPORTED', what);
      },
    } as unknown as Runtime;
  }

  add(object: string, ...rows: readonly Row[]): this {
    rows.forEach((row) => this.store.insert(object, row));
    return this;
  }

  query(
    text: string,
    binds: Readonly<Record<string, ApexValue>> = {},
    access: Partial<AccessContext> = {},
  ): readonly SObjectValue[] {
    return this.engine.query(this.runtime, text, (name) => binds[name] ?? null, this.access(access)).rows;
  }
  count(text: string): number {
    return this.engine.count(this.runtime, text, () => null, this.access({}));
  }
  access(given: Partial<AccessContext>): AccessContext {
    return { userId: USER, isUserMode: false, isSharingEnforced: false, ...given };
  }
  /** The rows as text: `Name=Acme, Account.Name=…`; queries without rows give an empty list. */
  shown(
    text: string,
    binds: Readonly<Record<string, ApexValue>> = {},
    access: Partial<AccessContext> = {},
  ): readonly string[] {
    return this.query(text, binds, access).map((row) => showRow(row));
  }
  /** The message a query fails with. */
  failure(text: string, binds: Readonly<Record<string, ApexValue>> = {}, access: Partial<AccessContext> = {}): string {
    try {
      this.query(text, binds, access);
    } catch (error) {
      if (error instanceof ApexFailure) {
        return error.type === 'System.QueryException' ? error.message : `${error.type}: ${error.message}`;
      }
      if (error instanceof ApexException && error.apexType === 'System.QueryException') {
        return error.message;
      }
      throw error;
    }
    return 'no failure';
  }
}

export function showRow(row: SObjectValue): string {
  const show = (value: ApexValue): string =>
    value instanceof SObjectValue
      ? `{${showRow(value)}}`
      : value instanceof ApexList
        ? `[${value.items.map(show).join('; ')}]`
        : `${value as string}`;
  return [...row.content]
    .filter(([name]) => name !== 'id' && !name.endsWith('id'))
    .map(([name, value]) => `${row.spelling.get(name) ?? name}=${show(value)}`)
    .join(', ');
}

export const USER = '005000000000001AAA';
