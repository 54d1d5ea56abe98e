/** Puts faces on HTTP: faults first, then who calls, then the handler; what comes out goes through the faults again. */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Call, Refusal, type Answer, type Face, type Route } from './call.ts';
import type { Fault, FaultKind } from './faults.ts';
import { Query, type Json } from './fields.ts';
import type { Service } from './service.ts';
import { emptied, halved, sleep, HTML_PAGE } from './spoil.ts';

const LARGEST_BODY = 10 * 1024 * 1024;

/** A server that leaves bodies as text: each face reads them its own way. */
export function newServer(): FastifyInstance {
  const server = Fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 2000 },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  return server;
}

export interface Mounted {
  readonly face: Face;
  /** In front of its paths. */
  readonly prefix: string;
}
export interface MountOptions {
  /** Leaves the face out of faults and of the log of requests. */
  readonly isApart?: boolean;
}

export function mount(
  server: FastifyInstance,
  face: Face,
  prefix: string,
  service: Service,
  { isApart = false }: MountOptions = {},
): void {
  const desk = new Desk(face, prefix, service, isApart);
  void server.register(
    (scope, _options, done) => {
      for (const one of face.routes) {
        scope.route({
          method: one.method,
          url: one.path,
          exposeHeadRoute: false,
          handler: (request, reply) => desk.handle(one, request, reply),
        });
      }
      done();
    },
    { prefix },
  );
}
/** Whatever address of a face has no route is refused in the face's own way. */
export function refuseUnknown(server: FastifyInstance, mounted: readonly Mounted[], service: Service): void {
  const desks = mounted.map(({ face, prefix }) => ({ prefix, desk: new Desk(face, prefix, service) }));
  server.setNotFoundHandler((request, reply) => {
    const owner = desks.find(({ prefix }) => request.url.startsWith(`${prefix}/`));
    return owner === undefined
      ? reply.code(404).send({ message: 'Not found' })
      : owner.desk.handle(null, request, reply);
  });
}

class Desk {
  readonly #face: Face;
  readonly #prefix: string;
  readonly #service: Service;
  readonly #isApart: boolean;
  /** The answer before, for each path: what a repeated page repeats. */
  readonly #earlier = new Map<string, { readonly query: string; readonly answer: Answer }>();

  constructor(face: Face, prefix: string, service: Service, isApart = false) {
    this.#face = face;
    this.#prefix = prefix;
    this.#service = service;
    this.#isApart = isApart;
  }

