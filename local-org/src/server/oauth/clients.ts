/**
 * External client apps: who may ask for tokens. Name and scopes come from metadata, policies from metadata or from the
 * administrator; key and secret are made from a secret of this org alone, so that they outlive a restart and are
 * nowhere in the source. Source: Metadata API Developer Guide, "ExternalClientApplication", "ExtlClntAppOauthSettings",
 * "ExtlClntAppGlobalOauthSettings", "ExtlClntAppOauthConfigurablePolicies".
 */
import {
  createHmac,
  createPublicKey,
  randomBytes,
  timingSafeEqual,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedSource, SourceTree } from '../../metadata/tree.ts';

export interface ClientApp {
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly key: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly policies: ClientPolicies;
}
/** What an administrator decides of an app. */
export interface ClientPolicies {
  readonly isClientCredentialsEnabled: boolean;
  /** Username that client credentials run as. */
  readonly runAs: string | null;
  /** Only users of these permission sets may use the app; null: everybody may. */
  readonly permissionSets: readonly string[] | null;
  /** PEM: what JWTs are verified with. */
  readonly certificate: string | null;
}

const KEY_FILE = 'client-apps.key';
const POLICY_FILE = 'client-apps.json';
const SECRETS_FILE = 'client-secrets.json';
const OWNER_ONLY = 0o600;
const SECRET_BYTES = 32;
/** Names of scopes in metadata, as tokens have them. Source: Salesforce Help, "OAuth Tokens and Scopes". */
const SCOPES: Readonly<Record<string, string>> = {
  api: 'api',
  web: 'web',
  full: 'full',
  refreshtoken: 'refresh_token',
  offlineaccess: 'offline_access',
  openid: 'openid',
  basic: 'id',
  id: 'id',
  profile: 'profile',
  email: 'email',
  address: 'address',
  phone: 'phone',
  chatter: 'chatter_api',
  customapplications: 'visualforce',
  custompermissions: 'custom_permissions',
};

/** Which secret of an app is valid, and whether somebody has seen it. */
interface SecretState {
  readonly version: number;
  readonly isShown: boolean;
}
const FIRST_SECRET: SecretState = { version: 0, isShown: false };

export class ClientRegistry {
  readonly #apps: readonly Omit<ClientApp, 'policies' | 'secret'>[];
  readonly #secretOf: (app: Pick<ClientApp, 'name' | 'namespace'>, version: number) => string;
  #secrets: Readonly<Record<string, SecretState>>;
  readonly #given: ReadonlyMap<string, ClientPolicies>;
  readonly #directory: string | null;
  #decided: Readonly<Record<string, ClientPolicies>>;

  constructor(trees: readonly SourceTree[], directory: string | null) {
    this.#directory = directory;
    const secret = orgSecret(directory);
    const sources = trees.flatMap((tree) => tree.others);
    const apps = sources.filter((one) => one.type === 'eca');
    const of = (type: string, app: NamedSource): NamedSource | undefined =>
      sources.find((one) => one.type === type && one.node.text('externalClientApplication') === app.name);
    this.#apps = apps.map((app) => ({
      name: app.name,
      namespace: app.namespace,
      label: app.node.text('label') ?? app.name,
      key: `3MVG9${derived(secret, app, 'key').toString('base64url')}`,
      scopes: scopesOf(of('ecaOauth', app)),
    }));
    this.#given = new Map(apps.map((app) => [app.name, policiesOf(of('ecaOauthPlcy', app), of('ecaGlblOauth', app))]));
    this.#secretOf = (app, version) =>
      derived(secret, app, version === 0 ? 'secret' : `secret ${version}`)
        .toString('hex')
        .toUpperCase();
    this.#decided = readKept(directory, POLICY_FILE);
    this.#secrets = readKept(directory, SECRETS_FILE);
  }

  get all(): readonly ClientApp[] {
    return this.#apps.map((app) => ({
      ...app,
      secret: this.#secretOf(app, this.#secretState(app.name).version),
      policies: this.#policies(app.name),
    }));
  }
  byName(name: string): ClientApp | null {
    return this.all.find((app) => app.name === name) ?? null;
  }
  byKey(key: string): ClientApp | null {
    return this.all.find((app) => app.key === key) ?? null;
  }
  decide(name: string, policies: ClientPolicies): void {
    this.#decided = { ...this.#decided, [name]: policies };
    this.#write(POLICY_FILE, this.#decided);
  }

  isSecretShown(name: string): boolean {
    return this.#secretState(name).isShown;
  }
  /** The secret for who sees it first; null afterwards. */
  showSecret(app: ClientApp): string | null {
    const state = this.#secretState(app.name);
    this.#keepSecret(app.name, { ...state, isShown: true });
    return state.isShown ? null : app.secret;
  }
  /** The secret before is worth nothing from now on. */
  renewSecret(app: ClientApp): string {
    const version = this.#secretState(app.name).version + 1;
    this.#keepSecret(app.name, { version, isShown: true });
    return this.#secretOf(app, version);
  }
  #secretState(name: string): SecretState {
    return this.#secrets[name] ?? FIRST_SECRET;
  }
  #keepSecret(name: string, state: SecretState): void {
    this.#secrets = { ...this.#secrets, [name]: state };
    this.#write(SECRETS_FILE, this.#secrets);
  }
  #write(file: string, content: object): void {
    if (this.#directory !== null) {
      writeFileSync(join(this.#directory, file), JSON.stringify(content, null, 2), { mode: OWNER_ONLY });
    }
  }
  #policies(name: string): ClientPolicies {
    return this.#decided[name] ?? this.#given.get(name) ?? NO_POLICIES;
  }
}

