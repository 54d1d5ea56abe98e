/** A list view as its metadata describes it. Source: Metadata API Developer Guide, "ListView". */
import { qualify, qualifyPath, qualifyPlain } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';
import type { XmlNode } from '../../metadata/xml.ts';

export interface ListFilter {
  /** As written, own names qualified: `NAME`, `ACCOUNT.NAME`, `ns__Status__c`. */
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}
export interface ListView {
  /** `All`, `ns__Open`, `__Recent`. */
  readonly name: string;
  readonly objectName: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly ListFilter[];
  /** `1 AND (2 OR 3)`; null: all of them. */
  readonly logic: string | null;
  readonly scope: string;
  readonly queue: string | null;
  /** Who sees it; null: everybody. */
  readonly sharedTo: readonly { readonly kind: string; readonly name: string }[] | null;
  /** The rows the user saw last, in that order. */
  readonly isRecent: boolean;
}

export function readListView({ node, name, namespace }: NamedSource, objectName: string): ListView {
  return {
    name: qualifyPlain(node.text('fullName') ?? name, namespace),
    objectName,
    label: node.text('label') ?? name,
    columns: node.texts('columns').map((column) => qualifyPath(column, namespace)),
    filters: node.all('filters').map((filter) => ({
      field: qualifyPath(filter.text('field') ?? '', namespace),
      operation: filter.text('operation') ?? 'equals',
      value: filter.text('value') ?? '',
    })),
    logic: node.text('booleanFilter'),
    scope: node.text('filterScope') ?? 'Everything',
    queue: node.text('queue') === null ? null : qualify(node.text('queue') ?? '', namespace),
    sharedTo: readSharing(node.child('sharedTo')),
    isRecent: false,
  };
}

function readSharing(node: XmlNode | null): ListView['sharedTo'] {
  return node === null ? null : node.children.map((one) => ({ kind: one.name, name: one.rawText.trim() }));
}
