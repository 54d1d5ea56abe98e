/** What reaches the server from clients and pages that mean no good, or make mistakes, over real HTTP. */
import { connect } from 'node:net';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFront } from '../../../src/server/front.ts';
import type { OrgThread } from '../../../src/server/orgThread.ts';
import type { ServedProcess } from '../../../bench/server/process.ts';
import { ask, createPath } from '../../../bench/server/client.ts';
import { processes, type Processes } from '../support/processes.ts';

const CREATE = createPath('Trip__c');

let served: Processes;
let server: ServedProcess;
let cookie: string;
let user: string;
beforeAll(async () => {
  served = await processes();
  server = await served.start();
  const page = await (await fetch(`${server.url}/login`)).text();
  user = /name="user" value="(\w+)"/.exec(page)?.[1] ?? '';
  const response = await send('POST', '/login', { headers: {}, body: `user=${user}` });
  cookie = String(response.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(() => served.clear());

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}
interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends the path and the headers as they are: `fetch` would mend or refuse them. */
function send(method: string, path: string, { headers = {}, body }: Sending = {}): Promise<Sent> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(parts).toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
const asClient = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${server.token}`,
  'content-type': 'application/json',
  ...more,
});

/** Writes bytes to a connection and gives all that comes back until it ends. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part: Buffer) => (answer += part.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
  });
}

describe('a body', () => {
  test.each<[string, string | Uint8Array, Readonly<Record<string, string>>, number, string]>([
    ['nested without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, {}, 400, 'JSON_PARSER_ERROR'],
    ['of bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), {}, 400, 'JSON_PARSER_ERROR'],
    [
      'in a character set nobody knows',
      '{}',
      { 'content-type': 'application/json; charset=klingon' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['packed and damaged', 'no gzip', { 'content-encoding': 'gzip' }, 400, 'INVALID_REQUEST'],
    ['packed in a way nobody knows', '{}', { 'content-encoding': 'zip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'that would fill the memory once unpacked',
      gzipSync(Buffer.alloc(60 * 1024 * 1024)),
      { 'content-encoding': 'gzip' },
      413,
      'REQUEST_LIMIT_EXCEEDED',
    ],
    ['larger than the platform takes', Buffer.alloc(51 * 1024 * 1024, ' '), {}, 413, 'REQUEST_LIMIT_EXCEEDED'],
  ])('%s is refused', async (_name, body, headers, status, errorCode) => {
    // A server that refuses early may close the connection while the client still writes.
    const answer = await send('POST', CREATE, { headers: asClient(headers), body }).catch(() => null);
    if (answer === null) {
      expect(status).toBe(413);
    } else {
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text)).toMatchObject([{ errorCode }]);
    }
    expect((await ask(server, 'GET', '/services/data')).status).toBe(200);
  });

  test('packed or in another character set is read', async () => {
    const packed = gzipSync('{"Name": "Packed"}');
    expect(
      (await send('POST', CREATE, { headers: asClient({ 'content-encoding': 'gzip' }), body: packed })).status,
    ).toBe(201);
    const latin = Buffer.from('{"Name": "Zürich"}', 'latin1');
    const headers = asClient({ 'content-type': 'application/json; charset=ISO-8859-1' });
    const { id } = JSON.parse((await send('POST', CREATE, { headers, body: latin })).text) as { readonly id: string };
    expect((await ask(server, 'GET', `${CREATE}/${id}`)).body).toMatchObject({ Name: 'Zürich' });
  });
});

describe('what is no proper request', () => {
  test.each([
    ['no HTTP', 'HELLO\r\n\r\n', '400 Bad Request'],
    [
      'a head without end',
      `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      '431 Request Header',
    ],
    [
      'two lengths',
      'POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400 Bad Request',
    ],
    [
      'a length and chunks',
      'POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400 Bad Request',
    ],
  ])('%s ends the connection with the platform kind of answer', async (_name, text, status) => {
    const answer = await raw(server.url, text);
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain('"errorCode"');
  });

  test('a client that is too slow is let go', async () => {
    const front = createFront({ org: {} as OrgThread, patience: 200 });
    const url = await front.listen({ port: 0, host: '127.0.0.1' });
    const answer = await raw(url, 'POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nab');
    expect(answer).toContain('HTTP/1.1 408 Request Timeout');
    await front.close();
  });

  test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE'])('%s of a page or a resource does nothing', async (method) => {
    expect((await send(method, '/lightning')).status).toBe(404);
    expect((await send(method, '/services/data', { headers: asClient() })).status).toBe(405);
  });

  test('a GET cannot pretend to be another method', async () => {
    const { body } = await ask(server, 'POST', CREATE, { Name: 'Stays' });
    const path = `${CREATE}/${(body as { readonly id: string }).id}`;
    await send('GET', `${path}?_HttpMethod=DELETE`, { headers: asClient({ 'x-http-method-override': 'DELETE' }) });
    expect((await ask(server, 'GET', path)).status).toBe(200);
  });
});

