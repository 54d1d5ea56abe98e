import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LocalOrg } from '../../src/index.ts';
import { type LoggedCallouts } from '../../src/callouts/log.ts';
import type { CalloutRequest, CalloutResponse } from '../../src/runtime/runtime.ts';
import { sourceTree, type Files } from '../support/apex.ts';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const parameter = (kind: string, type: string, name: string, value = '', more = ''): string =>
  `<${kind}><parameterName>${name}</parameterName><parameterType>${type}</parameterType>${value === '' ? '' : `<parameterValue>${value}</parameterValue>`}${more}</${kind}>`;
const external = (protocol: string, ...parameters: string[]): string =>
  xml(
    'ExternalCredential',
    `<authenticationProtocol>${protocol}</authenticationProtocol><label>x</label>${parameters.join('')}`,
  );
const ec = (type: string, name: string, value = '', more = ''): string =>
  parameter('externalCredentialParameters', type, name, value, more);
const named = (url: string, credential: string, more = ''): string =>
  xml(
    'NamedCredential',
    `<allowMergeFieldsInBody>true</allowMergeFieldsInBody><allowMergeFieldsInHeader>true</allowMergeFieldsInHeader><calloutStatus>Enabled</calloutStatus><generateAuthorizationHeader>true</generateAuthorizationHeader><label>x</label><namedCredentialType>SecuredEndpoint</namedCredentialType>${parameter('namedCredentialParameters', 'Url', 'Url', url)}${parameter('namedCredentialParameters', 'Authentication', 'x', '', `<externalCredential>${credential}</externalCredential>`)}${more}`,
  );
const principal = ec('NamedPrincipal', 'Service', '', '<sequenceNumber>1</sequenceNumber>');

const FILES: Files = {
  'externalCredentials/Keyed.externalCredential-meta.xml': external(
    'Custom',
    principal,
    ec(
      'AuthHeader',
      'Authorization',
      "{!'Bearer ' &amp; $Credential.Keyed.Token}",
      '<sequenceNumber>1</sequenceNumber>',
    ),
    ec('AuthHeader', 'X-Who', '{!BASE64ENCODE(BLOB($Credential.Keyed.Token))}', '<sequenceNumber>2</sequenceNumber>'),
  ),
  'externalCredentials/Simple.externalCredential-meta.xml': external('Basic', principal),
  'externalCredentials/Flow.externalCredential-meta.xml': external(
    'OAuth',
    principal,
    ec('AuthProtocolVariant', 'ClientCredentialsClientSecret', 'ClientCredentialsClientSecret'),
    ec('AuthProviderUrl', 'AuthProviderUrl', 'https://login.example/token'),
    ec('AuthParameter', 'Scope', 'read write'),
  ),
  'namedCredentials/KeyedSite.namedCredential-meta.xml': named(
    'https://keyed.example/base',
    'Keyed',
    parameter('namedCredentialParameters', 'HttpHeader', 'X-Fixed', 'yes'),
  ),
  'namedCredentials/SimpleSite.namedCredential-meta.xml': named('https://simple.example/', 'Simple'),
  'namedCredentials/FlowSite.namedCredential-meta.xml': named('https://flow.example', 'Flow'),
  'namedCredentials/Old.namedCredential-meta.xml': xml(
    'NamedCredential',
    '<endpoint>https://old.example</endpoint><generateAuthorizationHeader>true</generateAuthorizationHeader><label>x</label><principalType>NamedUser</principalType><protocol>Password</protocol><username>u</username><password>p</password>',
  ),
  'remoteSiteSettings/Plain.remoteSite-meta.xml': xml(
    'RemoteSiteSetting',
    '<disableProtocolSecurity>false</disableProtocolSecurity><isActive>true</isActive><url>https://plain.example</url>',
  ),
  'permissionsets/Callers.permissionset-meta.xml': xml(
    'PermissionSet',
    `<label>Callers</label>${['Keyed', 'Simple', 'Flow'].map((name) => `<externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>${name}-Service</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`).join('')}`,
  ),
  'classes/Caller.cls': `public class Caller {
    public static void call(String endpoint) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint(endpoint);
      request.setMethod('POST');
      request.setHeader('X-Merged', '{!$Credential.Token}');
      request.setBody('token={!$Credential.Token}');
      HttpResponse response = new Http().send(request);
      System.debug(response.getStatusCode() + ' ' + response.getBody());
    }
    public static void assign() {
      insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Callers'].Id);
    }
  }`,
};

const answer = (statusCode: number, body = ''): CalloutResponse => ({
  status: 'x',
  statusCode,
  headers: [],
  body: Buffer.from(body),
});
const sent: CalloutRequest[] = [];

