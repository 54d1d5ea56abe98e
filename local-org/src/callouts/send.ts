/**
 * A callout as the platform makes it: a plain address must be a remote site; `callout:Name/path` takes address, headers
 * and authorization from the named credential and the principal the user may use. Redirects are answers like any other:
 * the platform follows none, so a credential never travels to another host.
 */
import type { Principal, Secrets } from './credentialStore.ts';
import {
  allowsNamespace,
  headersOf,
  originOf,
  principalName,
  principalsOf,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from './definitions.ts';
import { hasMergeField, merge, MergeFault } from './mergeFields.ts';
import { mayUse } from './principalAccess.ts';
import { executionContext } from '../async/executionContext.ts';
import type { CalloutRequest, CalloutResponse, Runtime } from '../runtime/runtime.ts';

/** Why a callout did not happen: the message of the CalloutException. */
export class CalloutFault extends Error {}

const TIME = Symbol('time spent in callouts');
/** Apex Developer Guide, "Callout Limits and Limitations". */
const MOST_TIME = 120_000;
const SYNCHRONOUS_SIZE = 6_000_000;
const ASYNCHRONOUS_SIZE = 12_000_000;
const NAMED = /^callout:([^/?#]+)(.*)$/is;

interface Prepared {
  readonly request: CalloutRequest;
  /** Gets a new token when the service refuses the one it was sent; null where there is none to get. */
  readonly renew: (() => Prepared) | null;
  readonly renewsAt: ReadonlySet<number>;
}
interface Using {
  readonly named: NamedCredentialDefinition;
  readonly external: ExternalCredentialDefinition;
  readonly principal: Principal;
  readonly secrets: Secrets;
}

/** Null where the org has no way out. */
export function callOut(runtime: Runtime, asked: CalloutRequest): CalloutResponse | null {
  const limit = executionContext(runtime).isAsync ? ASYNCHRONOUS_SIZE : SYNCHRONOUS_SIZE;
  if (asked.body.length > limit) {
    throw new CalloutFault(`Exceeded max size limit of ${limit} with request size ${asked.body.length}`);
  }
  const prepared = prepare(runtime, asked);
  let response = exchange(runtime, prepared.request, limit);
  if (response !== null && prepared.renew !== null && prepared.renewsAt.has(response.statusCode)) {
    response = exchange(runtime, prepared.renew().request, limit);
  }
  return response;
}

function exchange(runtime: Runtime, request: CalloutRequest, limit: number): CalloutResponse | null {
  const spent = (runtime.transactionState.get(TIME) as number | undefined) ?? 0;
  const left = MOST_TIME - spent;
  if (left <= 0) {
    throw new CalloutFault(`Exceeded maximum time allotted for callout (${MOST_TIME} ms)`);
  }
  const begin = performance.now();
  try {
    const timeoutMilliseconds = Math.min(request.timeoutMilliseconds, left);
    return runtime.org.callouts.send({ ...request, timeoutMilliseconds, mostBytes: limit });
  } finally {
    runtime.transactionState.set(TIME, spent + performance.now() - begin);
  }
}

function prepare(runtime: Runtime, asked: CalloutRequest): Prepared {
  const { credentials } = runtime.org;
  const found = NAMED.exec(asked.endpoint);
  if (found === null) {
    if (!credentials.isRemoteSite(originOf(asked.endpoint))) {
      throw new CalloutFault(
        `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${asked.endpoint}`,
      );
    }
    return { request: asked, renew: null, renewsAt: new Set() };
  }
  const [, name = '', path = ''] = found;
  const named = credentials.findNamed(name, runtime.namespace);
  const isForeign =
    named !== null && runtime.org.packages.has(runtime.namespace) && !allowsNamespace(named, runtime.namespace);
  if (named?.isEnabled !== true || isForeign) {
    throw new CalloutFault(
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    );
  }
  const request = { ...asked, endpoint: join(named.url, path) };
  return named.externalCredential === null
    ? { request: withLegacy(request, named), renew: null, renewsAt: new Set() }
    : withExternal(runtime, request, named, named.externalCredential);
}

const join = (base: string, path: string): string =>
  base.endsWith('/') && path.startsWith('/') ? base + path.slice(1) : base + path;

function withLegacy(request: CalloutRequest, named: NamedCredentialDefinition): CalloutRequest {
  if (named.legacy === null) {
    return request;
  }
  const { username, password } = named.legacy;
  const values: Readonly<Record<string, string>> = { username, password };
  const merged = mergeRequest(request, named, ([field = '']) => values[field.toLowerCase()] ?? null);
  return {
    ...merged,
    headers: named.generatesAuthorization
      ? withHeader(merged.headers, 'Authorization', basic(username, password))
      : merged.headers,
    secrets: [password, basic(username, password)],
  };
}

function withExternal(
  runtime: Runtime,
  request: CalloutRequest,
  named: NamedCredentialDefinition,
  externalName: string,
): Prepared {
  const using = principalFor(runtime, named, externalName);
  const { external } = using;
  const isOAuth = external.protocol === 'OAuth' && external.variant !== 'NoAuthentication';
  if (isOAuth && !(external.variant ?? '').startsWith('ClientCredentialsClientSecret')) {
    runtime.unsupported(`Callouts with the OAuth flow ${external.variant ?? 'of an authentication provider'}`);
  }
  if (['AwsSv4', 'Jwt'].includes(external.protocol)) {
    runtime.unsupported(`Callouts with the authentication protocol ${external.protocol}`);
  }
  if (!isOAuth) {
    return { request: authorize(request, using, null), renew: null, renewsAt: new Set() };
  }
  const { tokens } = runtime.org.credentials;
  const key = `${external.name}/${using.principal.name}`.toLowerCase();
  const send = (token: string): CalloutRequest => authorize(request, using, token);
  const renew = (): Prepared => {
    const token = fetchToken(runtime, using);
    tokens.set(key, token);
    return { request: send(token), renew: null, renewsAt: new Set() };
  };
  const known = tokens.get(key);
  const codes = external.parameters
    .filter((one) => one.type === 'AdditionalRefreshStatusCode')
    .map((one) => Number(one.value));
  return known === undefined ? renew() : { request: send(known), renew, renewsAt: new Set([401, ...codes]) };
}

function principalFor(runtime: Runtime, named: NamedCredentialDefinition, externalName: string): Using {
  const { credentials } = runtime.org;
  const external = credentials.findExternal(externalName, named.namespace);
  for (const parameter of external === null ? [] : principalsOf(external)) {
    const principal: Principal = {
      externalCredential: external?.name ?? externalName,
      name: principalName(parameter),
      type: parameter.type,
      userId: parameter.type === 'PerUserPrincipal' ? runtime.access.userId : null,
    };
    if (external !== null && mayUse(runtime, credentials, principal)) {
      const isReadable = mayReadTokens(runtime);
      const secrets = isReadable ? credentials.secrets(principal) : null;
      const needsNone = external.variant === 'NoAuthentication' || external.protocol === 'NoAuthentication';
      if (secrets !== null || needsNone || (isReadable && external.protocol === 'Custom')) {
        return { named, external, principal, secrets: secrets ?? {} };
      }
    }
  }
  throw new CalloutFault(
    `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${externalName}" might not exist.`,
  );
}

/** Stored tokens belong to User External Credentials (Salesforce Help, "Enable User External Credentials"). */
function mayReadTokens(runtime: Runtime): boolean {
  const { schema, security } = runtime.org;
  const object = schema.find('UserExternalCredential');
  return object === null || security.objectAccess(runtime.access.userId, object).read;
}

/** Secrets are found by their key in any case, with or without the name of the external credential before it. */
function lookupIn({ external, secrets }: Using, token: string | null): (path: readonly string[]) => string | null {
  const own = external.name.toLowerCase();
  const bare = external.namespace === '' ? own : own.slice(external.namespace.length + 2);
  return (path) => {
    const [head = '', field] = path.map((part) => part.toLowerCase());
    const key = field === undefined ? head : head === own || head === bare ? field : null;
    if (key === 'oauthtoken') {
      return token;
    }
    const found = Object.entries(secrets).find(([name]) => name.toLowerCase() === key);
    return found?.[1].value ?? null;
  };
}

function authorize(request: CalloutRequest, using: Using, token: string | null): CalloutRequest {
  const { named, external, secrets } = using;
  const lookup = lookupIn(using, token);
  const merged = mergeRequest(request, named, lookup);
  let { headers } = merged;
  for (const [name, value] of [...headersOf(external.parameters), ...named.headers]) {
    headers = withHeader(headers, name, mergeText(value, lookup));
  }
  const username = lookup(['username']) ?? '';
  const password = lookup(['password']) ?? '';
  if (named.generatesAuthorization && external.protocol === 'Basic') {
    headers = withHeader(headers, 'Authorization', basic(username, password));
  } else if (named.generatesAuthorization && token !== null) {
    headers = withHeader(headers, 'Authorization', `Bearer ${token}`);
  }
  const hidden = Object.values(secrets).filter((one) => one.isEncrypted);
  return {
    ...merged,
    headers,
    secrets: [...hidden.map((one) => one.value), basic(username, password), ...(token === null ? [] : [token])],
  };
}

function mergeText(text: string, lookup: (path: readonly string[]) => string | null): string {
  try {
    return hasMergeField(text) || text.includes('{!') ? merge(text, lookup) : text;
  } catch (fault) {
    throw fault instanceof MergeFault ? new CalloutFault(fault.message) : fault;
  }
}

/** Fields in what the code wrote, where the named credential allows them. */
function mergeRequest(
  request: CalloutRequest,
  named: NamedCredentialDefinition,
  lookup: (path: readonly string[]) => string | null,
): CalloutRequest {
  const text = named.mergesInBody ? Buffer.from(request.body).toString('utf8') : '';
  return {
    ...request,
    headers: named.mergesInHeader
      ? request.headers.map(([name, value]) => [name, hasMergeField(value) ? mergeText(value, lookup) : value] as const)
      : request.headers,
    body: hasMergeField(text) ? Buffer.from(mergeText(text, lookup)) : request.body,
  };
}

const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** A header of a credential takes the place of one the code set. */
function withHeader(headers: CalloutRequest['headers'], name: string, value: string): CalloutRequest['headers'] {
  return [...headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase()), [name, value]];
}

function fetchToken(runtime: Runtime, using: Using): string {
  const { external, secrets } = using;
  const lookup = lookupIn(using, null);
  const endpoint = external.parameters.find((one) => one.type === 'AuthProviderUrl')?.value ?? '';
  const scope = external.parameters.find(
    (one) => one.type === 'AuthParameter' && one.name.toLowerCase() === 'scope',
  )?.value;
  const clientId = lookup(['clientid']) ?? '';
  const clientSecret = lookup(['clientsecret']) ?? '';
  const isBasic = external.variant === 'ClientCredentialsClientSecretBasic';
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope == null || scope === '' ? {} : { scope }),
    ...(isBasic ? {} : { client_id: clientId, client_secret: clientSecret }),
  });
  const response = exchange(
    runtime,
    {
      method: 'POST',
      endpoint,
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Accept', 'application/json'],
        ...(isBasic ? [['Authorization', basic(clientId, clientSecret)] as const] : []),
      ],
      body: Buffer.from(form.toString()),
      timeoutMilliseconds: MOST_TIME,
      secrets: [
        ...Object.values(secrets)
          .filter((one) => one.isEncrypted)
          .map((one) => one.value),
        basic(clientId, clientSecret),
      ],
      hidesBodies: true,
    },
    SYNCHRONOUS_SIZE,
  );
  const body = response === null ? {} : jsonOf(response.body);
  if (response?.statusCode !== 200 || typeof body['access_token'] !== 'string') {
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : 'null');
    throw new CalloutFault(
      `Unable to fetch the OAuth token. Error: ${text('error')}. Error description: ${text('error_description')}.`,
    );
  }
  return body['access_token'];
}

function jsonOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
