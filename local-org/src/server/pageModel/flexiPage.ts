/**
 * A Lightning page as its metadata describes it, custom names with the namespace of their tree. Source: Metadata API
 * Developer Guide, "FlexiPage".
 */
import { qualify, qualifyPath } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';
import type { XmlNode } from '../../metadata/xml.ts';
import { actionName } from '../uiModel/layout.ts';

export interface PageComponent {
  readonly kind: 'component';
  /** `force:detailPanel`, `ns:thing`. */
  readonly name: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  readonly visibility: VisibilityRule | null;
}
export interface PageField {
  readonly kind: 'field';
  /** `Record.Name`. */
  readonly field: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  readonly visibility: VisibilityRule | null;
}
export interface PageRegion {
  readonly name: string;
  /** Facets are drawn where a property of a component names them. */
  readonly type: 'Region' | 'Facet';
  readonly items: readonly (PageComponent | PageField)[];
}
export interface VisibilityRule {
  /** `1 AND (2 OR 3)`; null: all of them. */
  readonly filter: string | null;
  readonly criteria: readonly { readonly left: string; readonly operator: string; readonly right: string }[];
}
export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly objectName: string | null;
  readonly template: string;
  readonly regions: readonly PageRegion[];
}

/** Properties that hold names of objects, fields or relationships. */
const NAME_PROPERTIES = new Set([
  'entityName',
  'entityNames',
  'parentFieldApiName',
  'relatedListApiName',
  'relatedListFieldAliases',
  'field',
  'fieldApiName',
  'objectApiName',
]);

export function readFlexiPage({ node, name, namespace }: NamedSource): FlexiPage {
  const objectName = node.text('sobjectType');
  return {
    name,
    label: node.text('masterLabel') ?? name,
    type: node.text('type') ?? 'AppPage',
    objectName: objectName === null ? null : qualify(objectName, namespace),
    template: node.child('template')?.text('name') ?? '',
    regions: node.all('flexiPageRegions').map((region) => ({
      name: region.text('name') ?? '',
      type: region.text('type') === 'Facet' ? 'Facet' : 'Region',
      items: region.all('itemInstances').flatMap((item) => readItem(item, namespace)),
    })),
  };
}

function readItem(item: XmlNode, namespace: string): readonly (PageComponent | PageField)[] {
  const component = item.child('componentInstance');
  if (component !== null) {
    return [
      {
        kind: 'component',
        name: componentName(component.text('componentName') ?? '', namespace),
        identifier: component.text('identifier') ?? '',
        properties: readProperties(component.all('componentInstanceProperties'), namespace),
        visibility: readVisibility(component.child('visibilityRule'), namespace),
      },
    ];
  }
  const field = item.child('fieldInstance');
  return field === null
    ? []
    : [
        {
          kind: 'field',
          field: qualifyPath(field.text('fieldItem') ?? '', namespace),
          identifier: field.text('identifier') ?? '',
          properties: readProperties(field.all('fieldInstanceProperties'), namespace),
          visibility: readVisibility(field.child('visibilityRule'), namespace),
        },
      ];
}

/** A name without namespace, or with `c`, is a component of the page's own tree. */
function componentName(written: string, namespace: string): string {
  const [scope, name] = written.includes(':') ? written.split(':') : ['c', written];
  return `${scope === 'c' && namespace !== '' ? namespace : (scope ?? 'c')}:${name ?? ''}`;
}

function readProperties(nodes: readonly XmlNode[], namespace: string): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    nodes.map((node) => {
      const name = node.text('name') ?? '';
      const own = (text: string): string =>
        name === 'actionNames'
          ? actionName(text, namespace)
          : NAME_PROPERTIES.has(name)
            ? qualifyPath(text, namespace)
            : text;
      const list = node.child('valueList');
      const value =
        list === null
          ? own(node.text('value') ?? '')
          : list.all('valueListItems').map((item) => own(item.text('value') ?? ''));
      return [name, value] as const;
    }),
  );
}

function readVisibility(node: XmlNode | null, namespace: string): VisibilityRule | null {
  return node === null
    ? null
    : {
        filter: node.text('booleanFilter'),
        criteria: node.all('criteria').map((one) => ({
          left: (one.text('leftValue') ?? '').replace(/[\w.]+__[cr][\w.]*/g, (path) => qualifyPath(path, namespace)),
          operator: one.text('operator') ?? 'EQUAL',
          right: one.text('rightValue') ?? '',
        })),
      };
}