async function open(
  respond: (request: CalloutRequest) => CalloutResponse = () => answer(200),
  store?: string,
): Promise<{ readonly org: LocalOrg; readonly call: (endpoint: string) => string }> {
  sent.length = 0;
  const { directory, remove } = sourceTree(FILES);
  const org = await LocalOrg.create({
    sources: [{ directory }],
    ...(store === undefined ? {} : { store }),
    callouts: {
      send: (request) => {
        sent.push(request);
        return respond(request);
      },
    },
  });
  remove();
  return {
    org,
    call: (endpoint) => {
      const result = org.execute(`Caller.call('${endpoint}');`);
      return result.message ?? result.log.at(-1)?.text ?? '';
    },
  };
}
function enter(org: LocalOrg, externalCredential: string, secrets: Readonly<Record<string, string>>): void {
  const values = Object.entries(secrets).map(([name, value]) => [name, { value, isEncrypted: name !== 'username' }]);
  org.jobHost.record((runtime) => {
    runtime.org.credentials.saveSecrets(
      { externalCredential, name: 'Service', type: 'NamedPrincipal', userId: null },
      Object.fromEntries(values) as Record<string, { value: string; isEncrypted: boolean }>,
    );
  });
}
const headers = (index = -1): Record<string, string> => Object.fromEntries(sent.at(index)?.headers ?? []);

test('a plain address needs a remote site, and a name a credential', async () => {
  const { call } = await open();
  expect(call('https://plain.example/a?b=c')).toBe('200 ');
  expect(sent.map((one) => one.endpoint)).toEqual(['https://plain.example/a?b=c']);
  expect(call('https://plain.example:8443/a')).toBe(
    'System.CalloutException: Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://plain.example:8443/a',
  );
  expect(call('callout:Nowhere/a')).toBe(
    'System.CalloutException: The callout couldn\'t access the endpoint. You might not have the required permissions, or the named credential "Nowhere" might not exist.',
  );
  expect(sent).toHaveLength(1);
});

test('only who may use the principal calls out, with headers made of what was entered', async () => {
  const { org, call } = await open();
  enter(org, 'Keyed', { Token: 's3cret' });
  expect(call('callout:KeyedSite/things')).toBe(
    'System.CalloutException: We couldn\'t access the credential(s). You might not have the required permissions, or the external credential "Keyed" might not exist.',
  );
  org.execute('Caller.assign();');
  expect(call('callout:KeyedSite/things?x=1')).toBe('200 ');
  expect(sent.at(-1)?.endpoint).toBe('https://keyed.example/base/things?x=1');
  expect(headers()).toEqual({
    Authorization: 'Bearer s3cret',
    'X-Who': Buffer.from('s3cret').toString('base64'),
    'X-Fixed': 'yes',
    'X-Merged': 's3cret',
  });
  expect(Buffer.from(sent.at(-1)?.body ?? []).toString()).toBe('token=s3cret');
});

test('Basic, and legacy credentials with a password', async () => {
  const { org, call } = await open();
  org.execute('Caller.assign();');
  expect(call('callout:SimpleSite/x')).toContain("We couldn't access the credential(s).");
  enter(org, 'Simple', { username: 'ann', password: 'pw', Token: 't' });
  expect(call('callout:SimpleSite/x')).toBe('200 ');
  expect(sent.at(-1)?.endpoint).toBe('https://simple.example/x');
  expect(headers()['Authorization']).toBe(`Basic ${Buffer.from('ann:pw').toString('base64')}`);
  expect(call('callout:Old/x')).toBe('200 ');
  expect(headers()['Authorization']).toBe(`Basic ${Buffer.from('u:p').toString('base64')}`);
});

test('a token of the client credentials flow is fetched once, and again when the service refuses it', async () => {
  let tokens = 0;
  let valid = 'token1';
  const { org, call } = await open((request) => {
    if (request.endpoint === 'https://login.example/token') {
      tokens += 1;
      return answer(200, JSON.stringify({ access_token: `token${tokens}` }));
    }
    return answer(Object.fromEntries(request.headers)['Authorization'] === `Bearer ${valid}` ? 200 : 401);
  });
  org.execute('Caller.assign();');
  enter(org, 'Flow', { clientId: 'me', clientSecret: 'hush', Token: 'x' });
  expect(call('callout:FlowSite/a')).toBe('200 ');
  expect(call('callout:FlowSite/b')).toBe('200 ');
  expect(Buffer.from(sent[0]?.body ?? []).toString()).toBe(
    'grant_type=client_credentials&scope=read+write&client_id=me&client_secret=hush',
  );
  valid = 'token2';
  expect(call('callout:FlowSite/c')).toBe('200 ');
  expect(tokens).toBe(2);
  valid = 'none';
  expect(call('callout:FlowSite/d')).toBe('401 ');
  expect(tokens).toBe(3);
});

