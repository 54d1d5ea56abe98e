/** An org of fakes around the real store and DML engine: triggers are functions, everybody may do everything unless told otherwise. */
import { Packages } from '../../../src/org/packages.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSchema, MemoryStore, PlatformDml, type SchemaOptions } from '../../../src/data/index.ts';
import { loadSource } from '../../../src/metadata/load.ts';
import type { SourceTree } from '../../../src/metadata/tree.ts';
import type { OrgSchema } from '../../../src/data/schema.ts';
import { ApexException } from '../../../src/runtime/exception.ts';
import type {
  AccessContext,
  Declarative,
  DmlRequest,
  DmlRowResult,
  OrgContext,
  Runtime,
  Security,
  TriggerRun,
} from '../../../src/runtime/runtime.ts';
import { SObjectValue, type FieldContent } from '../../../src/runtime/sobject.ts';
import { ApexDecimal } from '../../../src/values/decimal.ts';
import { ApexDatetime } from '../../../src/values/temporal.ts';

export const USER_ID = '0055g0000000001AAA';
export const ORG_ID = '00D5g0000000001EAA';
export const NOW = new ApexDatetime(Date.UTC(2026, 10, 23, 9, 0));

export interface FakeOrg {
  readonly schema: OrgSchema;
  readonly store: MemoryStore;
  readonly runtime: Runtime;
  /** Lower-case object name to what its triggers do. */
  readonly triggers: Map<string, (run: TriggerRun) => void>;
  readonly events: string[];
  row(object: string, fields?: Readonly<Record<string, FieldContent>>): SObjectValue;
  dml(
    operation: DmlRequest['operation'],
    rows: readonly SObjectValue[],
    request?: Partial<DmlRequest>,
  ): readonly DmlRowResult[];
  /** The message of the exception the statement ends in. */
  failure(operation: DmlRequest['operation'], rows: readonly SObjectValue[], request?: Partial<DmlRequest>): string;
}

export interface FakeOptions extends SchemaOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly declarative?: Partial<Declarative>;
  readonly security?: Partial<Security>;
}

export const SYSTEM: AccessContext = { userId: USER_ID, isUserMode: false, isSharingEnforced: false };

