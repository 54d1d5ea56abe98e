/** List views and columns of objects for which the sources have none: those of a new org. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { ListView } from './listView.ts';

/** Search layouts of a new org; other objects show their name, their first fields and their owner. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'],
  Contact: ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Opportunity: ['Name', 'Account.Name', 'StageName', 'Amount', 'CloseDate', 'Owner.Alias'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'MobilePhone', 'Email', 'Status', 'Owner.Alias'],
  Case: ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'Owner.Alias'],
  Task: ['Subject', 'Who.Name', 'What.Name', 'ActivityDate', 'Status', 'Priority', 'Owner.Alias'],
  Event: ['Subject', 'Who.Name', 'What.Name', 'StartDateTime', 'EndDateTime', 'Owner.Alias'],
  Product2: ['Name', 'ProductCode', 'Description', 'Family', 'IsActive'],
  Pricebook2: ['Name', 'Description', 'IsActive', 'IsStandard'],
  Contract: ['ContractNumber', 'Account.Name', 'Status', 'StartDate', 'EndDate', 'ContractTerm'],
  Order: ['OrderNumber', 'Account.Name', 'Status', 'EffectiveDate', 'TotalAmount'],
  Asset: ['Name', 'SerialNumber', 'Account.Name', 'Contact.Name', 'Product2.Name', 'Status'],
  Quote: ['Name', 'Opportunity.Name', 'Status', 'ExpirationDate', 'TotalPrice'],
  OpportunityContactRole: ['Contact.Name', 'Role', 'IsPrimary'],
  OpportunityLineItem: ['Product2.Name', 'Quantity', 'UnitPrice', 'TotalPrice', 'ServiceDate'],
  OpportunityHistory: ['StageName', 'Amount', 'CloseDate', 'CreatedBy.Name', 'CreatedDate'],
  OpportunityCompetitor: ['CompetitorName', 'Strengths', 'Weaknesses'],
  CampaignMember: ['Name', 'Status', 'Campaign.Name'],
  CaseComment: ['CommentBody', 'IsPublished', 'CreatedBy.Name', 'CreatedDate'],
  CaseContactRole: ['Contact.Name', 'Role'],
  AccountContactRole: ['Contact.Name', 'Role', 'IsPrimary'],
  PricebookEntry: ['Pricebook2.Name', 'UnitPrice', 'IsActive'],
  OrderItem: ['Product2.Name', 'Quantity', 'UnitPrice', 'TotalPrice'],
  QuoteLineItem: ['Product2.Name', 'Quantity', 'UnitPrice', 'TotalPrice'],
  User: ['Name', 'Alias', 'Username', 'UserRole.Name', 'IsActive', 'Profile.Name'],
};
const FIELDS_SHOWN = 5;

/** Columns for people to find a row of an object by. */
export function defaultColumns(object: ObjectInfo): readonly string[] {
  const own = COLUMNS[object.name];
  if (own !== undefined) {
    return own;
  }
  const shown = [...object.fields.values()].filter(
    (field) => field.isCustom && !field.isLongText && field.type !== 'location' && field.type !== 'address',
  );
  return [
    ...(object.nameField === null ? [] : [object.nameField]),
    ...shown.slice(0, FIELDS_SHOWN).map((field) => field.name),
    ...(object.hasOwner ? ['Owner.Alias'] : []),
  ];
}

const plain = (
  object: ObjectInfo,
  name: string,
  label: string,
  { scope = 'Everything', columns = defaultColumns(object) }: { scope?: string; columns?: readonly string[] } = {},
): ListView => ({
  name,
  objectName: object.name,
  label,
  columns,
  filters: [],
  logic: null,
  scope,
  queue: null,
  sharedTo: null,
  isRecent: false,
});

/** What the platform makes for every object. */
export function recentList(object: ObjectInfo, columns: readonly string[]): ListView {
  return { ...plain(object, '__Recent', 'Recently Viewed', { columns }), isRecent: true };
}

/** `AllAccounts` and `MyAccounts` of standard objects, `All` of custom ones. */
export function generatedLists(object: ObjectInfo): readonly ListView[] {
  const plural = object.labelPlural;
  if (object.kind !== 'standard') {
    return [plain(object, 'All', 'All')];
  }
  const word = plural.replace(/\W/g, '');
  const all = plain(object, `All${word}`, `All ${plural}`);
  return object.hasOwner ? [all, plain(object, `My${word}`, `My ${plural}`, { scope: 'Mine' })] : [all];
}
