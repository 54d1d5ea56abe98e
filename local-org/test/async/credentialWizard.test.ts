/** A credential made by code while the org runs, over real HTTP: what a package's setup page does for its admin. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { serve, RunningServer } from '../../src/server/serve.ts';
import { sourceTree } from '../support/apex.ts';
import { bundleLocalOrg } from '../../../scripts/org.mjs';

const REFUSED =
  'We couldn\'t access the credential(s). You might not have the required permissions, or the external credential "Made" might not exist.';

const SETUP = `public class Wizard {
  public static String principal() { return ConnectApi.NamedCredentials.getExternalCredential('Made').principals[0].id; }
  public static void make(String protocol, String url, String tokenUrl) {
    ConnectApi.ExternalCredentialInput input = new ConnectApi.ExternalCredentialInput();
    input.developerName = 'Made'; input.masterLabel = 'Made';
    input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.valueOf(protocol);
    if (protocol == 'OAuth') {
      input.authenticationProtocolVariant = ConnectApi.CredentialAuthenticationProtocolVariant.ClientCredentialsClientSecretBasic;
      ConnectApi.ExternalCredentialParameterInput where_x = new ConnectApi.ExternalCredentialParameterInput();
      where_x.parameterType = ConnectApi.ExternalCredentialParameterType.AuthProviderUrl; where_x.parameterName = 'AuthProviderUrl'; where_x.parameterValue = tokenUrl;
      input.parameters = new List<ConnectApi.ExternalCredentialParameterInput>{ where_x };
    }
    if (protocol == 'Custom') {
      ConnectApi.CredentialCustomHeaderInput header = new ConnectApi.CredentialCustomHeaderInput();
      header.headerName = 'X-Key'; header.headerValue = '{!$Credential.Made.Key}'; header.sequenceNumber = 1;
      input.customHeaders = new List<ConnectApi.CredentialCustomHeaderInput>{ header };
    }
    ConnectApi.ExternalCredentialPrincipalInput principal = new ConnectApi.ExternalCredentialPrincipalInput();
    principal.principalName = 'Service'; principal.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal; principal.sequenceNumber = 1;
    input.principals = new List<ConnectApi.ExternalCredentialPrincipalInput>{ principal };
    ConnectApi.NamedCredentials.createExternalCredential(input);
    ConnectApi.NamedCredentialInput site = new ConnectApi.NamedCredentialInput();
    site.developerName = 'MadeSite'; site.masterLabel = 'Made'; site.calloutUrl = url;
    site.type = ConnectApi.NamedCredentialType.SecuredEndpoint;
    ConnectApi.ExternalCredentialInput link = new ConnectApi.ExternalCredentialInput(); link.developerName = 'Made';
    site.externalCredentials = new List<ConnectApi.ExternalCredentialInput>{ link };
    site.calloutOptions = new ConnectApi.NamedCredentialCalloutOptionsInput();
    site.calloutOptions.generateAuthorizationHeader = true;
    ConnectApi.NamedCredentials.createNamedCredential(site);
  }
  public static void enter(String protocol, Map<String, String> values) {
    ConnectApi.CredentialInput input = new ConnectApi.CredentialInput();
    input.externalCredential = 'Made'; input.principalName = 'Service';
    input.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
    input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.valueOf(protocol);
    input.credentials = new Map<String, ConnectApi.CredentialValueInput>();
    for (String key : values.keySet()) {
      ConnectApi.CredentialValueInput one = new ConnectApi.CredentialValueInput();
      one.encrypted = key != 'username' && key != 'clientId'; one.value = values.get(key);
      input.credentials.put(key, one);
    }
    ConnectApi.NamedCredentials.createCredential(input);
  }
  public static void open(Id userId) {
    PermissionSet made = new PermissionSet(Name = 'Made_Access', Label = 'Made access');
    insert made;
    insert as user new SetupEntityAccess(ParentId = made.Id, SetupEntityId = principal());
    insert new ObjectPermissions(ParentId = made.Id, SobjectType = 'UserExternalCredential', PermissionsRead = true);
    insert new PermissionSetAssignment(AssigneeId = userId, PermissionSetId = made.Id);
  }
  public static String call() {
    HttpRequest request = new HttpRequest(); request.setEndpoint('callout:MadeSite/things'); request.setMethod('GET');
    return new Http().send(request).getBody();
  }
}`;
const EVENT = {
  'objects/Called__e/Called__e.object-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Called</label><pluralLabel>Called</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
  'triggers/OnCalled.trigger': 'trigger OnCalled on Called__e (after insert) { System.enqueueJob(new Later()); }',
  'classes/Later.cls':
    "public class Later implements Queueable, Database.AllowsCallouts { public void execute(QueueableContext context) { String told; try { told = Wizard.call(); } catch (CalloutException refused) { told = refused.getMessage(); } insert as system new Account(Name = 'Later', Description = told); } }",
};

let service: Server;
let seen: IncomingMessage[] = [];
let running: RunningServer;
let store: string;
let sources: ReturnType<typeof sourceTree>;
let token = '';
let administrator = '';
let other = '';
const address = (): string => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

beforeAll(async () => {
  service = createServer((request, response) => {
    seen.push(request);
    response.setHeader('content-type', 'application/json');
    response.end(
      request.url === '/token'
        ? JSON.stringify({ access_token: 'issued-t0ken' })
        : JSON.stringify({ path: request.url }),
    );
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  store = mkdtempSync(join(tmpdir(), 'local-org-wizard-'));
  sources = sourceTree({ 'classes/Wizard.cls': SETUP, ...EVENT }, 67);
  const bundle = (await import(join(await bundleLocalOrg(), 'serve.mjs'))) as { readonly serve: typeof serve };
  running = await bundle.serve({
    org: { sources: [{ directory: sources.directory }], store: join(store, 'rows') },
    port: 0,
    cache: join(import.meta.dirname, '..', '..', '..', 'build', 'lightning'),
  });
  token = running.org.controlToken;
  expect(
    await apex(
      "insert new User(LastName = 'Other', Alias = 'other', Email = 'o@x.example', Username = 'o@x.example', ProfileId = UserInfo.getProfileId(), TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');",
    ),
  ).toBeNull();
  administrator = await signIn((await query("SELECT Id FROM User WHERE Alias = 'admin'"))[0]?.['Id'] ?? '');
  other = await signIn((await query("SELECT Id FROM User WHERE Alias = 'other'"))[0]?.['Id'] ?? '');
}, 240_000);
afterAll(async () => {
  await running.stop();
  service.close();
  sources.remove();
  rmSync(store, { recursive: true, force: true });
});

/** The cookie of a user's browser. */
async function signIn(userId: string): Promise<string> {
  const response = await fetch(`${running.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user: userId }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
async function api(method: string, path: string, body?: unknown, cookie?: string): Promise<unknown> {
  const response = await fetch(`${running.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(cookie === undefined ? { authorization: `Bearer ${token}` } : { cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? null : response.json();
}
async function apex(source: string, cookie?: string): Promise<string | null> {
  const told = (await api(
    'GET',
    `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`,
    undefined,
    cookie,
  )) as { readonly success: boolean; readonly exceptionMessage: string | null; readonly compileProblem: string | null };
  return told.success ? null : (told.exceptionMessage ?? told.compileProblem);
}
const query = async (soql: string): Promise<readonly Record<string, string>[]> =>
  (
    (await api('GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`)) as {
      records: Record<string, string>[];
    }
  ).records;
const forget = `ConnectApi.NamedCredentials.deleteNamedCredential('MadeSite'); ConnectApi.NamedCredentials.deleteExternalCredential('Made'); delete [SELECT Id FROM PermissionSet WHERE Name = 'Made_Access'];`;

test.each([
  [
    'Basic',
    { username: 'ann', password: 'pa55word' },
    { authorization: `Basic ${Buffer.from('ann:pa55word').toString('base64')}` },
  ],
  ['Custom', { Key: 'k3y-of-mine' }, { 'x-key': 'k3y-of-mine' }],
  ['OAuth', { clientId: 'me', clientSecret: 'hu5h-hush' }, { authorization: 'Bearer issued-t0ken' }],
])(
  '%s: made, filled, opened to one user, used by that user alone, and forgotten',
  async (protocol, values, expected) => {
    seen = [];
    const entered = Object.entries(values)
      .map(([key, value]) => `'${key}' => '${value}'`)
      .join(', ');
    expect(await apex(`Wizard.make('${protocol}', '${address()}', '${address()}/token');`)).toBeNull();
    expect(await apex(`Wizard.enter('${protocol}', new Map<String, String>{ ${entered} });`)).toBeNull();
    expect(await apex('Wizard.call();')).toBe(`System.CalloutException: ${REFUSED}`);
    expect(seen).toEqual([]);
    expect(await apex('Wizard.open(UserInfo.getUserId());')).toBeNull();
    expect(
      await query("SELECT SetupEntityType FROM SetupEntityAccess WHERE Parent.Name = 'Made_Access'"),
    ).toMatchObject([{ SetupEntityType: 'ExternalCredentialParameter' }]);
    expect(await apex('System.assertEquals(\'{"path":"/things"}\', Wizard.call());')).toBeNull();
    expect(seen.at(-1)?.headers).toMatchObject(expected);
    expect(await apex('Wizard.call();', other)).toBe(`System.CalloutException: ${REFUSED}`);
    expect(
      await apex(`ConnectApi.ExternalCredential made = ConnectApi.NamedCredentials.getExternalCredential('Made');
      System.assertEquals('Made_Access', made.principals[0].principalAccess[0].developerName);
      System.assertEquals('MadeSite', made.relatedNamedCredentials[0].developerName);
      System.assertEquals('Configured', made.authenticationStatus.name());`),
    ).toBeNull();
    const log = JSON.stringify(await api('GET', '/_/org/callouts', undefined, administrator));
    expect(log).toContain('/things');
    for (const secret of [
      'pa55word',
      'k3y-of-mine',
      'hu5h-hush',
      'issued-t0ken',
      Buffer.from('ann:pa55word').toString('base64'),
    ]) {
      expect(log).not.toContain(secret);
      for (const file of readdirSync(join(store, 'rows'))) {
        expect(readFileSync(join(store, 'rows', file)).includes(secret), file).toBe(false);
      }
    }
    expect(await apex("ConnectApi.NamedCredentials.deleteExternalCredential('Made');")).toContain(
      'associated with the following named credentials: MadeSite',
    );
    expect(await apex(forget)).toBeNull();
    expect(await apex('Wizard.call();')).toContain('the named credential "MadeSite" might not exist');
  },
);

test('the Automated Process user calls out once the principal is opened to it', async () => {
  const publish = 'EventBus.publish(new Called__e());';
  const told = async (count: number): Promise<string | undefined> => {
    for (let tries = 0; tries < 200; tries++) {
      const rows = await query("SELECT Description FROM Account WHERE Name = 'Later' ORDER BY CreatedDate, Id");
      if (rows.length >= count) {
        return rows.at(-1)?.['Description'];
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return undefined;
  };
  expect(await apex(`Wizard.make('Custom', '${address()}', null);`)).toBeNull();
  expect(await apex("Wizard.enter('Custom', new Map<String, String>{ 'Key' => 'x' });")).toBeNull();
  expect(await apex(publish)).toBeNull();
  expect(await told(1)).toBe(REFUSED);
  expect(await apex("Wizard.open([SELECT Id FROM User WHERE UserType = 'AutomatedProcess'].Id);")).toBeNull();
  expect(await apex(publish)).toBeNull();
  expect(await told(2)).toBe('{"path":"/things"}');
  expect(await apex(forget)).toBeNull();
});

test('setup objects and others do not mix, a principal opens once, and ids are proved', async () => {
  expect(await apex(`Wizard.make('Basic', '${address()}', null);`)).toBeNull();
  expect(await apex("insert new Account(Name = 'x'); insert new PermissionSet(Name = 'P', Label = 'P');")).toContain(
    'MIXED_DML_OPERATION',
  );
  const open =
    "PermissionSet p = new PermissionSet(Name = 'Q', Label = 'Q'); insert p; insert new SetupEntityAccess(ParentId = p.Id, SetupEntityId = Wizard.principal());";
  expect(
    await apex(`${open} insert new SetupEntityAccess(ParentId = p.Id, SetupEntityId = Wizard.principal());`),
  ).toContain('DUPLICATE_VALUE');
  expect(await apex(open.replace('Wizard.principal()', "Id.valueOf(Wizard.principal().left(14) + 'Z')"))).toContain(
    'INVALID_CROSS_REFERENCE_KEY',
  );
  expect(await apex(`${open} Wizard.call();`)).toContain('You have uncommitted work pending');
  expect(
    await apex(
      "ConnectApi.NamedCredentials.deleteNamedCredential('MadeSite'); ConnectApi.NamedCredentials.deleteExternalCredential('Made');",
    ),
  ).toBeNull();
});
