/** JSON Web Tokens that a client signs for a user. Source: Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration". */
import { verify } from 'node:crypto';
import type { ServedOrg } from '../servedOrg.ts';
import { publicKeyOf, type ClientApp } from './clients.ts';
import { OAuthError } from './errors.ts';

export interface Assertion {
  readonly app: ClientApp;
  readonly username: string;
}

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const invalid = (description: string): OAuthError => new OAuthError('invalid_grant', description);

export function readAssertion(org: ServedOrg, text: string, origin: string): Assertion {
  const [head = '', body = '', signature = '', ...rest] = text.split('.');
  const header = part(head);
  const claims = part(body);
  if (rest.length > 0 || header === null || claims === null || header['alg'] !== 'RS256') {
    throw invalid('invalid assertion');
  }
  const app = typeof claims['iss'] === 'string' ? org.clients.byKey(claims['iss']) : null;
  if (app === null) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  const key = app.policies.certificate === null ? null : publicKeyOf(app.policies.certificate);
  if (key === null || !isSigned(key, `${head}.${body}`, signature)) {
    throw invalid('invalid assertion');
  }
  const audiences = [claims['aud']].flat();
  if (!audiences.some((one) => one === origin || LOGIN_HOSTS.includes(String(one)))) {
    throw invalid('audience is invalid');
  }
  const seconds = org.local.parts.context.clock.now() / 1000;
  if (typeof claims['exp'] !== 'number' || claims['exp'] <= seconds) {
    throw invalid('expired assertion');
  }
  const username = claims['sub'] ?? claims['prn'];
  if (typeof username !== 'string') {
    throw invalid('invalid assertion');
  }
  return { app, username };
}

function isSigned(key: NonNullable<ReturnType<typeof publicKeyOf>>, text: string, signature: string): boolean {
  try {
    return verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function part(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
