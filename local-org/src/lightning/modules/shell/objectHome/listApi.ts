/** What an object home asks the org: the object, its list views, the rows of one. */
import { getJson } from 'shell/fetch';
import { uiApi } from 'shell/http';
import type { ListFilter } from 'shell/listFilters';
import type { DisplayColumn, FieldTypes, RecordValue } from 'shell/listRows';

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly fields: FieldTypes;
}
export interface ListSummary {
  readonly apiName: string;
  readonly id: string | null;
  readonly label: string;
}
export interface ListInfo {
  readonly label: string;
  readonly displayColumns: readonly DisplayColumn[];
  readonly filteredByInfo: readonly ListFilter[];
  readonly filterLogicString: string | null;
  /** Whose rows it shows: `everything`, `mine` … */
  readonly scope: { readonly apiName: string };
  readonly orderedByInfo: readonly { readonly fieldApiName: string; readonly isAscending: boolean }[];
  readonly listReference: { readonly listViewApiName: string; readonly type: string };
}
export interface ListRecords {
  readonly records: readonly RecordValue[];
  readonly nextPageToken: string | null;
  readonly totalCount: number;
}
export interface RowsQuery {
  /** `Name` or `-Name`. */
  readonly sortBy?: string | undefined;
  readonly searchTerm?: string | undefined;
  readonly pageToken?: string | undefined;
  /** Other owners than those of the list. */
  readonly scope?: string | undefined;
}

export const RECENT = '__Recent';
const PAGE_SIZE = 50;
const MOST_LISTS = 2000;

export const readObject = (objectApiName: string): Promise<ObjectInfo> =>
  getJson(uiApi(`object-info/${objectApiName}`));

export async function readLists(objectApiName: string): Promise<readonly ListSummary[]> {
  const address = uiApi(`list-info/${objectApiName}`, { pageSize: MOST_LISTS });
  return (await getJson<{ readonly lists: readonly ListSummary[] }>(address)).lists;
}

export const readList = (
  objectApiName: string,
  list: string,
): Promise<{ readonly info: ListInfo; readonly records: ListRecords }> =>
  getJson(uiApi(`list-ui/${objectApiName}/${list}`, { pageSize: PAGE_SIZE }));

export const readRows = (objectApiName: string, list: string, query: RowsQuery): Promise<ListRecords> =>
  getJson(uiApi(`list-records/${objectApiName}/${list}`, { pageSize: PAGE_SIZE, ...query }));

/** The list a name or an id of an address stands for. */
export function findList(lists: readonly ListSummary[], name: string): ListSummary | null {
  const wanted = name === 'Recent' ? RECENT : name;
  return (
    lists.find(({ apiName, id }) => apiName === wanted || (id !== null && id.slice(0, 15) === wanted.slice(0, 15))) ??
    null
  );
}
