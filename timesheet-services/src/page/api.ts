/** How the page asks the service: about itself, and for rows through the open contract. */
export type Row = Readonly<Record<string, unknown>>;

export interface FaceInfo {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly tenant: string | null;
  readonly email: string;
  readonly secret: string;
}
export interface State {
  readonly account: { readonly name: string; readonly seed: number; readonly size: string; readonly now: number };
  readonly faces: readonly FaceInfo[];
  readonly rows: { readonly address: string; readonly token: string };
  readonly totals: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly requests: { readonly total: number; readonly statuses: Readonly<Record<string, number>> };
  readonly faults: readonly Row[];
}
export interface Page {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}
interface Problem {
  readonly detail?: string;
  readonly message?: string;
}

/** The service refused; the message says why, in its own words. */
export class Refused extends Error {}

async function ask(method: string, url: string, headers: Record<string, string>, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) {
    const { detail, message } = (answer ?? {}) as Problem;
    throw new Refused(detail ?? message ?? `The service answered ${response.status}.`);
  }
  return answer;
}

export function ofService(method: string, path: string, body?: unknown): Promise<unknown> {
  return ask(method, `/_/${path}`, {}, body);
}
export async function readState(): Promise<State> {
  return (await ofService('GET', 'state')) as State;
}

let access: State['rows'] | undefined;

export async function ofRows(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  access ??= (await readState()).rows;
  return ask(method, `${access.address}/${path}`, { ...headers, authorization: `Bearer ${access.token}` }, body);
}
export async function readPage(path: string): Promise<Page> {
  return (await ofRows('GET', path)) as Page;
}
/** Every row of a resource, for choices. */
export async function readAll(resource: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = await readPage(`${resource}?limit=1000${cursor === '' ? '' : `&cursor=${cursor}`}`);
    rows.push(...page.data);
    cursor = page.nextCursor;
  }
  return rows;
}
