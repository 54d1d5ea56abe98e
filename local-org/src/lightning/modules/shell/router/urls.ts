/**
 * Page references and the platform's addresses of them, both ways. One row a page type, so that what one direction
 * writes the other reads.
 * Source: LWC Developer Guide, "PageReference Types"; addresses as Lightning Experience shows them.
 */
import { attribute, type PageReference } from './pageReference.ts';

const PREFIX = '/lightning';

interface PageType {
  readonly type: string;
  /** The path below `/lightning`; null where attributes it needs are missing. */
  write(reference: PageReference): readonly string[] | null;
  /** The attributes of a path; null for a path of another page type. */
  read(path: readonly string[]): Readonly<Record<string, unknown>> | null;
  /** Addresses of these keep only state with a namespace (`c__name`); the platform drops the rest. */
  readonly isStateNamespaced?: boolean;
}

const PAGE_TYPES: readonly PageType[] = [
  {
    type: 'standard__recordPage',
    write: (reference) => {
      const recordId = attribute(reference, 'recordId');
      const objectApiName = attribute(reference, 'objectApiName');
      const action = attribute(reference, 'actionName') ?? 'view';
      return recordId === null ? null : ['r', ...(objectApiName === null ? [] : [objectApiName]), recordId, action];
    },
    read: ([first, ...rest]) => {
      const [objectApiName, recordId, actionName] = rest.length === 3 ? rest : [undefined, ...rest];
      return first !== 'r' || rest.length < 2 || rest.length > 3 || recordId === undefined
        ? null
        : { ...(objectApiName === undefined ? {} : { objectApiName }), recordId, actionName };
    },
  },
  {
    type: 'standard__recordRelationshipPage',
    write: (reference) => {
      const recordId = attribute(reference, 'recordId');
      const relationship = attribute(reference, 'relationshipApiName');
      const objectApiName = attribute(reference, 'objectApiName');
      return recordId === null || relationship === null
        ? null
        : ['r', ...(objectApiName === null ? [] : [objectApiName]), recordId, 'related', relationship, 'view'];
    },
    read: ([first, ...rest]) => {
      const [objectApiName, recordId, related, relationshipApiName, actionName] =
        rest.length === 5 ? rest : [undefined, ...rest];
      return first !== 'r' || related !== 'related' || actionName === undefined
        ? null
        : { ...(objectApiName === undefined ? {} : { objectApiName }), recordId, relationshipApiName, actionName };
    },
  },
  {
    type: 'standard__objectPage',
    write: (reference) => {
      const objectApiName = attribute(reference, 'objectApiName');
      return objectApiName === null ? null : ['o', objectApiName, attribute(reference, 'actionName') ?? 'home'];
    },
    read: ([first, objectApiName, actionName, ...rest]) =>
      first !== 'o' || objectApiName === undefined || rest.length > 0
        ? null
        : { objectApiName, actionName: actionName ?? 'home' },
  },
  named('standard__namedPage', 'pageName', ['page']),
  { ...named('standard__navItemPage', 'apiName', ['n']), isStateNamespaced: true },
  { ...named('standard__component', 'componentName', ['cmp']), isStateNamespaced: true },
  named('standard__quickAction', 'apiName', ['action', 'quick']),
  {
    type: 'standard__search',
    write: () => ['search'],
    read: (path) => (path.length === 1 && path[0] === 'search' ? {} : null),
  },
];

function named(type: string, name: string, prefix: readonly string[]): PageType {
  return {
    type,
    write: (reference) => {
      const value = attribute(reference, name);
      return value === null ? null : [...prefix, value];
    },
    read: (path) =>
      path.length === prefix.length + 1 && prefix.every((part, index) => path[index] === part)
        ? { [name]: path[prefix.length] }
        : null,
  };
}

/** The address of a page; null for types that have none here and for references that lack an attribute. */
export function urlOf(reference: PageReference): string | null {
  if (reference.type === 'standard__webPage') {
    return attribute(reference, 'url');
  }
  if (reference.type === 'standard__app') {
    return appUrl(reference);
  }
  const known = PAGE_TYPES.find(({ type }) => type === reference.type);
  const path = known?.write(reference) ?? null;
  if (known === undefined || path === null) {
    return null;
  }
  return `${PREFIX}/${path.map(encodeURIComponent).join('/')}${queryOf(stateOf(known, reference.state ?? {}))}`;
}

/** An app by its target, and the page to show in it. */
function appUrl(reference: PageReference): string | null {
  const target = attribute(reference, 'appTarget');
  const inner = reference.attributes['pageRef'] as PageReference | undefined;
  const rest = inner === undefined ? '' : urlOf(inner);
  return target === null || rest === null
    ? null
    : `${PREFIX}/app/${encodeURIComponent(target)}${rest.slice(rest === '' ? 0 : PREFIX.length)}`;
}

/** The page at an address (path and query) of this server; null for what is no page. */
export function pageReferenceOf(address: string): PageReference | null {
  const url = new URL(address, 'http://local');
  const [prefix, ...path] = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (prefix !== undefined && prefix !== 'lightning') {
    return null;
  }
  if (path.length === 0) {
    return { type: 'standard__app', attributes: {}, state: {} };
  }
  if (path[0] === 'app' && path[1] !== undefined) {
    const inner = path.length === 2 ? null : pageReferenceOf(`${PREFIX}/${path.slice(2).join('/')}${url.search}`);
    const attributes = { appTarget: path[1], ...(inner === null ? {} : { pageRef: inner }) };
    return path.length > 2 && inner === null ? null : { type: 'standard__app', attributes, state: {} };
  }
  for (const known of PAGE_TYPES) {
    const attributes = known.read(path);
    if (attributes !== null) {
      return { type: known.type, attributes, state: stateOf(known, Object.fromEntries(url.searchParams)) };
    }
  }
  return null;
}

function stateOf(known: PageType, state: NonNullable<PageReference['state']>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([name, value]) =>
      value === undefined || value === null || (known.isStateNamespaced === true && !name.includes('__'))
        ? []
        : [[name, String(value)]],
    ),
  );
}

function queryOf(state: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(state).toString();
  return query === '' ? '' : `?${query}`;
}
