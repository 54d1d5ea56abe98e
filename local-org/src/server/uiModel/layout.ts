/** A page layout as its metadata describes it. Source: Metadata API Developer Guide, "Layout". */
import { qualify, qualifyPath, qualifyPlain } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';
import type { XmlNode } from '../../metadata/xml.ts';

export type Behavior = 'Edit' | 'Required' | 'Readonly';
export interface LayoutItem {
  /** Null where the place is left empty. */
  readonly field: string | null;
  readonly behavior: Behavior;
}
export interface LayoutSection {
  readonly label: string;
  readonly hasViewHeading: boolean;
  readonly hasEditHeading: boolean;
  readonly columns: readonly (readonly LayoutItem[])[];
}
export interface LayoutRelatedList {
  /** `ns__Entry__c.ns__Project__c`, `RelatedContactList`. */
  readonly name: string;
  /** As written: `NAME`, `ns__Hours__c`. */
  readonly columns: readonly string[];
  readonly sortField: string | null;
  readonly isDescending: boolean;
  readonly customLabel: string | null;
}
export interface LayoutAction {
  readonly name: string;
  /** `StandardButton`, `QuickAction`, `CustomButton`, `ProductivityAction`. */
  readonly type: string;
}
export interface PageLayout {
  /** `ns__Thing__c-ns__Thing Layout`. */
  readonly name: string;
  readonly objectName: string;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly LayoutRelatedList[];
  /** Null: the layout keeps to the platform's own actions. */
  readonly actions: readonly LayoutAction[] | null;
  readonly excludedButtons: readonly string[];
}

/** `Thing__c-Thing Layout` with the namespace on both halves. */
export function layoutName(written: string, namespace: string): string {
  const name = decodeURIComponent(written.replace(/%(?![0-9A-F]{2})/gi, '%25'));
  const dash = name.indexOf('-');
  const [object, label] = [name.slice(0, dash), name.slice(dash + 1)];
  const qualified = qualify(object, namespace);
  return `${qualified}-${qualified === object ? label : qualifyPlain(label, namespace)}`;
}

export function readLayout({ node, name, namespace }: NamedSource): PageLayout {
  const full = layoutName(name, namespace);
  return {
    name: full,
    objectName: full.slice(0, full.indexOf('-')),
    sections: node.all('layoutSections').flatMap((section) => readSection(section, namespace)),
    relatedLists: node.all('relatedLists').map((list) => ({
      name: qualifyPath(list.text('relatedList') ?? '', namespace),
      columns: list.texts('fields').map((field) => qualifyPath(field, namespace)),
      sortField: list.text('sortField') === null ? null : qualifyPath(list.text('sortField') ?? '', namespace),
      isDescending: list.text('sortOrder') === 'Desc',
      customLabel: list.text('customLabel'),
    })),
    actions: readActions(node, namespace),
    excludedButtons: node.texts('excludeButtons'),
  };
}

/** Sections of links have no fields. */
function readSection(section: XmlNode, namespace: string): readonly LayoutSection[] {
  if (section.text('style') === 'CustomLinks') {
    return [];
  }
  const columns = section.all('layoutColumns').map((column) =>
    column.all('layoutItems').flatMap((item): readonly LayoutItem[] => {
      const field = item.text('field');
      const behavior = item.text('behavior');
      return field === null && !item.flag('emptySpace')
        ? []
        : [
            {
              field: field === null ? null : qualify(field, namespace),
              behavior: behavior === 'Required' || behavior === 'Readonly' ? behavior : 'Edit',
            },
          ];
    }),
  );
  return [
    {
      label: section.text('label') ?? '',
      hasViewHeading: section.flag('detailHeading'),
      hasEditHeading: section.flag('editHeading'),
      columns,
    },
  ];
}

function readActions(node: XmlNode, namespace: string): readonly LayoutAction[] | null {
  const platform = node.child('platformActionList');
  if (platform !== null) {
    return platform
      .all('platformActionListItems')
      .toSorted((left, right) => (left.number('sortOrder') ?? 0) - (right.number('sortOrder') ?? 0))
      .map((item) => ({
        name: actionName(item.text('actionName') ?? '', namespace),
        type: item.text('actionType') ?? 'StandardButton',
      }));
  }
  const quick = node.child('quickActionList');
  return quick === null
    ? null
    : quick.all('quickActionListItems').map((item) => ({
        name: actionName(item.text('quickActionName') ?? '', namespace),
        type: 'QuickAction',
      }));
}

/** `Thing__c.Book` is `ns__Thing__c.ns__Book`; `Edit`, `FeedItem.TextPost` and other names of the platform stay. */
export function actionName(written: string, namespace: string): string {
  const [object = '', name] = written.split('.');
  return name === undefined || object === 'FeedItem'
    ? written
    : `${qualify(object, namespace)}.${qualifyPlain(name, namespace)}`;
}
