/**
 * Columns of list views and related lists are written in an old spelling (`NAME`, `OWNER.ALIAS`, `ACCOUNT.PHONE1`,
 * `OPPORTUNITY.STAGE_NAME`) that differs from API names. This finds the field path a column stands for. Source: list
 * views as the Metadata API retrieves them from orgs.
 */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';

/** Columns whose spelling does not tell the field, on every object. */
const COMMON: Readonly<Record<string, string>> = {
  NAME: 'Name',
  FULL_NAME: 'Name',
  OBJECT_ID: 'Id',
  CREATED_DATE: 'CreatedDate',
  CREATED_DATE_DATE_ONLY: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  LAST_UPDATE_DATE_ONLY: 'LastModifiedDate',
  LAST_ACTIVITY: 'LastActivityDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  CREATED_BY: 'CreatedBy.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  LAST_UPDATED_BY: 'LastModifiedBy.Name',
  RECORDTYPE: 'RecordType.Name',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  OWNER: 'Owner.Name',
  'OWNER.NAME': 'Owner.Name',
  'OWNER_NAME': 'Owner.Name',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.LAST_NAME': 'Owner.LastName',
  'CORE.USER_ROLE.NAME': 'Owner.UserRole.Name',
  ACCOUNT_NAME: 'Account.Name',
  WHO_NAME: 'Who.Name',
  WHAT_NAME: 'What.Name',
  DUE_DATE: 'ActivityDate',
  CURRENCY_ISO_CODE: 'CurrencyIsoCode',
}; // prettier-ignore

/** Without the object in front; names of fields that changed since. */
const BY_OBJECT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: {
    SALES: 'AnnualRevenue',
    EMPLOYEES: 'NumberOfEmployees',
    URL: 'Website',
    SOURCE: 'AccountSource',
    ...address('ADDRESS1', 'Billing'),
    ...address('ADDRESS2', 'Shipping'),
  },
  Contact: {
    PHONE3: 'MobilePhone',
    PHONE2: 'Fax',
    PHONE4: 'HomePhone',
    SOURCE: 'LeadSource',
    ...address('ADDRESS1', 'Other'),
    ...address('ADDRESS2', 'Mailing'),
  },
  Lead: { URL: 'Website', SOURCE: 'LeadSource', PHONE3: 'MobilePhone', CONVERTED: 'IsConverted', UNREAD: 'IsUnreadByOwner', EMPLOYEES: 'NumberOfEmployees', REVENUE: 'AnnualRevenue', ...address('ADDRESS', '') },
  Opportunity: { CLOSED: 'IsClosed', WON: 'IsWon', TYPE: 'Type', QUANTITY: 'TotalOpportunityQuantity', CAMPAIGN_NAME: 'Campaign.Name' },
  Case: { CLOSED: 'IsClosed', CASE_NUMBER: 'CaseNumber', CLOSED_DATE: 'ClosedDate', NAME: 'Contact.Name' },
  Campaign: { ACTIVE: 'IsActive', CAMPAIGN_TYPE: 'Type', PARENT: 'Parent.Name' },
  Product2: { CUSTOMER_PRODUCT_ID: 'ProductCode', ACTIVE: 'IsActive', FAMILY_ENUM: 'Family' },
  Task: { TASK_TYPE: 'Type', TASK_SUBTYPE: 'TaskSubtype', CLOSED: 'IsClosed' },
}; // prettier-ignore

function address(prefix: string, name: string): Record<string, string> {
  return {
    [`${prefix}_STREET`]: `${name}Street`,
    [`${prefix}_CITY`]: `${name}City`,
    [`${prefix}_STATE`]: `${name}State`,
    [`${prefix}_ZIP`]: `${name}PostalCode`,
    [`${prefix}_COUNTRY`]: `${name}Country`,
  };
}

/** How columns name objects, where that differs from the API name: `CASES.SUBJECT`, `PRODUCT2.NAME`. */
const OBJECT_WORDS: Readonly<Record<string, string>> = { CASES: 'Case', PRODUCT: 'Product2', SALES: 'Account' };

/** The field path of a column, lookups as the name they show (`Account__r.Name`); null where it is not known. */
export function columnPath(schema: OrgSchema, object: ObjectInfo, column: string): string | null {
  const path = fieldPath(schema, object, column);
  const info = path === null ? null : pathField(schema, object, path);
  if (path === null || info === null) {
    return null;
  }
  const { field } = info;
  return field.type === 'reference' && field.relationshipName !== null && field.name !== 'Id'
    ? [...path.split('.').slice(0, -1), field.relationshipName, 'Name'].join('.')
    : path;
}

