/** A page as the org describes it. */
import { getJson } from 'shell/fetch';
import type { RecordContext } from 'shell/recordContext';

export type Properties = Readonly<Record<string, unknown>>;

export interface PageItem {
  readonly kind: 'component' | 'field';
  /** `force:detailPanel`, `ns:thing`; of components. */
  readonly name?: string;
  /** `Record.Name`; of fields. */
  readonly field?: string;
  readonly identifier: string;
  readonly properties: Properties;
}
export interface PageRegion {
  readonly name: string;
  readonly type: 'Region' | 'Facet';
  readonly items: readonly PageItem[];
}
export interface PageModel {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly objectName: string | null;
  readonly template: string;
  readonly regions: readonly PageRegion[];
  readonly iconName?: string;
}
/** What every part of a page is given. */
export interface PageContext {
  readonly page: PageModel;
  /** Null on pages that are about no record. */
  readonly record: RecordContext | null;
}
export type RegionWidth = 'SMALL' | 'MEDIUM' | 'LARGE';

export const formFactor = (): 'Small' | 'Large' => {
  const { lightningContext } = globalThis as {
    readonly lightningContext?: { readonly modules?: Readonly<Record<string, unknown>> };
  };
  return lightningContext?.modules?.['@salesforce/client/formFactor'] === 'Small' ? 'Small' : 'Large';
};

export function readPage(
  type: 'record' | 'home' | 'app',
  values: Readonly<Record<string, string>>,
): Promise<PageModel> {
  const query = new URLSearchParams({ type, formFactor: formFactor(), ...values });
  return getJson(`/_/org/page?${query.toString()}`);
}

/** The items of a facet or region; none where the page has no such. */
export const itemsOf = (page: PageModel, name: unknown): readonly PageItem[] =>
  page.regions.find((region) => region.name === name)?.items ?? [];

export { textOf } from 'shell/uiApi';
export const isTrue = (value: unknown): boolean => value === true || value === 'true';
