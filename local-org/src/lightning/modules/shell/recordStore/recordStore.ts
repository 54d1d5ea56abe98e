/** The one cache of the page: every wire, form and page of the shell reads records through it. */
import { call, failure, uiApi } from 'shell/http';
import { RecordCache, type RecordRepresentation } from './recordCache';
import { Resources, type Resource, type ResourceKind, type Source } from './resources';

export type { FieldValue, RecordRepresentation } from './recordCache';
export type { Listener, ResourceKind, Source, State } from './resources';

const now = (): number => performance.now();
const cache = new RecordCache(now);
const resources = new Resources(cache, now);

/** Told to the page after a write, by whoever wrote: pages read anew what they show, the cache what it holds. */
export const RECORD_CHANGED = 'lightning__recordchanged';
export interface RecordChange {
  readonly ids: readonly string[];
  /** The cache knows already. */
  readonly isCached?: boolean;
  /** Deleted. */
  readonly isGone?: boolean;
}
window.addEventListener(RECORD_CHANGED, (event) => {
  const { ids, isCached = false } = (event as CustomEvent<RecordChange>).detail;
  if (!isCached) {
    void refreshRecords(ids);
  }
});
function announce(ids: readonly string[], isGone = false): void {
  window.dispatchEvent(new CustomEvent<RecordChange>(RECORD_CHANGED, { detail: { ids, isCached: true, isGone } }));
}

export interface RecordRequest {
  readonly recordId: string;
  /** `Object.Field` or `Object.Relationship__r.Field`. */
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
  readonly layoutTypes?: readonly string[];
  readonly modes?: readonly string[];
}

/** One record. What the cache has of it is not asked for again. */
export function recordSource(request: RecordRequest): Source {
  const { recordId, fields = [], optionalFields = [], layoutTypes = [], modes = [] } = request;
  const path = uiApi(`records/${recordId}`, { fields, optionalFields, layoutTypes, modes });
  const resource: Resource = {
    key: `record ${recordId} ${path}`,
    kind: 'data',
    load: () => call('GET', path),
    ...(layoutTypes.length > 0
      ? {}
      : {
          fromCache: (since: number) =>
            cache.read(recordId, fields.map(withoutObject), optionalFields.map(withoutObject), since),
        }),
  };
  return resources.source(resource);
}

const withoutObject = (path: string): string => path.slice(path.indexOf('.') + 1);

/** Any answer of the org that is asked for by its address. */
export function resourceSource(path: string, kind: ResourceKind = 'data'): Source {
  return loadedSource(path, kind, () => call('GET', path));
}

/** An answer that takes more than one request, or a request of its own kind. */
export function loadedSource(key: string, kind: ResourceKind, load: () => Promise<unknown>): Source {
  return resources.source({ key, kind, load });
}

/** Takes in the record that a write answered, and reads what else is known of it: the write may have changed more. */
export function written(record: RecordRepresentation): void {
  resources.ingest(record);
  void refreshRecords([record.id]);
  announce([record.id]);
}

/** Reads all that is known of records anew, because something outside of the cache changed them. */
export async function refreshRecords(ids: readonly string[]): Promise<void> {
  await Promise.all([...new Set(ids)].map(refreshRecord));
}

async function refreshRecord(id: string): Promise<void> {
  const apiName = cache.apiName(id);
  if (apiName === null) {
    return;
  }
  if (!resources.isShown(id)) {
    cache.remove(id);
    return;
  }
  const optionalFields = cache.paths(id).map((path) => `${apiName}.${path}`);
  try {
    resources.ingest(await call('GET', uiApi(`records/${id}`, { optionalFields })));
  } catch (error) {
    resources.forget(id, error);
  }
}

/** The record was deleted. */
export function forget(id: string): void {
  const body = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
  resources.forget(id, failure(404, body));
  announce([id], true);
}

/** Reads all records and lists on the page anew: what a refresh of the page does. Descriptions stay. */
export function refreshData(): Promise<void> {
  return resources.refresh(({ kind }) => kind === 'data');
}

/** Reads anew what somebody shows of the resources whose address contains a text. */
export function refreshAddress(part: string): Promise<void> {
  return resources.refresh(({ key }) => key.includes(part));
}
