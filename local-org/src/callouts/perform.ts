/** One HTTP exchange for an org, over Node's own client: bounded in time and size, no redirect followed. */
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { CalloutRequest, CalloutResponse } from '../runtime/runtime.ts';

export type CalloutOutcome = { readonly response: CalloutResponse } | { readonly fault: string };

const DEFAULT_LIMIT = 12_000_000;
/** What the client sets by itself. */
const OWN_HEADERS = new Set(['content-length', 'transfer-encoding', 'connection', 'host']);

export function perform(asked: CalloutRequest): Promise<CalloutOutcome> {
  return new Promise((resolve) => {
    let url: URL;
    try {
      url = new URL(asked.endpoint);
    } catch {
      resolve({ fault: `Invalid endpoint: ${asked.endpoint}` });
      return;
    }
    const limit = asked.mostBytes ?? DEFAULT_LIMIT;
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const outgoing = send(url, { method: asked.method, headers: headersOf(asked), agent: false });
    const end = (outcome: CalloutOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      outgoing.destroy();
    };
    const timer = setTimeout(() => {
      end({ fault: 'Read timed out' });
    }, asked.timeoutMilliseconds);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      end({ fault: faultText(error, url) });
    });
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = [];
      let size = 0;
      incoming.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size > limit) {
          end({ fault: `Exceeded max size limit of ${limit} with response size ${size}` });
        }
      });
      incoming.on('error', (error: NodeJS.ErrnoException) => {
        end({ fault: faultText(error, url) });
      });
      incoming.on('end', () => {
        end(outcomeOf(incoming, Buffer.concat(parts), limit));
      });
    });
    outgoing.end(asked.body);
  });
}

function headersOf({ headers, body, method }: CalloutRequest): Record<string, string> {
  const named = Object.fromEntries(headers.filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())));
  const hasBody = body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(method.toUpperCase());
  return { ...named, ...(hasBody ? { 'Content-Length': String(body.length) } : {}) };
}

function outcomeOf(incoming: IncomingMessage, raw: Buffer, limit: number): CalloutOutcome {
  let body: Uint8Array;
  try {
    body = decoded(raw, String(incoming.headers['content-encoding'] ?? ''), limit);
  } catch {
    return { fault: `Exceeded max size limit of ${limit}, or the response can't be decompressed` };
  }
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.push([incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '']);
  }
  return {
    response: {
      status: incoming.statusMessage ?? '',
      statusCode: incoming.statusCode ?? 0,
      headers,
      body: new Uint8Array(body),
    },
  };
}

function decoded(raw: Buffer, encoding: string, limit: number): Buffer {
  const bounds = { maxOutputLength: limit };
  switch (encoding.toLowerCase()) {
    case 'gzip':
      return gunzipSync(raw, bounds);
    case 'deflate':
      return inflateSync(raw, bounds);
    case 'br':
      return brotliDecompressSync(raw, bounds);
    default:
      return raw;
  }
}

/** In the words of the platform's client, which is Java's. */
function faultText(error: NodeJS.ErrnoException, url: URL): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'Connection refused';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return url.hostname;
    case 'ECONNRESET':
    case 'EPIPE':
      return 'Connection reset';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';
    case 'CERT_HAS_EXPIRED':
      return 'PKIX path validation failed: validity check failed';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `No subject alternative names matching ${url.hostname} found`;
    default:
      return error.message;
  }
}
