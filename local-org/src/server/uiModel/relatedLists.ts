/** Related lists: how layouts name them, and what there is without a layout. */
import type { ChildRelationship, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { LayoutRelatedList, PageLayout } from './layout.ts';

export interface RelatedList {
  /** The name of the child relationship: `Contacts`, `Entries__r`. */
  readonly id: string;
  readonly child: ObjectInfo;
  /** The child's field that points to the parent. */
  readonly field: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly sortField: string | null;
  readonly isDescending: boolean;
}

/** What rows of an object are told by, where a layout does not say it. */
export type Columns = (object: ObjectInfo) => readonly string[];

/** Names that layouts give the platform's own lists, and the relationship each shows. */
const STANDARD: Readonly<Record<string, readonly string[]>> = {
  RelatedContactList: ['Contacts'],
  RelatedOpportunityList: ['Opportunities'],
  RelatedCaseList: ['Cases'],
  RelatedContactRoleList: ['OpportunityContactRoles', 'CaseContactRoles', 'AccountContactRoles'],
  RelatedLineItemList: ['OpportunityLineItems'],
  RelatedOpportunityHistoryList: ['OpportunityHistories'],
  RelatedCompetitorList: ['OpportunityCompetitors'],
  RelatedCampaignList: ['CampaignMembers', 'Campaigns', 'ChildCampaigns'],
  RelatedCampaignMemberList: ['CampaignMembers'],
  RelatedAssetList: ['Assets'],
  RelatedContractList: ['Contracts'],
  RelatedOrderList: ['Orders'],
  RelatedOrderItemList: ['OrderItems'],
  RelatedQuoteList: ['Quotes'],
  RelatedQuoteLineItemList: ['QuoteLineItems'],
  RelatedCommentsList: ['CaseComments'],
  RelatedPricebookEntryList: ['PricebookEntries'],
  RelatedAccountList: ['ChildAccounts'],
  RelatedUserList: ['ManagedUsers'],
};

/** Lists of standard children in the order of a new org's layouts. */
const DEFAULTS = Object.values(STANDARD).flat();

/** The lists of a layout from the sources; without one, all children that mean something to people. */
export function relatedListsOf(
  schema: OrgSchema,
  columns: Columns,
  parent: ObjectInfo,
  layout: PageLayout | null,
): readonly RelatedList[] {
  return layout === null
    ? defaults(schema, columns, parent)
    : layout.relatedLists.flatMap((list) => ofLayout(schema, columns, parent, list));
}

function ofLayout(
  schema: OrgSchema,
  columns: Columns,
  parent: ObjectInfo,
  list: LayoutRelatedList,
): readonly RelatedList[] {
  const relationship = relationshipOf(parent, list.name);
  const found = relationship === undefined ? null : relatedList(schema, columns, relationship);
  return found === null
    ? []
    : [
        {
          ...found,
          label: list.customLabel ?? found.label,
          columns: list.columns.length === 0 ? found.columns : list.columns,
          sortField: list.sortField,
          isDescending: list.isDescending,
        },
      ];
}

function relationshipOf(parent: ObjectInfo, name: string): ChildRelationship | undefined {
  const [child = '', field = ''] = name.split('.');
  return field === ''
    ? parent.childRelationships.find((one) => one.name !== null && (STANDARD[name] ?? []).includes(one.name))
    : parent.childRelationships.find((one) => one.childObject === child && one.field === field);
}

function defaults(schema: OrgSchema, columns: Columns, parent: ObjectInfo): readonly RelatedList[] {
  const lists = parent.childRelationships.flatMap((one) => relatedList(schema, columns, one) ?? []);
  const custom = lists.filter(({ child }) => child.kind === 'custom');
  const standard = DEFAULTS.flatMap(
    (name) => lists.find(({ id, child }) => id === name && child.kind === 'standard') ?? [],
  );
  return [...standard, ...custom];
}

/** Any child relationship as a list, whether a layout shows it or not. */
export function relatedListByName(
  schema: OrgSchema,
  columns: Columns,
  parent: ObjectInfo,
  id: string,
): RelatedList | null {
  const relationship = parent.childRelationships.find((one) => one.name?.toLowerCase() === id.toLowerCase());
  return relationship === undefined ? null : relatedList(schema, columns, relationship);
}

function relatedList(
  schema: OrgSchema,
  columns: Columns,
  { name, childObject, field }: ChildRelationship,
): RelatedList | null {
  const child = schema.find(childObject);
  const lookup = child?.fields.get(field.toLowerCase());
  if (name === null || child === null || lookup === undefined || !child.isQueryable) {
    return null;
  }
  const back = `${lookup.relationshipName ?? ''}.`;
  return {
    id: name,
    child,
    field: lookup.name,
    label: child.labelPlural,
    columns: columns(child).filter(
      (column) => column !== lookup.name && !column.startsWith(back) && !/^(CORE\.USERS|OWNER)\./i.test(column),
    ),
    sortField: null,
    isDescending: false,
  };
}