const NO_POLICIES: ClientPolicies = {
  isClientCredentialsEnabled: false,
  runAs: null,
  permissionSets: null,
  certificate: null,
};

function policiesOf(policy: NamedSource | undefined, settings: NamedSource | undefined): ClientPolicies {
  const sets = policy?.node.text('commaSeparatedPermissionSet') ?? null;
  const isRestricted = policy?.node.text('permittedUsersPolicyType') === 'AdminApprovedPreAuthorized';
  return {
    isClientCredentialsEnabled: policy?.node.flag('isClientCredentialsFlowEnabled') ?? false,
    runAs: policy?.node.text('clientCredentialsFlowUser') ?? null,
    permissionSets: isRestricted
      ? (sets ?? '')
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean)
      : null,
    certificate: settings?.node.text('certificate') ?? null,
  };
}

function scopesOf(settings: NamedSource | undefined): readonly string[] {
  const listed = (settings?.node.text('commaSeparatedOauthScopes') ?? '').split(',');
  return listed.flatMap((one) => SCOPES[one.trim().toLowerCase().replace(/_/g, '')] ?? []);
}

/** Thirty-two bytes that only this org has. */
function orgSecret(directory: string | null): Buffer {
  const file = directory === null ? null : join(directory, KEY_FILE);
  if (file !== null && existsSync(file)) {
    return readFileSync(file);
  }
  const secret = randomBytes(SECRET_BYTES);
  if (file !== null) {
    writeFileSync(file, secret, { mode: OWNER_ONLY });
  }
  return secret;
}

const derived = (secret: Buffer, app: Pick<ClientApp, 'name' | 'namespace'>, what: string): Buffer =>
  createHmac('sha256', secret).update(`${what}\0${app.namespace}\0${app.name}`).digest();

function readKept<T>(directory: string | null, name: string): Readonly<Record<string, T>> {
  const file = directory === null ? null : join(directory, name);
  return file !== null && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, T>>)
    : {};
}

export function withoutSecret({ secret, ...app }: ClientApp): Omit<ClientApp, 'secret'> {
  void secret;
  return app;
}

/** Takes the same time whatever differs. */
export function isSecret(app: ClientApp, given: string): boolean {
  const [own, other] = [app.secret, given].map((text) => createHmac('sha256', app.key).update(text).digest());
  return own !== undefined && other !== undefined && timingSafeEqual(own, other);
}

/** The public key of a certificate or key in PEM; null where it is none. */
export function publicKeyOf(pem: string): KeyObject | null {
  try {
    return /BEGIN CERTIFICATE/.test(pem) ? new X509Certificate(pem).publicKey : createPublicKey(pem);
  } catch {
    return null;
  }
}
