/** Gives access tokens. Source: Salesforce Help, "OAuth 2.0 Client Credentials Flow" and "OAuth 2.0 JWT Bearer Flow". */
import type { Row } from '../../data/store.ts';
import type { ApiResponse, Call } from '../api.ts';
import type { ServedOrg } from '../servedOrg.ts';
import { isSecret, type ClientApp } from './clients.ts';
import { OAuthError } from './errors.ts';
import { readAssertion } from './jwt.ts';

const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIFETIME = 2 * 3_600_000;
/** Scopes that a flow without a person can't have. Source: release notes of Winter '26, "no valid scopes defined". */
const PERSONAL: ReadonlySet<string> = new Set(['full', 'refresh_token', 'offline_access']);

export function giveToken(call: Call): ApiResponse {
  const form = formOf(call);
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return clientCredentials(call, form);
    case JWT: {
      const { app, username } = readAssertion(call.org, form.get('assertion') ?? '', call.request.origin);
      const user = userOf(call.org, username);
      if (user === null) {
        throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
      }
      return tokenFor(call, app, user, app.scopes);
    }
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

function clientCredentials(call: Call, form: URLSearchParams): ApiResponse {
  const app = provenClient(call, form);
  const user = app.policies.runAs === null ? null : userOf(call.org, app.policies.runAs);
  if (!app.policies.isClientCredentialsEnabled || user === null) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  const asked = form.get('scope')?.split(/[ ,]+/) ?? null;
  const scopes = app.scopes.filter((scope) => !PERSONAL.has(scope) && (asked === null || asked.includes(scope)));
  if (scopes.length === 0) {
    throw new OAuthError('invalid_grant', 'no valid scopes defined');
  }
  return tokenFor(call, app, user, scopes);
}

export function formOf({ request }: Call): URLSearchParams {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  for (const [name, value] of request.query) {
    if (!form.has(name)) {
      form.append(name, value);
    }
  }
  return form;
}

/** The client of a form or of a Basic header whose secret is right. */
export function provenClient(call: Call, form: URLSearchParams): ClientApp {
  const basic = /^Basic\s+(.+)$/i.exec(call.request.headers['authorization'] ?? '')?.[1];
  const [key, ...secret] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':');
  const app = call.org.clients.byKey(form.get('client_id') ?? key ?? '');
  if (app === null) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  if (!isSecret(app, form.get('client_secret') ?? secret.join(':'))) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  return app;
}

function userOf(org: ServedOrg, username: string): Row | null {
  const folded = username.toLowerCase();
  return (
    [...org.local.parts.store.rows('User')].find((row) => String(row['Username']).toLowerCase() === folded) ?? null
  );
}

function tokenFor(call: Call, app: ClientApp, user: Row, scopes: readonly string[]): ApiResponse {
  const { org, request } = call;
  if (user['IsActive'] !== true) {
    throw new OAuthError('inactive_user', 'user is inactive');
  }
  if (!isAdmitted(org, app, user.Id)) {
    throw new OAuthError('invalid_app_access', 'user is not admin approved to access this app');
  }
  const now = org.local.parts.context.clock.now();
  const session = org.sessions.open({
    userId: user.Id,
    kind: 'token',
    scopes: new Set(scopes),
    clientName: app.name,
    createdAt: now,
    expiresAt: now + LIFETIME,
  });
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      access_token: session.token,
      scope: scopes.join(' '),
      instance_url: request.origin,
      id: `${request.origin}/id/${org.local.parts.users.organizationId}/${user.Id}`,
      token_type: 'Bearer',
      issued_at: String(now),
      api_instance_url: request.origin,
    },
  };
}

/** Where the app is for approved users only, they need one of its permission sets. */
function isAdmitted(org: ServedOrg, app: ClientApp, userId: string): boolean {
  const { permissionSets } = app.policies;
  const { store } = org.local.parts;
  return (
    permissionSets === null ||
    store.findBy('PermissionSetAssignment', 'AssigneeId', userId).some((row) => {
      const name = store.get('PermissionSet', String(row['PermissionSetId']))?.['Name'];
      return typeof name === 'string' && permissionSets.includes(name);
    })
  );
}