/** The field itself: `Account__c` stays `Account__c`. */
export function fieldPath(schema: OrgSchema, object: ObjectInfo, column: string): string | null {
  const candidates = [column, ...oldSpelling(schema, object, column.toUpperCase())];
  for (const path of candidates) {
    const info = pathField(schema, object, path);
    if (info !== null) {
      return info.path;
    }
  }
  return null;
}

function oldSpelling(schema: OrgSchema, object: ObjectInfo, column: string): readonly string[] {
  const found: string[] = [];
  const [head = '', ...tail] = column.split('.');
  const rest = tail.join('.');
  const other = schema.find(OBJECT_WORDS[head] ?? head.replaceAll('_', ''));
  const own = tail.length === 0 || other?.name === object.name ? (tail.length === 0 ? column : rest) : null;
  if (own !== null) {
    found.push(...[BY_OBJECT[object.name]?.[own], COMMON[own], matching(object, own)].filter(isText));
  } else if (other !== null && other.name !== object.name) {
    const lookup = [...object.fields.values()].find((field) => field.referenceTo.includes(other.name));
    const inner = fieldPath(schema, other, rest);
    if (lookup?.relationshipName != null && inner !== null) {
      found.push(`${lookup.relationshipName}.${inner}`);
    }
  }
  const common = COMMON[column];
  return common === undefined ? found : [...found, common];
}
const isText = (text: string | null | undefined): text is string => typeof text === 'string';

/** `CLOSE_DATE` is CloseDate, `PHONE1` the first phone. */
function matching(object: ObjectInfo, word: string): string | null {
  const folded = word.replaceAll('_', '').toLowerCase();
  return (
    [folded, folded.replace(/1$/, ''), `is${folded}`].flatMap((name) => object.fields.get(name)?.name ?? [])[0] ?? null
  );
}

export interface PathField {
  /** In declared spelling. */
  readonly path: string;
  /** The last field of the path, and its object. */
  readonly field: FieldInfo;
  readonly object: ObjectInfo;
  /** The lookup that leads to the last object; null for own fields. */
  readonly lookup: FieldInfo | null;
}

/** Follows a path of API names; of lookups to several objects only what all have in common can be followed. */
export function pathField(
  schema: OrgSchema,
  object: ObjectInfo,
  path: string,
  lookup: FieldInfo | null = null,
): PathField | null {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const field = object.fields.get(first.toLowerCase());
    return field === undefined ? null : { path: field.name, field, object, lookup };
  }
  const folded = first.toLowerCase();
  const step = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === folded);
  const target =
    step === undefined ? null : schema.find(step.referenceTo.length > 1 ? 'Name' : (step.referenceTo[0] ?? ''));
  const inner = step === undefined || target === null ? null : pathField(schema, target, rest.join('.'), step);
  return inner === null ? null : { ...inner, path: `${step?.relationshipName ?? ''}.${inner.path}` };
}

/** How a page heads a field: lookups without the `ID` of their API label. */
export function fieldLabel(object: ObjectInfo, field: FieldInfo): string {
  if (field.name === 'OwnerId' && object.kind === 'standard') {
    return object.fields.has('activitydate') ? 'Assigned To' : `${object.label} Owner`;
  }
  if (field.name === 'AccountId' || (field.name === 'ContactId' && object.kind === 'standard')) {
    return field.name === 'AccountId' ? 'Account Name' : 'Contact Name';
  }
  if (field.isNameField && object.fields.has('lastname')) {
    return 'Name';
  }
  if (field.isNameField && field.label === 'Name' && object.kind === 'standard') {
    return `${object.label} Name`;
  }
  // The describe's label is "Due Date Only".
  if (field.name === 'ActivityDate') {
    return 'Due Date';
  }
  return field.type === 'reference' ? field.label.replace(/ ID$/, '') : field.label;
}

export function pathLabel(object: ObjectInfo, { path, field, lookup }: PathField): string {
  if (lookup === null) {
    return fieldLabel(object, field);
  }
  const base = fieldLabel(object, lookup);
  return path.endsWith('.Name') ? base : `${base} ${field.label}`;
}
