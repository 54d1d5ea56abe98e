/** `Database.SaveResult` and its like. */
import { DatabaseError, DmlResult, type ResultType } from './results.ts';
import { platformClass, type PlatformClass } from '../define.ts';
import { statusCode } from '../System/StatusCode.ts';
import { findEnumValue } from '../../runtime/enumValue.ts';
import type { ApexList } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { toLongId } from '../../values/id.ts';

/**
 * A result by its getters: `'Id getId'` to the name of the value, which is a property too. JSON gives ids as texts, as
 * mocks write them; what is no id is refused when it is asked for.
 */
function resultClass(name: ResultType, getters: Readonly<Record<string, string>>): PlatformClass {
  const members = Object.entries({ ...getters, 'List<Database.Error> getErrors': 'errors' }).map(
    ([signature, value]) => {
      const space = signature.lastIndexOf(' ');
      return { type: signature.slice(0, space), getter: signature.slice(space + 1), value };
    },
  );
  return platformClass(name, {
    json: {
      members: Object.fromEntries(members.map(({ type, value }) => [value, type === 'Id' ? 'String' : type])),
      make: (_runtime, values) => new DmlResult(name, values),
    },
    methods: Object.fromEntries(members.map(({ type, getter, value }) => [`${type} ${getter}()`, reader(type, value)])),
    properties: Object.fromEntries(members.map(({ type, value }) => [`${type} ${value}`, reader(type, value)])),
  });
}

function reader(type: string, name: string): (runtime: Runtime, self: DmlResult) => ApexValue {
  return (runtime, self) => {
    const value = self.get(name);
    switch (type) {
      case 'Boolean':
        return value === true;
      case 'Id':
        return typeof value === 'string'
          ? (toLongId(value) ?? runtime.fail('System.StringException', `Invalid id: ${value}`))
          : null;
      case 'List<Database.Error>':
        return value ?? runtime.newList('Database.Error');
      default:
        return value;
    }
  };
}

const plain = { 'Id getId': 'id', 'Boolean isSuccess': 'success' };

export const resultClasses: readonly PlatformClass[] = [
  resultClass('Database.SaveResult', plain),
  resultClass('Database.UpsertResult', { ...plain, 'Boolean isCreated': 'created' }),
  resultClass('Database.DeleteResult', plain),
  resultClass('Database.UndeleteResult', plain),
  resultClass('Database.EmptyRecycleBinResult', plain),
  resultClass('Database.MergeResult', {
    ...plain,
    'List<Id> getMergedRecordIds': 'mergedRecordIds',
    'List<Id> getUpdatedRelatedIds': 'updatedRelatedIds',
  }),
  resultClass('Database.LeadConvertResult', {
    'Boolean isSuccess': 'success',
    'Id getLeadId': 'leadId',
    'Id getAccountId': 'accountId',
    'Id getContactId': 'contactId',
    'Id getOpportunityId': 'opportunityId',
  }),
  // Locks and approvals themselves are not simulated: their results are for tests that make them of JSON.
  resultClass('Approval.LockResult', plain),
  resultClass('Approval.UnlockResult', plain),
  resultClass('Approval.ProcessResult', {
    'Boolean isSuccess': 'success',
    'Id getEntityId': 'entityId',
    'Id getInstanceId': 'instanceId',
    'String getInstanceStatus': 'instanceStatus',
    'List<Id> getActorIds': 'actorIds',
    'List<Id> getNewWorkitemIds': 'newWorkitemIds',
  }),
];

const fieldsOf = (runtime: Runtime, self: DatabaseError): ApexList => runtime.newList('String', self.fields);
const messageOf = (_runtime: Runtime, self: DatabaseError): string => self.message;
const codeOf = (runtime: Runtime, self: DatabaseError): ApexValue =>
  findEnumValue(statusCode, self.statusCode) ?? runtime.unsupported(`StatusCode ${self.statusCode}`);

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
    'List<String> getFields()': fieldsOf,
    'String getMessage()': messageOf,
    'System.StatusCode getStatusCode()': codeOf,
  },
  properties: { 'List<String> fields': fieldsOf, 'String message': messageOf, 'System.StatusCode statusCode': codeOf },
});
