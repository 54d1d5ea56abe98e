/** An org with its routes in this process: what a test asks a surface, without HTTP and threads. */
import { LocalOrg, type LocalOrgOptions } from '../../../src/index.ts';
import type { ApiRequest, ApiResponse, HttpMethod } from '../../../src/server/api.ts';
import { createHandler } from '../../../src/server/router.ts';
import { ROUTES } from '../../../src/server/routes.ts';
import { ServedOrg, type Notice } from '../../../src/server/servedOrg.ts';

export interface InProcess {
  readonly org: ServedOrg;
  readonly notices: Notice[];
  /** Asks as a token of that user (the administrator unless told otherwise); null: without a session. */
  readonly ask: (method: HttpMethod, path: string, options?: AskOptions) => ApiResponse;
}
export interface AskOptions {
  /** Sent as JSON; text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly userId?: string | null;
  readonly scopes?: readonly string[];
  /** As the browser of that user instead of a token. */
  readonly inBrowser?: boolean;
}

export async function inProcess(options: LocalOrgOptions): Promise<InProcess> {
  const notices: Notice[] = [];
  const local = await LocalOrg.create(options);
  const org = new ServedOrg(local, (notice) => notices.push(notice));
  const handle = createHandler(ROUTES);
  return {
    org,
    notices,
    ask: (method, path, asked = {}) => handle(org, request(org, method, path, asked)),
  };
}

function request(org: ServedOrg, method: HttpMethod, path: string, asked: AskOptions): ApiRequest {
  const url = new URL(path, 'http://127.0.0.1');
  const userId = asked.userId === undefined ? org.local.parts.users.adminId : asked.userId;
  const headers: Record<string, string> = { ...asked.headers };
  if (userId !== null) {
    const session = org.sessions.open({
      userId,
      kind: asked.inBrowser === true ? 'browser' : 'token',
      scopes: new Set(asked.scopes ?? ['api']),
      clientName: 'Test',
      createdAt: 0,
    });
    headers['authorization'] ??= `Bearer ${session.token}`;
  }
  const { body } = asked;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return {
    method,
    path: url.pathname,
    query: [...url.searchParams],
    headers,
    body: Buffer.from(text),
    origin: 'http://127.0.0.1',
    remoteAddress: '127.0.0.1',
  };
}
