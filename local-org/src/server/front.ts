/**
 * The HTTP front: takes requests off the wire, hands those of the org to its thread, serves the browser's own files
 * itself, so that a busy Apex run never blocks a page that is loading.
 */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ApiRequest, ApiResponse, HttpMethod } from './api.ts';
import type { OrgThread } from './orgThread.ts';
import { addStream } from './stream.ts';

export interface FrontOptions {
  readonly org: OrgThread;
  /** Largest body of a request, in bytes; the platform's own is 50 MB for blobs. */
  readonly bodyLimit?: number;
}

const BODY_LIMIT = 50 * 1024 * 1024;

export function createFront(options: FrontOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: options.bodyLimit ?? BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreDuplicateSlashes: true },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
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
