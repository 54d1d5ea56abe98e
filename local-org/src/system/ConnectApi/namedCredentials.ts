/**
 * `ConnectApi.NamedCredentials`: secrets for principals, and credentials made while the org runs. What a package
 * brought can't be changed, its secrets can. Values entered as encrypted never come back. (Apex Reference,
 * "NamedCredentials Class".)
 */
import type { Principal, Secrets, SecretValue } from '../../callouts/credentialStore.ts';
import {
  principalName,
  principalsOf,
  type CredentialParameter,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from '../../callouts/definitions.ts';
import { principalId } from '../../callouts/principalAccess.ts';
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { EnumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { seesAllData } from '../../testing/testState.ts';
import { platformClass, type Code, type PlatformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { ConnectValue } from './values.ts';

const fail = (runtime: Runtime, message: string): never => runtime.fail('ConnectApi.ConnectApiException', message);
const text = (value: ApexValue): string | null =>
  value instanceof EnumValue ? value.name : typeof value === 'string' && value !== '' ? value : null;
const items = (value: ApexValue): readonly ConnectValue[] =>
  value instanceof ApexList ? value.items.filter((one) => one instanceof ConnectValue) : [];
const enumOf = (runtime: Runtime, name: string, value: string | null): ApexValue =>
  value === null ? null : runtime.enumValue(`ConnectApi.${name}`, value);

/** Methods answer from an org's real data, which most tests do not see; writes count as DML and need a permission. */
function guarded(code: Code, isWrite = false): Code {
  return (runtime: Runtime, ...args: ApexValue[]) => {
    if (runtime.isTest && !seesAllData(runtime)) {
      runtime.fail(
        'System.UnsupportedOperationException',
        'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
      );
    }
    if (isWrite) {
      runtime.limits.add('dmlStatements');
    }
    return code(runtime, ...args);
  };
}
function demand(runtime: Runtime): void {
  const { security } = runtime.org;
  const { userId } = runtime.access;
  if (!['ManageNamedCredentials', 'CustomizeApplication'].some((name) => security.hasUserPermission(userId, name))) {
    fail(runtime, 'You do not have the permission "Manage Named Credentials" or "Customize Application".');
  }
}

function externalOf(runtime: Runtime, name: string | null): ExternalCredentialDefinition {
  return (
    runtime.org.credentials.findExternal(name ?? '', runtime.org.namespace) ??
    fail(runtime, `The external credential "${name ?? ''}" doesn't exist.`)
  );
}
function principalOf(
  runtime: Runtime,
  external: ExternalCredentialDefinition,
  name: string | null,
  type: string | null,
): Principal {
  const found = principalsOf(external).find(
    (one) => principalName(one).toLowerCase() === name?.toLowerCase() && one.type === (type ?? one.type),
  );
  if (found === undefined) {
    return fail(runtime, `The external credential "${external.name}" has no principal "${name ?? ''}".`);
  }
  const isOwn = found.type === 'PerUserPrincipal';
  if (!isOwn) {
    demand(runtime);
  }
  return {
    externalCredential: external.name,
    name: principalName(found),
    type: found.type,
    userId: isOwn ? runtime.access.userId : null,
  };
}

function entered(runtime: Runtime, input: ConnectValue): Secrets {
  const map = input.get('credentials');
  const found: Record<string, SecretValue> = {};
  for (const { key, value } of map instanceof ApexMap ? map.entries.values() : []) {
    if (typeof key === 'string' && value instanceof ConnectValue) {
      found[key] = { value: text(value.get('value')) ?? '', isEncrypted: value.get('encrypted') !== false };
    }
  }
  return Object.keys(found).length > 0 ? found : fail(runtime, 'Enter at least one credential.');
}

function write(how: 'create' | 'update' | 'patch'): Code {
  return (runtime: Runtime, given: ConnectValue | null) => {
    const input = given ?? nullValue(runtime);
    const { credentials } = runtime.org;
    const external = externalOf(runtime, text(input.get('externalCredential')));
    const principal = principalOf(
      runtime,
      external,
      text(input.get('principalName')),
      text(input.get('principalType')),
    );
    const known = credentials.secrets(principal);
    if (how === 'create' && known !== null) {
      fail(runtime, `Credentials of the principal "${principal.name}" exist already: update them.`);
    }
    if (how !== 'create' && known === null) {
      fail(runtime, `Credentials of the principal "${principal.name}" don't exist: create them.`);
    }
    const values = entered(runtime, input);
    credentials.saveSecrets(principal, how === 'patch' ? { ...known, ...values } : values);
    return credentialValue(runtime, external, principal);
  };
}

function credentialValue(runtime: Runtime, external: ExternalCredentialDefinition, principal: Principal): ConnectValue {
  const secrets = runtime.org.credentials.secrets(principal);
  const map = runtime.newMap('String', 'ConnectApi.CredentialValue');
  for (const [name, { value, isEncrypted }] of Object.entries(secrets ?? {})) {
    map.put(
      name,
      new ConnectValue('CredentialValue', { encrypted: isEncrypted, value: isEncrypted ? null : value, revision: 1 }),
    );
  }
  return new ConnectValue('Credential', {
    ...protocolOf(runtime, external),
    authenticationStatus: statusOf(runtime, secrets !== null),
    credentials: map,
    externalCredential: external.name,
    principalName: principal.name,
    principalType: enumOf(runtime, 'CredentialPrincipalType', principal.type),
  });
}
const statusOf = (runtime: Runtime, isConfigured: boolean): ApexValue =>
  enumOf(runtime, 'CredentialAuthenticationStatus', isConfigured ? 'Configured' : 'NotConfigured');
const protocolOf = (runtime: Runtime, external: ExternalCredentialDefinition): Record<string, ApexValue> => ({
  authenticationProtocol: enumOf(runtime, 'CredentialAuthenticationProtocol', external.protocol),
  authenticationProtocolVariant: enumOf(runtime, 'CredentialAuthenticationProtocolVariant', external.variant),
});

function externalValue(runtime: Runtime, external: ExternalCredentialDefinition): ConnectValue {
  const { credentials } = runtime.org;
  const { userId } = runtime.access;
  const principals = principalsOf(external).map((one) => {
    const principal: Principal = {
      externalCredential: external.name,
      name: principalName(one),
      type: one.type,
      userId: one.type === 'PerUserPrincipal' ? userId : null,
    };
    const isConfigured = credentials.secrets(principal) !== null;
    const value = new ConnectValue('ExternalCredentialPrincipal', {
      authenticationStatus: statusOf(runtime, isConfigured),
      id: principalId(principal),
      principalName: principal.name,
      principalType: enumOf(runtime, 'CredentialPrincipalType', one.type),
      sequenceNumber: one.sequence,
    });
    return { value, isConfigured };
  });
  return new ConnectValue('ExternalCredential', {
    ...protocolOf(runtime, external),
    authenticationStatus: statusOf(runtime, principals.length > 0 && principals.every((one) => one.isConfigured)),
    createdByNamespace: external.namespace === '' ? null : external.namespace,
    developerName: external.name,
    masterLabel: external.label,
    principals: runtime.newList(
      'ConnectApi.ExternalCredentialPrincipal',
      principals.map((one) => one.value),
    ),
  });
}
function namedValue(runtime: Runtime, named: NamedCredentialDefinition): ConnectValue {
  const external =
    named.externalCredential === null ? null : runtime.org.credentials.findExternal(named.externalCredential, '');
  return new ConnectValue('NamedCredential', {
    calloutOptions: new ConnectValue('NamedCredentialCalloutOptions', {
      allowMergeFieldsInBody: named.mergesInBody,
      allowMergeFieldsInHeader: named.mergesInHeader,
      generateAuthorizationHeader: named.generatesAuthorization,
    }),
    calloutStatus: enumOf(runtime, 'NamedCredentialCalloutStatus', named.isEnabled ? 'Enabled' : 'Disabled'),
    calloutUrl: named.url,
    createdByNamespace: named.namespace === '' ? null : named.namespace,
    developerName: named.name,
    externalCredentials: runtime.newList(
      'ConnectApi.ExternalCredential',
      external === null ? [] : [externalValue(runtime, external)],
    ),
    masterLabel: named.label,
    type: enumOf(runtime, 'NamedCredentialType', named.externalCredential === null ? null : 'SecuredEndpoint'),
  });
}

const parameterOf = (
  type: string,
  name: string | null,
  value: string | null,
  sequence: ApexValue,
): CredentialParameter => ({
  type,
  name: name ?? '',
  value,
  group: null,
  sequence: typeof sequence === 'number' ? sequence : null,
  externalCredential: null,
});
const headersIn = (input: ConnectValue, type: string): readonly CredentialParameter[] =>
  items(input.get('customHeaders')).map((one) =>
    parameterOf(type, text(one.get('headerName')), text(one.get('headerValue')), one.get('sequenceNumber')),
  );

function saveExternal(
  runtime: Runtime,
  input: ConnectValue,
  before: ExternalCredentialDefinition | null,
): ConnectValue {
  demand(runtime);
  const name = text(input.get('developerName')) ?? fail(runtime, 'developerName is required.');
  const { credentials } = runtime.org;
  if (before === null ? credentials.findExternal(name, '') !== null : before.isManaged) {
    return before === null
      ? fail(runtime, `The external credential "${name}" exists already.`)
      : managed(runtime, 'ExternalCredentialParameter', before.name);
  }
  const definition: ExternalCredentialDefinition = {
    name,
    namespace: '',
    label: text(input.get('masterLabel')) ?? name,
    protocol: text(input.get('authenticationProtocol')) ?? fail(runtime, 'authenticationProtocol is required.'),
    variant: text(input.get('authenticationProtocolVariant')),
    parameters: [
      ...items(input.get('principals')).map((one) =>
        parameterOf(
          text(one.get('principalType')) ?? 'NamedPrincipal',
          text(one.get('principalName')),
          null,
          one.get('sequenceNumber'),
        ),
      ),
      ...headersIn(input, 'AuthHeader'),
      ...items(input.get('parameters')).map((one) =>
        parameterOf(
          text(one.get('parameterType')) ?? '',
          text(one.get('parameterName')),
          text(one.get('parameterValue')),
          null,
        ),
      ),
    ],
    isManaged: false,
  };
  credentials.saveExternal(definition);
  return externalValue(runtime, definition);
}

function saveNamed(runtime: Runtime, input: ConnectValue, before: NamedCredentialDefinition | null): ConnectValue {
  demand(runtime);
  const name = text(input.get('developerName')) ?? fail(runtime, 'developerName is required.');
  const { credentials } = runtime.org;
  if (before === null ? credentials.findNamed(name, '') !== null : before.isManaged) {
    return before === null
      ? fail(runtime, `The named credential "${name}" exists already.`)
      : managed(runtime, 'NamedCredentialParameter', before.name);
  }
  const [linked] = items(input.get('externalCredentials'));
  const options = input.get('calloutOptions');
  const has = (option: string): boolean => options instanceof ConnectValue && options.get(option) === true;
  const headers = headersIn(input, 'HttpHeader');
  const definition: NamedCredentialDefinition = {
    name,
    namespace: '',
    label: text(input.get('masterLabel')) ?? name,
    url: text(input.get('calloutUrl')) ?? fail(runtime, 'calloutUrl is required.'),
    isEnabled: true,
    externalCredential: externalOf(runtime, linked === undefined ? null : text(linked.get('developerName'))).name,
    headers: headers.map((one) => [one.name, one.value ?? ''] as const),
    mergesInHeader: has('allowMergeFieldsInHeader'),
    mergesInBody: has('allowMergeFieldsInBody'),
    generatesAuthorization: has('generateAuthorizationHeader'),
    parameters: headers,
    legacy: null,
    isManaged: false,
  };
  credentials.saveNamed(definition);
  return namedValue(runtime, definition);
}
const managed = (runtime: Runtime, entity: string, name: string): never =>
  fail(runtime, `Cannot modify managed object: entity=${entity}, component=${name}, state=installed`);

function namedOf(runtime: Runtime, name: string | null): NamedCredentialDefinition {
  return (
    runtime.org.credentials.findNamed(name ?? '', runtime.org.namespace) ??
    fail(runtime, `The named credential "${name ?? ''}" doesn't exist.`)
  );
}

const readCredential: Code = (
  runtime: Runtime,
  name: string | null,
  principal: string | null,
  type: EnumValue | null,
) => {
  const external = externalOf(runtime, name);
  return credentialValue(runtime, external, principalOf(runtime, external, principal, text(type)));
};
const deleteCredential: Code = (
  runtime: Runtime,
  name: string | null,
  principal: string | null,
  type: EnumValue | null,
) => {
  runtime.org.credentials.deleteSecrets(principalOf(runtime, externalOf(runtime, name), principal, text(type)));
  return null;
};
const deleteExternal: Code = (runtime: Runtime, name: string | null) => {
  demand(runtime);
  const external = externalOf(runtime, name);
  return external.isManaged
    ? managed(runtime, 'ExternalCredential', external.name)
    : void runtime.org.credentials.deleteExternal(external.name);
};
const deleteNamed: Code = (runtime: Runtime, name: string | null) => {
  demand(runtime);
  const named = namedOf(runtime, name);
  return named.isManaged
    ? managed(runtime, 'NamedCredential', named.name)
    : void runtime.org.credentials.deleteNamed(named.name);
};
const externals: Code = (runtime: Runtime) =>
  new ConnectValue('ExternalCredentialList', {
    externalCredentials: runtime.newList(
      'ConnectApi.ExternalCredential',
      runtime.org.credentials.external.map((one) => externalValue(runtime, one)),
    ),
  });
const nameds: Code = (runtime: Runtime) =>
  new ConnectValue('NamedCredentialList', {
    namedCredentials: runtime.newList(
      'ConnectApi.NamedCredential',
      runtime.org.credentials.named.map((one) => namedValue(runtime, one)),
    ),
  });

export const namedCredentials: PlatformClass = platformClass('ConnectApi.NamedCredentials', {
  methods: {
    'static ConnectApi.Credential createCredential(ConnectApi.CredentialInput requestBody)': guarded(
      write('create'),
      true,
    ),
    'static ConnectApi.Credential updateCredential(ConnectApi.CredentialInput requestBody)': guarded(
      write('update'),
      true,
    ),
    'static ConnectApi.Credential patchCredential(ConnectApi.CredentialInput requestBody)': guarded(
      write('patch'),
      true,
    ),
    'static void deleteCredential(String externalCredential, String principalName, ConnectApi.CredentialPrincipalType principalType)':
      guarded(deleteCredential, true),
    'static ConnectApi.Credential getCredential(String externalCredential, String principalName, ConnectApi.CredentialPrincipalType principalType)':
      guarded(readCredential),
    'static ConnectApi.ExternalCredential getExternalCredential(String developerName)': guarded(
      (runtime: Runtime, name: string | null) => externalValue(runtime, externalOf(runtime, name)),
    ),
    'static ConnectApi.ExternalCredentialList getExternalCredentials()': guarded(externals),
    'static ConnectApi.ExternalCredential createExternalCredential(ConnectApi.ExternalCredentialInput requestBody)':
      guarded(
        (runtime: Runtime, input: ConnectValue | null) => saveExternal(runtime, input ?? nullValue(runtime), null),
        true,
      ),
    'static ConnectApi.ExternalCredential updateExternalCredential(String developerName, ConnectApi.ExternalCredentialInput requestBody)':
      guarded(
        (runtime: Runtime, name: string | null, input: ConnectValue | null) =>
          saveExternal(runtime, input ?? nullValue(runtime), externalOf(runtime, name)),
        true,
      ),
    'static void deleteExternalCredential(String developerName)': guarded(deleteExternal, true),
    'static ConnectApi.NamedCredential getNamedCredential(String developerName)': guarded(
      (runtime: Runtime, name: string | null) => namedValue(runtime, namedOf(runtime, name)),
    ),
    'static ConnectApi.NamedCredentialList getNamedCredentials()': guarded(nameds),
    'static ConnectApi.NamedCredential createNamedCredential(ConnectApi.NamedCredentialInput requestBody)': guarded(
      (runtime: Runtime, input: ConnectValue | null) => saveNamed(runtime, input ?? nullValue(runtime), null),
      true,
    ),
    'static ConnectApi.NamedCredential updateNamedCredential(String developerName, ConnectApi.NamedCredentialInput requestBody)':
      guarded(
        (runtime: Runtime, name: string | null, input: ConnectValue | null) =>
          saveNamed(runtime, input ?? nullValue(runtime), namedOf(runtime, name)),
        true,
      ),
    'static void deleteNamedCredential(String developerName)': guarded(deleteNamed, true),
  },
});
