/** OAuth: tokens, who they stand for, what they are worth, their end; and the apps that may ask for them. */
import { ok, type ApiResponse, type Call, type Route, type UserCall } from '../api.ts';
import { badRequest, notFound } from '../errors.ts';
import { proveAdministrator } from '../sites/index.ts';
import { publicKeyOf, withoutSecret, type ClientPolicies } from './clients.ts';
import { OAuthError, oauthError } from './errors.ts';
import { identity, userInfo } from './identity.ts';
import { formOf, giveToken, provenClient } from './token.ts';

const guarded =
  (handle: (call: Call) => ApiResponse) =>
  (call: Call): ApiResponse => {
    try {
      return handle(call);
    } catch (error) {
      if (error instanceof OAuthError) {
        return oauthError(error);
      }
      throw error;
    }
  };

export const OAUTH_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/services/oauth2/token', access: 'public', handle: guarded(giveToken) },
  { method: 'POST', path: '/services/oauth2/revoke', access: 'public', handle: guarded(revoke) },
  { method: 'GET', path: '/services/oauth2/revoke', access: 'public', handle: guarded(revoke) },
  { method: 'POST', path: '/services/oauth2/introspect', access: 'public', handle: guarded(introspect) },
  { method: 'GET', path: '/services/oauth2/userinfo', access: 'public', handle: userInfo },
  { method: 'POST', path: '/services/oauth2/userinfo', access: 'public', handle: userInfo },
  { method: 'GET', path: '/id/:organization/:user', access: 'public', handle: identity },
  { method: 'GET', path: '/_/org/clients', access: 'ui', handle: listClients },
  { method: 'PUT', path: '/_/org/clients/:name', access: 'ui', handle: decide },
];

function revoke(call: Call): ApiResponse {
  const session = call.org.sessions.find(formOf(call).get('token') ?? '');
  if (session === null) {
    throw new OAuthError('unsupported_token_type', 'this token type is not supported');
  }
  call.org.sessions.close(session);
  return { status: 200, body: null };
}

/** A client may ask about the tokens it got; about all others it learns nothing. */
function introspect(call: Call): ApiResponse {
  const form = formOf(call);
  const app = provenClient(call, form);
  const session = call.org.sessions.find(form.get('token') ?? '');
  if (session === null || session.clientName !== app.name) {
    return ok({ active: false });
  }
  const user = call.org.local.parts.store.get('User', session.userId);
  const seconds = (instant: number): number => Math.floor(instant / 1000);
  return ok({
    active: true,
    scope: [...session.scopes].join(' '),
    client_id: app.key,
    username: user?.['Username'] ?? null,
    sub: `${call.request.origin}/id/${call.org.local.parts.users.organizationId}/${session.userId}`,
    token_type: 'access_token',
    ...(session.expiresAt === undefined ? {} : { exp: seconds(session.expiresAt) }),
    iat: seconds(session.createdAt),
    nbf: seconds(session.createdAt),
  });
}

/** Keys and policies. Secrets are shown once, on the developer pages. */
function listClients(call: UserCall): ApiResponse {
  proveAdministrator(call);
  return ok({ clients: call.org.clients.all.map(withoutSecret) });
}

function decide(call: UserCall): ApiResponse {
  proveAdministrator(call);
  const app = call.org.clients.byName(call.params['name'] ?? '');
  if (app === null) {
    throw notFound();
  }
  const body = (call.json() ?? {}) as Partial<Record<keyof ClientPolicies, unknown>>;
  const text = (name: 'runAs' | 'certificate'): string | null => {
    const value = body[name];
    return value === undefined ? app.policies[name] : typeof value === 'string' && value !== '' ? value : null;
  };
  const certificate = text('certificate');
  if (certificate !== null && publicKeyOf(certificate) === null) {
    throw badRequest('INVALID_INPUT', 'The certificate is not a certificate or public key in PEM', ['certificate']);
  }
  const sets = body.permissionSets;
  call.org.clients.decide(app.name, {
    isClientCredentialsEnabled:
      body.isClientCredentialsEnabled === undefined
        ? app.policies.isClientCredentialsEnabled
        : body.isClientCredentialsEnabled === true,
    runAs: text('runAs'),
    certificate,
    permissionSets: sets === undefined ? app.policies.permissionSets : Array.isArray(sets) ? sets.map(String) : null,
  });
  const decided = call.org.clients.byName(app.name);
  return ok({ client: decided === null ? null : withoutSecret(decided) });
}
