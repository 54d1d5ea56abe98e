/** A client of a served org: its token, its requests, the seconds they take. */
export interface Target {
  readonly url: string;
  readonly token: string;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const API = '/services/data/v67.0';

export async function ask(target: Target, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${target.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

export const createPath = (object: string): string => `${API}/sobjects/${object}`;
export const recordPath = (object: string, id: string): string => `${API}/sobjects/${object}/${id}`;
export const queryPath = (soql: string): string => `${API}/query?q=${encodeURIComponent(soql)}`;

/** Ids of an object, page by page: what is really there. */
export async function idsOf(target: Target, object: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let path: string | undefined = queryPath(`SELECT Id FROM ${object}`);
  while (path !== undefined) {
    const { status, body } = await ask(target, 'GET', path);
    if (status !== 200) {
      throw new Error(`The records could not be read back: ${JSON.stringify(body)}`);
    }
    const page = body as { readonly records: readonly { readonly Id: string }[]; readonly nextRecordsUrl?: string };
    page.records.forEach((record) => ids.add(record.Id));
    path = page.nextRecordsUrl;
  }
  return ids;
}

/** The same numbers for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