test.each([
  '/_/assets/icons/../../../../../../package.json',
  '/_/assets/icons/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
  '/_/assets/icons/..%5c..%5cpackage.json',
  '/_/vendor/%2e%2e/%2e%2e/package.json',
  '/_/modules/shell/..%2f..%2f..%2fhost.js',
  '/_/modules/..%2f..%2fserver/front.js',
  '/_/properties/shell/..%2f..%2fhost',
  '/_/resource/..%2f..%2fsessions.json',
  '/_/salesforce/c/..%2f..%2fpackage.json',
  '/lightning/%00',
  '/%',
])('%s gives no file', async (path) => {
  const { status, text } = await send('GET', path, { headers: { cookie } });
  expect(text).not.toContain('"dependencies"');
  expect(text).not.toContain('import ');
  expect(path === '/lightning/%00' ? 200 : status).toBeLessThan(500);
});

describe('a page of another origin', () => {
  const FOREIGN: readonly [string, () => Record<string, string>][] = [
    ['that says so', () => ({ origin: 'http://evil.example' })],
    ['on another port', () => ({ origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' })],
    ['without an origin', () => ({ origin: 'null' })],
    ['in a browser that tells the site only', () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })],
  ];
  test.each(FOREIGN)('%s cannot use the cookie of the person who is signed in', async (_name, headers) => {
    const body = JSON.stringify({ Name: 'Forged' });
    const type = 'application/json';
    const forged = await send('POST', CREATE, { headers: { ...headers(), cookie, 'content-type': type }, body });
    expect(forged.status).toBe(401);
    const clock = await send('POST', '/_/org/clock', { headers: { ...headers(), cookie }, body: '{"command":"stop"}' });
    expect(clock.status).toBe(401);
    expect((await send('GET', '/_/context.js', { headers: { ...headers(), cookie } })).text).not.toContain(user);
    expect((await send('POST', '/login', { headers: headers(), body: `user=${user}` })).status).toBe(403);
  });

  test('may link to us, and clients with a token are no pages', async () => {
    const link = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await send('GET', '/_/org/apps', { headers: link })).status).toBe(200);
    const origin = 'http://tool.example';
    expect((await send('GET', '/services/data/v67.0/limits', { headers: asClient({ origin }) })).status).toBe(200);
  });

  test('may not show ours in a frame', async () => {
    expect((await send('GET', '/lightning')).headers['content-security-policy']).toBe("frame-ancestors 'self'");
  });

  test.each([
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.example:8080', 403],
    ['[::1]:8080', 200],
    ['localhost', 200],
    ['tool.localhost:8080', 200],
    ['10.0.0.7', 200],
  ])('that calls us %s gets %i', async (host, status) => {
    expect((await send('GET', '/services/data', { headers: { host } })).status).toBe(status);
  });
});

describe('markup in what is asked', () => {
  const MARKUP = '"><script>alert(1)</script>';

  test('is text in the login page', async () => {
    const page = await send('GET', `/login?startURL=${encodeURIComponent(`/${MARKUP}`)}`);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&#60;script&#62;');
  });

  test.each([
    ['an unknown user', 'POST', '/login', `user=${encodeURIComponent(MARKUP)}`],
    ['an unknown path', 'GET', `/${encodeURIComponent(MARKUP)}`, undefined],
    ['an unknown object', 'GET', `/services/data/v67.0/sobjects/${encodeURIComponent(MARKUP)}`, undefined],
    ['an unknown module', 'GET', `/_/modules/c/${encodeURIComponent(MARKUP)}.js`, undefined],
  ] as const)('is no page in the answer to %s', async (_name, method, path, body) => {
    const answer = await send(method, path, { headers: asClient(), ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(String(answer.headers['content-type'])).not.toMatch(/html/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'a sign-in leads nowhere else: %s',
    async (startURL) => {
      const body = new URLSearchParams({ user, startURL }).toString();
      expect((await send('POST', '/login', { body })).headers['location']).toBe('/lightning');
    },
  );
});
