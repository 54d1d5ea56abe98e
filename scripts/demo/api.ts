/** The API as the demo data uses it: sign in as somebody, ask, and save up to 200 rows a call. */
const VERSION = 'v67.0';
const ROWS_PER_CALL = 200;

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The org refused what the demo data needs. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

interface SaveResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

export class Api {
  readonly #url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** Signs in by the login page, as a person does; without an id as the first of its list, the administrator. */
  static async signIn(url: string, userId?: string): Promise<Api> {
    const user = userId ?? (await firstUser(url));
    const response = await fetch(`${url}/login`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ user }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) {
      throw new DemoError(`Signing in as ${user} was refused: ${await response.text()}`);
    }
    return new Api(url, cookie);
  }

  async query<T>(soql: string): Promise<readonly T[]> {
    const { records } = await this.#call<{ readonly records: readonly T[] }>(
      'GET',
      `query?q=${encodeURIComponent(soql)}`,
    );
    return records;
  }

  /** Gives the ids in the order of the rows. All rows of a call are saved, or none. */
  async create(object: string, rows: readonly Row[]): Promise<readonly string[]> {
    return this.#save('POST', object, rows);
  }

  async update(object: string, rows: readonly (Row & { readonly id: string })[]): Promise<void> {
    await this.#save('PATCH', object, rows);
  }

  async #save(method: 'POST' | 'PATCH', object: string, rows: readonly Row[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let at = 0; at < rows.length; at += ROWS_PER_CALL) {
      const records = rows
        .slice(at, at + ROWS_PER_CALL)
        .map((row) => ({ attributes: { type: object }, ...withoutNulls(row) }));
      const results = await this.#call<readonly SaveResult[]>(method, 'composite/sobjects', {
        allOrNone: true,
        records,
      });
      for (const [index, { id, success, errors }] of results.entries()) {
        if (!success || id === null) {
          throw new DemoError(`${object}: ${explain(results) ?? errors[0]?.message} ${JSON.stringify(records[index])}`);
        }
        ids.push(id);
      }
    }
    return ids;
  }

  /** Keeps all data under a name, for the page of snapshots. */
  async keepSnapshot(name: string): Promise<void> {
    await this.#send('POST', '_/org/dev/data/snapshots', { name });
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return JSON.parse(await this.#send(method, `services/data/${VERSION}/${path}`, body)) as T;
  }
  async #send(method: string, path: string, body?: unknown): Promise<string> {
    const response = await fetch(`${this.#url}/${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new DemoError(`${method} ${path.slice(0, 200)} was answered with ${response.status}: ${text}`);
    }
    return text;
  }
}

/** The first error that is more than the echo of another row's. */
function explain(results: readonly SaveResult[]): string | undefined {
  return results
    .flatMap(({ errors }) => errors)
    .filter(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK')
    .map(({ message }) => message)[0];
}

function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

async function firstUser(url: string): Promise<string> {
  const page = await (await fetch(`${url}/login`)).text();
  const user = /name="user" value="([^"]+)"/.exec(page)?.[1];
  if (user === undefined) {
    throw new DemoError('The login page offers nobody to sign in as.');
  }
  return user;
}