  async handle(found: Route | null, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const began = performance.now();
    const [path = '', query = ''] = request.url.split('?');
    const faults = this.#isApart ? [] : this.#service.faults.meeting('request', { method: request.method, path });
    const struck: FaultKind[] = [];
    const strike = (kind: FaultKind): Fault | undefined => {
      const fault = faults.find((one) => one.kind === kind);
      if (fault !== undefined) {
        fault.spend();
        struck.push(kind);
      }
      return fault;
    };
    const log = (status: number): void => {
      if (this.#isApart) {
        return;
      }
      this.#service.requests.add({
        at: this.#service.store.now(),
        face: this.#face.name,
        method: request.method,
        path: request.url,
        status,
        milliseconds: performance.now() - began,
        faults: struck,
      });
    };
    const late = strike('delay');
    if (late !== undefined) {
      await sleep(late.wish.delay ?? 1000);
    }
    if (strike('timeOut') !== undefined) {
      log(0);
      reply.hijack();
      return reply;
    }
    if (strike('reset') !== undefined) {
      log(0);
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return reply;
    }
    const call = this.#callOf(request, path, query);
    const spoiled = this.#spoiled(call, strike);
    const html = strike('html');
    if (html !== undefined) {
      log(html.wish.status ?? 200);
      return reply
        .code(html.wish.status ?? 200)
        .header('content-type', 'text/html; charset=utf-8')
        .send(HTML_PAGE);
    }
    const moved = faults.find(({ kind }) => kind === 'movedRows');
    call.shift = moved?.wish.rows ?? (moved === undefined ? 0 : 1);
    let answer = spoiled ?? (await this.#answer(found, call, strike));
    if (call.hasShifted) {
      moved?.spend();
      struck.push('movedRows');
    }
    answer = this.#repeated(request, path, query, answer, faults, struck);
    log(answer.status);
    if (strike('halfBody') !== undefined) {
      return halved(reply, answer);
    }
    return send(reply, answer, call);
  }

  #callOf(request: FastifyRequest, path: string, query: string): Call {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const text = typeof request.body === 'string' ? request.body : '';
    return new Call(
      {
        method: request.method,
        path: path.slice(this.#prefix.length),
        origin: `${request.protocol}://${request.host}${this.#prefix}`,
        params: request.params as Record<string, string>,
        query: new Query(new URLSearchParams(query)),
        headers,
        text,
      },
      this.#service,
    );
  }

  /** Answers of faults that stand in for the service's own. */
  #spoiled(call: Call, strike: (kind: FaultKind) => Fault | undefined): Answer | undefined {
    const statuses: readonly (readonly [FaultKind, number, string])[] = [
      ['tooManyRequests', 429, 'Too many requests'],
      ['paymentRequired', 402, 'You have hit your hourly limit for API calls.'],
      ['serverError', 500, 'Internal server error'],
      ['unavailable', 503, 'Service unavailable'],
    ];
    for (const [kind, status, message] of statuses) {
      const fault = strike(kind);
      if (fault !== undefined) {
        const { retryAfter } = fault.wish;
        const answer = this.#face.refusal(status, message, call);
        return retryAfter === undefined
          ? answer
          : { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfter) } };
      }
    }
    return undefined;
  }

  async #answer(found: Route | null, call: Call, strike: (kind: FaultKind) => Fault | undefined): Promise<Answer> {
    try {
      if (strike('wrongKeyEmpty') !== undefined) {
        return await this.#asIfWrong(found, call);
      }
      return await this.#honest(found, call);
    } catch (error) {
      if (error instanceof Refusal) {
        return error.answer;
      }
      console.error(`${call.parts.method} ${call.parts.path}:`, error);
      return this.#face.refusal(500, 'Internal server error', call);
    }
  }
  async #honest(found: Route | null, call: Call): Promise<Answer> {
    if (found?.isOpen !== true) {
      this.#face.admit(call);
    }
    if (found === null) {
      return this.#face.refusal(404, 'Not Found', call);
    }
    return found.handler(this.#withBody(call));
  }
  #withBody(call: Call): Call {
    const { text, headers } = call.parts;
    if (text !== '') {
      const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
      try {
        const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as Json);
        call.receive(body);
      } catch {
        throw new Refusal(this.#face.refusal(400, 'The body is no valid JSON', call));
      }
    }
    return call;
  }
  async #asIfWrong(found: Route | null, call: Call): Promise<Answer> {
    if (this.#face.identityPath.test(call.parts.path)) {
      return this.#face.refusal(401, 'Unauthorized', call);
    }
    return emptied(await this.#honest(found, call));
  }

  #repeated(
    request: FastifyRequest,
    path: string,
    query: string,
    answer: Answer,
    faults: readonly Fault[],
    struck: FaultKind[],
  ): Answer {
    const key = `${request.method} ${path}`;
    const asked = `${query} ${typeof request.body === 'string' ? request.body : ''}`;
    const earlier = this.#earlier.get(key);
    const fault = faults.find(({ kind }) => kind === 'repeatedPage');
    if (fault !== undefined && earlier !== undefined && earlier.query !== asked && answer.status === 200) {
      fault.spend();
      struck.push('repeatedPage');
      return earlier.answer;
    }
    if (answer.status === 200) {
      this.#earlier.set(key, { query: asked, answer });
    }
    return answer;
  }
}

function send(reply: FastifyReply, answer: Answer, call: Call): FastifyReply {
  void reply.code(answer.status).headers({ ...call.extraHeaders, ...answer.headers });
  if (answer.body === undefined) {
    return reply.send();
  }
  if (!reply.hasHeader('content-type')) {
    void reply.header('content-type', 'application/json; charset=utf-8');
  }
  return reply.send(JSON.stringify(answer.body));
}
