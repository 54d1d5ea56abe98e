/** Ways to spoil an answer that was right. */
import type { FastifyReply } from 'fastify';
import type { Answer } from './call.ts';

/** What proxies and sign-in pages put in the place of an answer. */
export const HTML_PAGE =
  '<!DOCTYPE html><html lang="en"><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>';

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Announces the whole body, sends half of it and cuts the connection. */
export function halved(reply: FastifyReply, answer: Answer): FastifyReply {
  const body = Buffer.from(JSON.stringify(answer.body ?? {}));
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...answer.headers,
  });
  raw.write(body.subarray(0, Math.floor(body.length / 2)), () => raw.socket?.end());
  return reply;
}

const COUNTS = new Set(['total', 'total_count', 'total_entries', 'total_pages', 'last_page']);
const COUNT_HEADERS = /^(x-total-count|x-records|x-total-pages|x-pages)$/i;
const NEXT_HEADERS = /^(x-next-id|x-next-row-number)$/i;

/** The answer as it would be for an account with nothing in it. What is no list stays as it is. */
export function emptied(answer: Answer): Answer {
  if (answer.status !== 200) {
    return answer;
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {})
      .filter(([name]) => !NEXT_HEADERS.test(name))
      .map(([name, value]) => [name, COUNT_HEADERS.test(name) ? '0' : name === 'Last-Page' ? 'true' : value]),
  );
  return { ...answer, headers, body: withoutRows(answer.body) };
}
function withoutRows(body: unknown): unknown {
  if (Array.isArray(body)) {
    return [];
  }
  if (body === null || typeof body !== 'object' || !Object.values(body).some(Array.isArray)) {
    return body;
  }
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, withoutRow(name, value)]));
}
function withoutRow(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return [];
  }
  if (COUNTS.has(name)) {
    return 0;
  }
  if (/^next/.test(name)) {
    return null;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, withoutRow(inner, one)]));
  }
  return value;
}
