import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSecureServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { perform, type CalloutOutcome } from '../../src/callouts/perform.ts';
import type { CalloutRequest } from '../../src/runtime/runtime.ts';
import { selfSigned } from './support/selfSigned.ts';

async function exchange(listener: RequestListener, change: Partial<CalloutRequest> = {}): Promise<CalloutOutcome> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await perform({
      method: 'GET',
      endpoint: `http://127.0.0.1:${port}/path?q=1`,
      headers: [['X-One', 'two']],
      body: new Uint8Array(),
      timeoutMilliseconds: 5000,
      ...change,
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const textOf = (outcome: CalloutOutcome): string =>
  'response' in outcome ? Buffer.from(outcome.response.body).toString() : outcome.fault;

test('method, address, headers and body arrive; status, headers and body come back', async () => {
  const outcome = await exchange(
    (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(201, 'Made', { 'X-Answer': 'yes' });
        response.end(
          `${request.method ?? ''} ${request.url ?? ''} ${String(request.headers['x-one'])} ${Buffer.concat(parts).toString()}`,
        );
      });
    },
    { method: 'PATCH', body: Buffer.from('{}') },
  );
  expect(textOf(outcome)).toBe('PATCH /path?q=1 two {}');
  expect(outcome).toMatchObject({ response: { statusCode: 201, status: 'Made' } });
  expect('response' in outcome && outcome.response.headers).toContainEqual(['X-Answer', 'yes']);
});

test('a redirect is an answer: nobody follows it, so no credential travels on', async () => {
  let visits = 0;
  const outcome = await exchange(
    (_request, response) => {
      visits += 1;
      response.writeHead(302, { Location: '/elsewhere' }).end();
    },
    { headers: [['Authorization', 'Bearer x']] },
  );
  expect(outcome).toMatchObject({ response: { statusCode: 302 } });
  expect(visits).toBe(1);
});

test('a slow answer times out, a large one is refused, a packed one is unpacked', async () => {
  expect(textOf(await exchange(() => undefined, { timeoutMilliseconds: 50 }))).toBe('Read timed out');
  const large = await exchange((_request, response) => response.end('x'.repeat(2000)), { mostBytes: 1000 });
  expect(textOf(large)).toBe('Exceeded max size limit of 1000 with response size 2000');
  const packed = await exchange((_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('hello'));
  });
  expect(textOf(packed)).toBe('hello');
});

test('nobody there, and no address', async () => {
  expect(textOf(await exchange(() => undefined, { endpoint: 'http://127.0.0.1:1/' }))).toBe('Connection refused');
  expect(textOf(await exchange(() => undefined, { endpoint: 'not an address' }))).toBe(
    'Invalid endpoint: not an address',
  );
  expect(textOf(await exchange((request) => request.socket.destroy()))).toBe('Connection reset');
});

test('a certificate nobody vouches for ends the exchange before anything is sent', async () => {
  let visits = 0;
  const server = createSecureServer(selfSigned('localhost'), (_request, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await perform({
    method: 'GET',
    endpoint: `https://localhost:${port}/`,
    headers: [['Authorization', 'Bearer x']],
    body: new Uint8Array(),
    timeoutMilliseconds: 5000,
  });
  server.close();
  expect(textOf(outcome)).toBe(
    'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  );
  expect(visits).toBe(0);
});

test('an answer that breaks off midway is none', async () => {
  const outcome = await exchange((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half', () => response.destroy());
  });
  expect(textOf(outcome)).toBe('Connection reset');
});
