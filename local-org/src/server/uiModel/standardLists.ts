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

type Filter = readonly [field: string, operation: string, value: string];
interface Shipped {
  readonly name: string;
  readonly label: string;
  readonly scope?: string;
  readonly filters: readonly Filter[];
}
const newIn = (days: 'This' | 'Last'): Shipped => ({
  name: `New${days}Week`,
  label: `New ${days} Week`,
  filters: [['CreatedDate', 'equals', `${days.toUpperCase()}_WEEK`]],
});
const OPEN: Filter = ['IsClosed', 'equals', '0'];

/** Beside all records and one's own: the list views that a new org has. */
const SHIPPED: Readonly<Record<string, readonly Shipped[]>> = {
  Account: [newIn('Last'), newIn('This')],
  Contact: [
    { name: 'BirthdaysThisMonth', label: 'Birthdays This Month', filters: [['Birthdate', 'equals', 'THIS_MONTH']] },
    newIn('Last'),
    newIn('This'),
  ],
  Lead: [
    { name: 'AllOpenLeads', label: 'All Open Leads', filters: [['IsConverted', 'equals', '0']] },
    { name: 'TodaysLeads', label: "Today's Leads", filters: [['CreatedDate', 'equals', 'TODAY']] },
  ],
  Opportunity: [
    { name: 'ClosingNextMonth', label: 'Closing Next Month', filters: [['CloseDate', 'equals', 'NEXT_MONTH']] },
    { name: 'ClosingThisMonth', label: 'Closing This Month', filters: [['CloseDate', 'equals', 'THIS_MONTH']] },
    newIn('Last'),
    newIn('This'),
    { name: 'Default_Opportunity_Pipeline', label: 'Opportunity Pipeline', filters: [OPEN] },
    { name: 'Private', label: 'Private', filters: [['IsPrivate', 'equals', '1']] },
    { name: 'Won', label: 'Won', filters: [['IsWon', 'equals', '1']] },
  ],
  Case: [
    { name: 'AllOpenCases', label: 'All Open Cases', filters: [OPEN] },
    { name: 'MyOpenCases', label: 'My Open Cases', scope: 'Mine', filters: [OPEN] },
  ],
  Task: [
    { name: 'OpenTasks', label: 'Open Tasks', scope: 'Mine', filters: [OPEN] },
    {
      name: 'OverdueTasks',
      label: 'Overdue Tasks',
      scope: 'Mine',
      filters: [OPEN, ['ActivityDate', 'lessThan', 'TODAY']],
    },
    { name: 'TodaysTasks', label: "Today's Tasks", scope: 'Mine', filters: [['ActivityDate', 'equals', 'TODAY']] },
  ],
};

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

/** `AllAccounts`, `MyAccounts` and what else a new org has of standard objects, `All` of custom ones. */
export function generatedLists(object: ObjectInfo): readonly ListView[] {
  const plural = object.labelPlural;
  if (object.kind !== 'standard') {
    return [plain(object, 'All', 'All')];
  }
  const word = plural.replace(/\W/g, '');
  const all = plain(object, `All${word}`, `All ${plural}`);
  const mine = object.hasOwner ? [plain(object, `My${word}`, `My ${plural}`, { scope: 'Mine' })] : [];
  return [all, ...mine, ...(SHIPPED[object.name] ?? []).map((one) => shipped(object, one))];
}

const shipped = (object: ObjectInfo, { name, label, scope = 'Everything', filters }: Shipped): ListView => ({
  ...plain(object, name, label, { scope }),
  filters: filters.map(([field, operation, value]) => ({ field, operation, value })),
});
