/** The one cache of the page: every wire, form and page of the shell reads records through it. */
import { call, failure, uiApi, type Method } from 'shell/http';
import { RecordCache, type RecordRepresentation } from './recordCache';
import { Resources, type Resource, type ResourceKind, type Source } from './resources';

export type { FieldValue, RecordRepresentation } from './recordCache';
export type { Listener, ResourceKind, Source, State } from './resources';

const now = (): number => performance.now();
const cache = new RecordCache(now);
const resources = new Resources(cache, now);
const changeListeners = new Set<(ids: ReadonlySet<string>) => void>();

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
export function resourceSource(
  path: string,
  kind: ResourceKind = 'data',
  how: { readonly method: Method; readonly body?: unknown } = { method: 'GET' },
): Source {
  const body = how.body === undefined ? '' : ` ${JSON.stringify(how.body)}`;
  return resources.source({ key: `${how.method} ${path}${body}`, kind, load: () => call(how.method, path, how.body) });
}

/** What a cacheable Apex method returned for these arguments. */
export function apexSource(key: string, load: () => Promise<unknown>): Source {
  return resources.source({ key: `apex ${key}`, kind: 'apex', load });
}

/** Takes in what a write answered. */
export function ingest(answer: unknown): void {
  changed(resources.ingest(answer));
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
    ingest(await call('GET', uiApi(`records/${id}`, { optionalFields })));
  } catch (error) {
    forget(id, error);
  }
}

/** The record is gone. */
export function forget(
  id: string,
  error: unknown = failure(404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]),
): void {
  resources.forget(id, error);
  changed(new Set([id]));
}

/** Reads all records and lists on the page anew: what a refresh of the page does. Descriptions stay. */
export function refreshData(): Promise<void> {
  return resources.refresh(({ kind }) => kind === 'data');
}

/** Reads anew what somebody shows of the resources whose address contains a text. */
export function refreshAddress(part: string): Promise<void> {
  return resources.refresh(({ key }) => key.includes(part));
}

/** Hears the ids of records whenever some changed; returns how to stop. */
export function onRecordsChanged(listener: (ids: ReadonlySet<string>) => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

function changed(ids: ReadonlySet<string>): void {
  if (ids.size > 0) {
    for (const listener of [...changeListeners]) {
      listener(ids);
    }
  }
}

export type { Resource };
export type RecordAnswer = RecordRepresentation;