/** Writes files to a folder of their own and reads them as source. */
export function sourceOf(files: Readonly<Record<string, string>>, namespace = ''): SourceTree {
  const folder = mkdtempSync(join(tmpdir(), 'source-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return loadSource([folder], { namespace });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function fakeOrg(options: FakeOptions = {}): FakeOrg {
  const trees = options.files === undefined ? [] : [sourceOf(options.files, options.namespace)];
  const schema = buildSchema(trees, options);
  const store = new MemoryStore(schema);
  store.nextId('User');
  store.nextId('Organization');
  store.insert('User', { Id: USER_ID, LastName: 'Admin', Username: 'admin@example.com', IsActive: true });
  store.insert('Organization', { Id: ORG_ID, Name: 'Org' });
  store.commit();
  const triggers = new Map<string, (run: TriggerRun) => void>();
  const events: string[] = [];
  const everything = { create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true };
  const declarative = {
    formulaValue: () => null,
    defaultValue: (
      _runtime: Runtime,
      _object: unknown,
      field: {
        readonly type: string;
        readonly defaultFormula: string | null;
        readonly picklist: readonly { readonly value: string; readonly isDefault: boolean }[];
      },
    ) =>
      field.type === 'boolean'
        ? field.defaultFormula === 'true'
        : (field.picklist.find((one) => one.isDefault)?.value ?? null),
    validate: () => [],
    duplicates: () => [],
    rollUp: () => undefined,
    label: () => null,
    refuseAutomations: () => undefined,
    ...options.declarative,
  };
  const security = {
    objectAccess: () => everything,
    canReadField: () => true,
    canEditField: () => true,
    recordAccess: () => 'all',
    ...options.security,
  } as unknown as Security;
  const used = new Map<string, number>();
  const dml = new PlatformDml();
  const org = {
    id: ORG_ID,
    namespace: '',
    packages: new Packages([], schema),
    schema,
    store,
    declarative,
    security,
    dml,
    features: options.features ?? new Set<string>(),
    state: new Map(),
    clock: { now: () => NOW.instant },
    program: {
      hasTriggers: (name: string) => triggers.has(name.toLowerCase()),
      runTriggers: (_runtime: Runtime, run: TriggerRun) => {
        events.push(
          `${run.isBefore ? 'before' : 'after'} ${run.operation} ${run.object.name} ${(run.newRows ?? run.oldRows ?? []).length}`,
        );
        triggers.get(run.object.name.toLowerCase())?.(run);
      },
    },
  } as unknown as OrgContext;
  const runtime = {
    org,
    namespace: '',
    limits: {
      used: (name: string) => used.get(name) ?? 0,
      limit: () => 1e9,
      add: (name: string, amount = 1) => void used.set(name, (used.get(name) ?? 0) + amount),
    },
    access: SYSTEM,
    now: () => NOW,
    userSettings: { timeZone: 'GMT', locale: 'en_US', language: 'en_US', currency: 'USD' },
    isTest: true,
    transactionState: new Map(),
    fail: (type: string, message: string) => {
      throw new ApexException(type, message);
    },
    unsupported: (what: string) => {
      throw new Error(`UNSUPPORTED: ${what}`);
    },
    apexError: (thrown: unknown) => thrown as Error,
    stackOf: () => [{ place: 'Trigger.OnThing', file: 'OnThing.trigger', line: 3, column: 1 }],
    newRow: (object: SObjectValue['object']) => new SObjectValue(object),
  } as unknown as Runtime;
  const execute: FakeOrg['dml'] = (operation, rows, request) =>
    dml.execute(runtime, {
      operation,
      rows,
      isAllOrNone: true,
      access: SYSTEM,
      externalIdField: null,
      options: {},
      ...request,
    });
  return {
    schema,
    store,
    runtime,
    triggers,
    events,
    row: (object, fields = {}) => {
      const info = schema.find(object);
      if (info === null) {
        throw new Error(`No object ${object}`);
      }
      const row = new SObjectValue(info);
      Object.entries(fields).forEach(([name, value]) => row.set(name, value));
      return row;
    },
    dml: execute,
    failure: (operation, rows, request) => {
      try {
        execute(operation, rows, request);
      } catch (error) {
        return error instanceof ApexException ? `${error.apexType}: ${error.apexMessage ?? ''}` : String(error);
      }
      return 'no failure';
    },
  };
}

export const decimal = (text: string): ApexDecimal => ApexDecimal.of(text);

/** `objects/Thing__c/…` files of an object with the given fields. */
export function objectFiles(
  name: string,
  body: string,
  fields: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const files: Record<string, string> = {
    [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${body}</CustomObject>`,
  };
  for (const [field, content] of Object.entries(fields)) {
    files[`objects/${name}/fields/${field}.field-meta.xml`] =
      `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${field}</fullName><label>${field.replace(/__c$/, '').replaceAll('_', ' ')}</label>${content}</CustomField>`;
  }
  return files;
}

export const THING = objectFiles(
  'Thing__c',
  '<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Thing Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  {
    Key__c: '<type>Text</type><length>10</length><externalId>true</externalId><unique>true</unique>',
    Loose_Key__c: '<type>Text</type><length>10</length><externalId>true</externalId>',
    Amount__c: '<type>Number</type><precision>5</precision><scale>2</scale>',
    Mail__c: '<type>Email</type>',
    Needed__c: '<type>Checkbox</type><defaultValue>true</defaultValue>',
    Color__c:
      '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Red</fullName><default>true</default><label>Red</label></value><value><fullName>Blue</fullName><default>false</default><label>Blue</label></value></valueSetDefinition></valueSet>',
    Account__c:
      '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Things</relationshipName><deleteConstraint>SetNull</deleteConstraint>',
    Guard__c:
      '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>GuardedThings</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
  },
);
export const PART = objectFiles(
  'Part__c',
  '<label>Part</label><pluralLabel>Parts</pluralLabel><nameField><label>Part Number</label><type>AutoNumber</type><displayFormat>P-{0000}</displayFormat></nameField><sharingModel>ControlledByParent</sharingModel>',
  {
    Thing__c:
      '<type>MasterDetail</type><referenceTo>Thing__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder><reparentableMasterDetail>false</reparentableMasterDetail>',
  },
);
