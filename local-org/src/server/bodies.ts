/** Bodies of requests as clients send them: packed or not, in some character set, nested no deeper than anybody needs. */
import { gunzipSync, inflateSync } from 'node:zlib';
import { ApiError, badRequest } from './errors.ts';

/** Nobody nests so deep; what does means to exhaust the stack. */
const DEEPEST = 1000;
const [OPENING, CLOSING] = ['[{', ']}'];

/** Unpacks what is packed; throws where it is damaged or would be larger than `limit`. */
export function unpacked(body: Uint8Array, encoding: string | undefined, limit: number): Uint8Array {
  const bounds = { maxOutputLength: limit };
  try {
    switch (encoding?.toLowerCase()) {
      case undefined:
      case '':
      case 'identity':
        return body;
      case 'gzip':
        return gunzipSync(body, bounds);
      case 'deflate':
        return inflateSync(body, bounds);
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new ApiError(413, { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Request body is too large' })
      : badRequest('INVALID_REQUEST', `The body is not ${encoding ?? ''}`);
  }
  throw new ApiError(415, {
    errorCode: 'UNSUPPORTED_MEDIA_TYPE',
    message: `Content-Encoding '${encoding}' not supported`,
  });
}

/** The body as text in the character set its content type names, UTF-8 without one. */
export function textOf(body: Uint8Array, contentType: string | undefined): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new ApiError(415, { errorCode: 'UNSUPPORTED_MEDIA_TYPE', message: `Charset '${charset}' not supported` });
  }
  try {
    return decoder.decode(body);
  } catch {
    throw badRequest('JSON_PARSER_ERROR', `The body is not valid ${charset.toUpperCase()}`);
  }
}

export function parseJson(text: string): unknown {
  if (text.trim() === '') {
    return null;
  }
  if (isTooDeep(text)) {
    throw badRequest('JSON_PARSER_ERROR', `The body is nested deeper than ${DEEPEST} levels`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw badRequest('JSON_PARSER_ERROR', (error as Error).message);
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (isInText) {
      if (character === '\\') {
        index += 1;
      } else {
        isInText = character !== '"';
      }
    } else if (character === '"') {
      isInText = true;
    } else if (OPENING.includes(character)) {
      depth += 1;
      if (depth > DEEPEST) {
        return true;
      }
    } else if (CLOSING.includes(character)) {
      depth -= 1;
    }
  }
  return false;
}
