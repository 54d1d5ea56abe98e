/** `Database.SaveResult` and its like. */
import { DatabaseError, DmlResult, type ResultType } from './results.ts';
import { platformClass, type PlatformClass } from '../define.ts';
import { statusCode } from '../System/StatusCode.ts';
import { findEnumValue } from '../../runtime/enumValue.ts';
import type { ApexList } from '../../runtime/collections.ts';
import type { Runtime } from '../../runtime/runtime.ts';

/** `'Id getId'` to the name of the value. */
function resultClass(name: ResultType, getters: Readonly<Record<string, string>>): PlatformClass {
  const read = (value: string, isFlag: boolean) => (_runtime: Runtime, self: DmlResult) =>
    isFlag ? self.get(value) === true : self.get(value);
  return platformClass(name, {
    json: {
      members: {
        errors: 'List<Database.Error>',
        ...Object.fromEntries(
          Object.entries(getters).map(([signature, value]) => [value, signature.slice(0, signature.lastIndexOf(' '))]),
        ),
      },
      make: (_runtime, members) => new DmlResult(name, members),
    },
    methods: Object.fromEntries(
      Object.entries(getters).map(([signature, value]) => [
        `${signature}()`,
        read(value, signature.startsWith('Boolean ')),
      ]),
    ),
    properties: Object.fromEntries(
      Object.entries(getters).map(([signature, value]) => [
        `${signature.split(' ')[0] ?? ''} ${value}`,
        read(value, signature.startsWith('Boolean ')),
      ]),
    ),
  });
}

/** An empty list where a result made by JSON has none. */
const errors = {
  methods: {
    'List<Database.Error> getErrors()': (runtime: Runtime, self: DmlResult) =>
      self.get('errors') ?? runtime.newList('Database.Error'),
  },
};

function withErrors(of: PlatformClass): PlatformClass {
  const more = platformClass(of.name, errors);
  return { ...of, methods: [...of.methods, ...more.methods] };
}

const plain = { 'Id getId': 'id', 'Boolean isSuccess': 'success' };

export const resultClasses: readonly PlatformClass[] = [
  withErrors(resultClass('Database.SaveResult', plain)),
  withErrors(resultClass('Database.UpsertResult', { ...plain, 'Boolean isCreated': 'created' })),
  withErrors(resultClass('Database.DeleteResult', plain)),
  withErrors(resultClass('Database.UndeleteResult', plain)),
  withErrors(resultClass('Database.EmptyRecycleBinResult', plain)),
  withErrors(
    resultClass('Database.MergeResult', {
      ...plain,
      'List<Id> getMergedRecordIds': 'mergedRecordIds',
      'List<Id> getUpdatedRelatedIds': 'updatedRelatedIds',
    }),
  ),
  withErrors(
    resultClass('Database.LeadConvertResult', {
      'Boolean isSuccess': 'success',
      'Id getLeadId': 'leadId',
      'Id getAccountId': 'accountId',
      'Id getContactId': 'contactId',
      'Id getOpportunityId': 'opportunityId',
    }),
  ),
];

export const errorClass: PlatformClass = platformClass('Database.Error', {
  json: {
    members: { message: 'String', statusCode: 'String', fields: 'List<String>' },
    make: (_runtime, members) =>
      new DatabaseError({
        statusCode: String((members.get('statusCode') as string | undefined) ?? ''),
        message: String((members.get('message') as string | undefined) ?? ''),
        fields: ((members.get('fields') ?? null) as ApexList | null)?.items.map(String) ?? [],
      }),
  },
  methods: {
    'List<String> getFields()': (runtime, self: DatabaseError) => runtime.newList('String', self.fields),
    'String getMessage()': (_runtime, self: DatabaseError) => self.message,
    'System.StatusCode getStatusCode()': (runtime, self: DatabaseError) =>
      findEnumValue(statusCode, self.statusCode) ?? runtime.unsupported(`StatusCode ${self.statusCode}`),
  },
});