test('secrets are sealed on disk and stand in no log', async () => {
  const store = mkdtempSync(join(tmpdir(), 'local-org-vault-'));
  const first = await open(undefined, store);
  first.org.execute('Caller.assign();');
  enter(first.org, 'Keyed', { Token: 'very-s3cret-value' });
  expect(first.call('callout:KeyedSite/x')).toBe('200 ');
  const { callouts } = first.org.parts.context;
  const log = JSON.stringify((callouts as LoggedCallouts).log);
  expect(log).toContain('https://keyed.example/base/x');
  expect(log).not.toContain('very-s3cret-value');
  first.org.close();
  for (const file of readdirSync(store)) {
    expect(readFileSync(join(store, file)).includes('very-s3cret-value'), file).toBe(false);
  }
  const second = await open(undefined, store);
  expect(second.call('callout:KeyedSite/x')).toBe('200 ');
  expect(headers()['Authorization']).toBe('Bearer very-s3cret-value');
  second.org.close();
  rmSync(store, { recursive: true, force: true });
});

test('code enters secrets, and makes credentials of its own that callouts use', async () => {
  const { org, call } = await open();
  const run = (apex: string): string | null => org.execute(apex).message;
  const enterToken = (method: string, value: string): string =>
    `ConnectApi.CredentialInput entry = new ConnectApi.CredentialInput(); entry.externalCredential = 'Keyed'; entry.principalName = 'Service'; entry.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal; entry.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
     ConnectApi.CredentialValueInput one = new ConnectApi.CredentialValueInput(); one.encrypted = true; one.value = '${value}';
     entry.credentials = new Map<String, ConnectApi.CredentialValueInput>{ 'Token' => one };
     ConnectApi.NamedCredentials.${method}(entry);`;
  expect(run('Caller.assign();')).toBeNull();
  expect(run(enterToken('updateCredential', 'x'))).toContain('ConnectApi.ConnectApiException');
  expect(run(enterToken('createCredential', 'first'))).toBeNull();
  expect(run(enterToken('createCredential', 'again'))).toContain('ConnectApi.ConnectApiException');
  expect(run(enterToken('patchCredential', 'second'))).toBeNull();
  expect(call('callout:KeyedSite/x')).toBe('200 ');
  expect(headers()['Authorization']).toBe('Bearer second');
  expect(
    run(`ConnectApi.Credential known = ConnectApi.NamedCredentials.getCredential('Keyed', 'Service', ConnectApi.CredentialPrincipalType.NamedPrincipal);
      System.assertEquals(ConnectApi.CredentialAuthenticationStatus.Configured, known.authenticationStatus);
      System.assertEquals(null, known.credentials.get('Token').value);
      ConnectApi.NamedCredentials.deleteCredential('Keyed', 'Service', ConnectApi.CredentialPrincipalType.NamedPrincipal);
      System.assertEquals(ConnectApi.CredentialAuthenticationStatus.NotConfigured, ConnectApi.NamedCredentials.getExternalCredential('Keyed').authenticationStatus);`),
  ).toBeNull();
  expect(
    run(`ConnectApi.ExternalCredentialInput made = new ConnectApi.ExternalCredentialInput(); made.developerName = 'Made'; made.masterLabel = 'Made'; made.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Basic;
      ConnectApi.ExternalCredentialPrincipalInput principal = new ConnectApi.ExternalCredentialPrincipalInput(); principal.principalName = 'P'; principal.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal; principal.sequenceNumber = 1;
      made.principals = new List<ConnectApi.ExternalCredentialPrincipalInput>{ principal };
      ConnectApi.ExternalCredential kept = ConnectApi.NamedCredentials.createExternalCredential(made);
      ConnectApi.NamedCredentialInput site = new ConnectApi.NamedCredentialInput(); site.developerName = 'MadeSite'; site.masterLabel = 'x'; site.type = ConnectApi.NamedCredentialType.SecuredEndpoint; site.calloutUrl = 'https://made.example'; site.externalCredentials = new List<ConnectApi.ExternalCredentialInput>{ made };
      site.calloutOptions = new ConnectApi.NamedCredentialCalloutOptionsInput(); site.calloutOptions.generateAuthorizationHeader = true;
      ConnectApi.NamedCredentials.createNamedCredential(site);
      ConnectApi.CredentialInput entry = new ConnectApi.CredentialInput(); entry.externalCredential = 'Made'; entry.principalName = 'P';
      ConnectApi.CredentialValueInput one = new ConnectApi.CredentialValueInput(); one.encrypted = false; one.value = 'u';
      ConnectApi.CredentialValueInput two = new ConnectApi.CredentialValueInput(); two.encrypted = true; two.value = 'p';
      entry.credentials = new Map<String, ConnectApi.CredentialValueInput>{ 'username' => one, 'password' => two };
      ConnectApi.NamedCredentials.createCredential(entry);
      System.assertEquals('MadeSite', ConnectApi.NamedCredentials.getNamedCredential('MadeSite').developerName);
      System.assertNotEquals(null, kept.principals[0].id);`),
  ).toBeNull();
  expect(call('callout:MadeSite/x')).toContain("We couldn't access the credential(s).");
});
