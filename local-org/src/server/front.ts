/**
 * The HTTP front: takes requests off the wire, hands those of the org to its thread, serves the browser's own files
 * itself, so that a busy Apex run never blocks a page that is loading.
 */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { ApiRequest, ApiResponse, HttpMethod } from './api.ts';
import { unpacked } from './bodies.ts';
import { isOwnHost } from './crossOrigin.ts';
import { ApiError, type ApiFault } from './errors.ts';
import type { OrgThread } from './orgThread.ts';
import { addStream } from './stream.ts';

export interface FrontOptions {
  readonly org: OrgThread;
  /** Largest body of a request, in bytes; the platform's own is 50 MB for blobs. */
  readonly bodyLimit?: number;
  /** Milliseconds a client may take to send a request. */
  readonly patience?: number;
  /** What the server listens on. */
  readonly host?: string;
}

const BODY_LIMIT = 50 * 1024 * 1024;
const PATIENCE = 60_000;
const LARGEST_HEAD = 32 * 1024;
const LONGEST_CHECK = 5000;
const INVALID_ADDRESS: readonly ApiFault[] = [{ errorCode: 'INVALID_REQUEST', message: 'The address is not valid' }];
const NOT_FOUND: readonly ApiFault[] = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
const FOREIGN_HOST: readonly ApiFault[] = [
  {
    errorCode: 'FORBIDDEN',
    message: 'This server does not answer to that name. Use its address, or start it with --host <name>.',
  },
];
const UNREADABLE_OTHERWISE = ['400 Bad Request', { errorCode: 'INVALID_REQUEST', message: 'This is no HTTP' }] as const;
const UNREADABLE: Readonly<Record<string, readonly [string, ApiFault]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'The header of the request is too large' },
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    { errorCode: 'REQUEST_TIMEOUT', message: 'The request did not come in time' },
  ],
};

export function createFront(options: FrontOptions): FastifyInstance {
  const limit = options.bodyLimit ?? BODY_LIMIT;
  const patience = options.patience ?? PATIENCE;
  const host = options.host ?? '127.0.0.1';
  const app = Fastify({
    bodyLimit: limit,
    requestTimeout: patience,
    forceCloseConnections: true,
    http: {
      maxHeaderSize: LARGEST_HEAD,
      headersTimeout: patience,
      connectionsCheckingInterval: Math.min(patience, LONGEST_CHECK),
    },
    clientErrorHandler: refuseUnreadable,
    // A path that can't be decoded.
    frameworkErrors: (_error, _request, reply) => {
      void (reply as FastifyReply).code(400).send(INVALID_ADDRESS);
    },
    routerOptions: { ignoreDuplicateSlashes: true },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, unpacked(body as Buffer, request.headers['content-encoding'], limit));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('content-security-policy', "frame-ancestors 'self'");
    if (isOwnHost(request.headers.host, host)) {
      done();
    } else {
      void reply.code(403).send(FOREIGN_HOST);
    }
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(NOT_FOUND));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof ApiError) {
      void reply.code(error.status).send(error.faults);
      return;
    }
    const status = error.statusCode ?? 500;
    const errorCode =
      status === 413 ? 'REQUEST_LIMIT_EXCEEDED' : status < 500 ? 'INVALID_REQUEST' : 'UNKNOWN_EXCEPTION';
    void reply
      .code(status)
      .send([{ errorCode, message: status < 500 ? error.message : 'An unexpected error occurred' }]);
  });
  for (const path of [
    '/services/*',
    '/login',
    '/logout',
    '/_/context.js',
    '/_/salesforce/*',
    '/_/resource/*',
    '/_/org/*',
    '/id/*',
    '/:site/services/*',
  ]) {
    app.all(path, (request, reply) => toOrg(options.org, request, reply));
  }
  addStream(app, options.org);
  return app;
}

/** What is no HTTP, too large a head, or too slow never becomes a request: the connection gets its answer and ends. */
function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  const [line, fault] = UNREADABLE[error.code ?? ''] ?? UNREADABLE_OTHERWISE;
  if (socket.writable && error.code !== 'ECONNRESET') {
    const body = JSON.stringify([fault]);
    socket.end(
      `HTTP/1.1 ${line}\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  } else {
    socket.destroy();
  }
}

/** Hands a request to the org and its answer back. */
export async function toOrg(org: OrgThread, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendAnswer(reply, await org.request(apiRequest(request)));
}

export function sendAnswer(reply: FastifyReply, response: ApiResponse): FastifyReply {
  void reply.code(response.status).headers(response.headers ?? {});
  const { body } = response;
  if (body === null) {
    return reply.send();
  }
  if (body instanceof Uint8Array) {
    return reply.send(Buffer.from(body));
  }
  return typeof body === 'string'
    ? reply.send(body)
    : reply.header('content-type', 'application/json;charset=UTF-8').send(JSON.stringify(body));
}

export function apiRequest(request: FastifyRequest): ApiRequest {
  // Some clients join their address and the path with two slashes.
  const url = new URL(request.url.replace(/^\/+/, '/'), 'http://local');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: request.method as HttpMethod,
    path: url.pathname,
    query: [...url.searchParams],
    headers,
    writtenHeaders: pairs(request.raw.rawHeaders),
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    origin: `${request.protocol}://${request.host}`,
    remoteAddress: request.ip,
  };
}

function pairs(list: readonly string[]): readonly (readonly [string, string])[] {
  return list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ''] as const] : []));
}
