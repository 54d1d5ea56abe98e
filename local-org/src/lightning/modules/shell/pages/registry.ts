/** Which module draws which page. A new page is a line here; the first line that fits is taken. */
import type { PageReference } from 'shell/router';

export interface PageModule {
  readonly type: string;
  /** Values of attributes that the page is for; all where there is none. */
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** Gets `pageReference`. Overlays open over what is there: see `isOverlay` of the router. */
  readonly module: string;
}

const PAGE_MODULES: readonly PageModule[] = [
  { type: 'standard__app', module: 'shell/appRedirect' },
  { type: 'standard__recordPage', attributes: { actionName: 'view' }, module: 'shell/recordPage' },
  { type: 'standard__recordPage', attributes: { actionName: ['edit', 'clone'] }, module: 'shell/recordDialog' },
  { type: 'standard__recordRelationshipPage', module: 'shell/relatedListPage' },
  { type: 'standard__objectPage', attributes: { actionName: ['list', 'home'] }, module: 'shell/objectHome' },
  { type: 'standard__objectPage', attributes: { actionName: 'new' }, module: 'shell/recordDialog' },
  { type: 'standard__quickAction', module: 'shell/quickActionDialog' },
  { type: 'standard__namedPage', attributes: { pageName: 'home' }, module: 'shell/homePage' },
  { type: 'standard__navItemPage', module: 'shell/appPage' },
  { type: 'standard__component', module: 'shell/componentPage' },
  { type: 'standard__search', module: 'shell/searchPage' },
];

/** Null for a page that nothing draws. */
export function moduleOf(reference: PageReference): string | null {
  const found = PAGE_MODULES.find(
    ({ type, attributes = {} }) =>
      type === reference.type &&
      Object.entries(attributes).every(([name, wanted]) =>
        [wanted].flat().includes(String(reference.attributes[name])),
      ),
  );
  return found?.module ?? null;
}
