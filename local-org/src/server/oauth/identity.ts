/** Who a token stands for. Source: Salesforce Help, "Identity URLs" and "UserInfo Endpoint". */
import type { ApiResponse, Call } from '../api.ts';
import { ok } from '../api.ts';
import type { Session } from '../sessions.ts';

type Json = Readonly<Record<string, unknown>>;

const plain = (status: number, body: string): ApiResponse => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  body,
});
const IDENTITY_SCOPES = ['id', 'openid', 'profile', 'full', 'api', 'web'];

/** The session of a token that may tell who it is; else why not. */
function identified(call: Call): Session | ApiResponse {
  const given = call.request.headers['authorization'] ?? call.param('access_token') ?? call.param('oauth_token');
  if (given === null && call.session === null) {
    return plain(403, 'Missing_OAuth_Token');
  }
  const session = call.session ?? call.org.sessions.find(call.param('access_token') ?? call.param('oauth_token') ?? '');
  if (session === null) {
    return plain(403, 'Bad_OAuth_Token');
  }
  const mayTell = session.kind === 'browser' || IDENTITY_SCOPES.some((scope) => session.scopes.has(scope));
  return mayTell ? session : plain(403, 'Wrong_Scope');
}

export function userInfo(call: Call): ApiResponse {
  const session = identified(call);
  return 'status' in session ? session : ok(openIdClaims(call, session.userId));
}

function openIdClaims(call: Call, userId: string): Json {
  const { store, users } = call.org.local.parts;
  const user = store.get('User', userId) ?? { Id: userId };
  const value = (name: string): unknown => (user as Json)[name] ?? null;
  return {
    sub: `${call.request.origin}/id/${users.organizationId}/${userId}`,
    user_id: userId,
    organization_id: users.organizationId,
    preferred_username: value('Username'),
    nickname: value('CommunityNickname'),
    name: value('Name'),
    email: value('Email'),
    email_verified: true,
    given_name: value('FirstName'),
    family_name: value('LastName'),
    zoneinfo: value('TimeZoneSidKey'),
    active: value('IsActive'),
    user_type: String(value('UserType')).toUpperCase(),
    language: value('LanguageLocaleKey'),
    locale: value('LocaleSidKey'),
    urls: urlsOf(call, userId),
    is_app_installed: true,
  };
}

function urlsOf(call: Call, userId: string): Json {
  const { origin } = call.request;
  return {
    rest: `${origin}/services/data/v{version}/`,
    sobjects: `${origin}/services/data/v{version}/sobjects/`,
    query: `${origin}/services/data/v{version}/query/`,
    search: `${origin}/services/data/v{version}/search/`,
    recent: `${origin}/services/data/v{version}/recent/`,
    tooling_rest: `${origin}/services/data/v{version}/tooling/`,
    profile: `${origin}/${userId}`,
    custom_domain: origin,
  };
}

export function identity(call: Call): ApiResponse {
  const session = identified(call);
  if ('status' in session) {
    return session;
  }
  const { organizationId } = call.org.local.parts.users;
  const { organization = '', user: userId = '' } = call.params;
  if (
    organizationId.slice(0, 15) !== organization.slice(0, 15) ||
    session.userId.slice(0, 15) !== userId.slice(0, 15)
  ) {
    return plain(403, 'Wrong_Org');
  }
  const claims = openIdClaims(call, session.userId);
  return ok({
    id: claims['sub'],
    asserted_user: true,
    user_id: session.userId,
    organization_id: organizationId,
    username: claims['preferred_username'],
    nick_name: claims['nickname'],
    display_name: claims['name'],
    email: claims['email'],
    email_verified: true,
    first_name: claims['given_name'],
    last_name: claims['family_name'],
    timezone: claims['zoneinfo'],
    photos: {},
    urls: claims['urls'],
    active: claims['active'],
    user_type: claims['user_type'],
    language: claims['language'],
    locale: claims['locale'],
    utcOffset: 0,
    is_app_installed: true,
  });
}
