/** Layouts of objects for which the sources have none: those of a new org, and a plain one for other objects. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import { partsOf } from './compoundFields.ts';
import type { LayoutItem, LayoutSection, PageLayout } from './layout.ts';

type Columns = readonly [left: string, right: string];

/** Section label to the fields of its two columns. */
const SECTIONS: Readonly<Record<string, readonly (readonly [label: string, columns: Columns])[]>> = {
  Account: [
    ['Account Information', ['OwnerId Name ParentId AccountNumber Site Type Industry AnnualRevenue', 'Rating Phone Fax Website TickerSymbol Ownership NumberOfEmployees Sic']],
    ['Address Information', ['BillingAddress', 'ShippingAddress']],
    ['Description Information', ['Description', '']],
  ],
  Contact: [
    ['Contact Information', ['OwnerId Name AccountId Title Department Birthdate ReportsToId LeadSource', 'Phone HomePhone MobilePhone OtherPhone Fax Email AssistantName AssistantPhone']],
    ['Address Information', ['MailingAddress', 'OtherAddress']],
    ['Description Information', ['Description', '']],
  ],
  Opportunity: [
    ['Opportunity Information', ['OwnerId IsPrivate Name AccountId Type LeadSource', 'Amount ExpectedRevenue CloseDate NextStep StageName Probability CampaignId']],
    ['Description Information', ['Description', '']],
  ],
  Lead: [
    ['Lead Information', ['OwnerId Name Company Title LeadSource Industry AnnualRevenue', 'Phone MobilePhone Fax Email Website Status Rating NumberOfEmployees']],
    ['Address Information', ['Address', '']],
    ['Description Information', ['Description', '']],
  ],
  Case: [
    ['Case Information', ['OwnerId CaseNumber ContactId AccountId Type Reason', 'Status Priority Origin ParentId']],
    ['Description Information', ['Subject Description', '']],
  ],
  Task: [
    ['Task Information', ['OwnerId Subject ActivityDate', 'WhoId WhatId Status Priority']],
    ['Description Information', ['Description', '']],
  ],
  Event: [
    ['Event Details', ['OwnerId Subject StartDateTime EndDateTime IsAllDayEvent', 'WhoId WhatId Location ShowAs']],
    ['Description Information', ['Description', '']],
  ],
  Campaign: [
    ['Campaign Information', ['OwnerId Name IsActive Type Status StartDate EndDate', 'ParentId ExpectedRevenue BudgetedCost ActualCost ExpectedResponse NumberSent']],
    ['Description Information', ['Description', '']],
  ],
  Product2: [
    ['Product Information', ['Name IsActive', 'ProductCode Family']],
    ['Description Information', ['Description', '']],
  ],
  Contract: [
    ['Contract Information', ['OwnerId AccountId Status StartDate ContractTerm', 'ContractNumber OwnerExpirationNotice SpecialTerms']],
    ['Description Information', ['Description', '']],
  ],
  User: [
    ['General Information', ['Name Alias Email Username CommunityNickname Title Department', 'IsActive UserRoleId ProfileId ManagerId Phone MobilePhone']],
    ['Locale Settings', ['TimeZoneSidKey LocaleSidKey', 'LanguageLocaleKey']],
  ],
}; // prettier-ignore

/** Compact layouts of a new org; objects made by people start with their name. */
const COMPACT: Readonly<Record<string, string>> = {
  Account: 'Name Phone Website OwnerId Site Industry',
  Contact: 'Name Title AccountId Phone Email OwnerId',
  Opportunity: 'Name AccountId CloseDate Amount OwnerId',
  Lead: 'Name Title Company Phone Email',
  Case: 'Subject Priority Status CaseNumber',
  Campaign: 'Name Type Status StartDate EndDate',
  Task: 'Subject WhoId WhatId ActivityDate Status',
  Event: 'Subject WhoId WhatId StartDateTime EndDateTime',
  Product2: 'Name ProductCode Family IsActive',
  User: 'Name Title ManagerId Email Phone',
};

export function standardCompactFields(object: ObjectInfo): readonly string[] {
  const own = COMPACT[object.name]?.split(' ') ?? (object.nameField === null ? [] : [object.nameField]);
  return own.filter((name) => object.fields.has(name.toLowerCase()));
}

const item = (object: ObjectInfo, field: FieldInfo): LayoutItem => ({
  field: field.name,
  // The name of a person is entered by its parts.
  behavior: partsOf(object, field).every((part) => !part.isUpdateable && !part.isCreateable)
    ? 'Readonly'
    : field.isRequired
      ? 'Required'
      : 'Edit',
});

export function standardLayout(object: ObjectInfo): PageLayout {
  const table = SECTIONS[object.name];
  const sections =
    table === undefined ? [plainSection(object)] : table.map(([label, columns]) => section(object, label, columns));
  const [first, ...others] = sections;
  return {
    name: `${object.name}-${object.label} Layout`,
    objectName: object.name,
    sections: [
      ...(first === undefined ? [] : [table === undefined ? first : withCustomFields(object, first)]),
      ...others,
      section(object, 'System Information', ['CreatedById', 'LastModifiedById']),
    ],
    relatedLists: [],
    actions: null,
    excludedButtons: [],
  };
}

function section(object: ObjectInfo, label: string, columns: Columns): LayoutSection {
  return {
    label,
    hasViewHeading: true,
    hasEditHeading: label !== 'System Information',
    columns: columns.map((names) =>
      names.split(' ').flatMap((name) => {
        const field = object.fields.get(name.toLowerCase());
        return field === undefined ? [] : [item(object, field)];
      }),
    ),
  };
}

/** As the wizard that makes a field adds it to the layouts: at the end of the first section. */
function withCustomFields(object: ObjectInfo, first: LayoutSection): LayoutSection {
  const custom = [...object.fields.values()].filter((field) => field.isCustom);
  const half = Math.ceil(custom.length / 2);
  return {
    ...first,
    columns: first.columns.map((column, index) => [
      ...column,
      ...(index === 0 ? custom.slice(0, half) : custom.slice(half)).map((field) => item(object, field)),
    ]),
  };
}

const NOT_SHOWN =
  /^(Id|OwnerId|RecordTypeId|CreatedById|LastModifiedById|SystemModstamp|IsDeleted|CreatedDate|LastModifiedDate|LastViewedDate|LastReferencedDate|LastActivityDate|MasterRecordId|.*(Latitude|Longitude|GeocodeAccuracy)(__s)?)$/;

function plainSection(object: ObjectInfo): LayoutSection {
  const name = object.nameField === null ? [] : [object.fields.get(object.nameField.toLowerCase())];
  const owner = object.fields.get('ownerid');
  const rest = [...object.fields.values()].filter(
    (field) =>
      !field.isNameField && !NOT_SHOWN.test(field.name) && (field.isCustom || field.isCreateable || field.isUpdateable),
  );
  const left = [...name.flatMap((field) => field ?? []), ...rest.filter((_, index) => index % 2 === 0)];
  const right = [...(owner === undefined ? [] : [owner]), ...rest.filter((_, index) => index % 2 === 1)];
  return {
    label: 'Information',
    hasViewHeading: true,
    hasEditHeading: true,
    columns: [left, right].map((fields) => fields.map((field) => item(object, field))),
  };
}
