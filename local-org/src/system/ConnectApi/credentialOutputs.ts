/** Credentials as `ConnectApi.NamedCredentials` gives them. Values entered as encrypted never come back. */
import type { Principal } from '../../callouts/credentialStore.ts';
import {
  principalName,
  principalsOf,
  PRINCIPAL_TYPES,
  type CredentialParameter,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from '../../callouts/definitions.ts';
import { grantersOf, principalId } from '../../callouts/principalAccess.ts';
import { makeId } from '../../data/ids.ts';
import type { ApexList } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { enumOf } from './credentialAccess.ts';
import { ConnectValue } from './values.ts';

export function credentialValue(
  runtime: Runtime,
  external: ExternalCredentialDefinition,
  principal: Principal,
): ConnectValue {
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

export function externalValue(runtime: Runtime, external: ExternalCredentialDefinition, isWhole = true): ConnectValue {
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
      principalAccess: runtime.newList(
        'ConnectApi.ExternalCredentialPrincipalAccess',
        grantersOf(runtime, credentials, principal).map(
          ({ id, name, type }) =>
            new ConnectValue('ExternalCredentialPrincipalAccess', { id, developerName: name, type }),
        ),
      ),
      sequenceNumber: one.sequence,
    });
    return { value, isConfigured };
  });
  return new ConnectValue('ExternalCredential', {
    ...protocolOf(runtime, external),
    authenticationStatus: statusOf(runtime, principals.length > 0 && principals.every((one) => one.isConfigured)),
    createdByNamespace: textOrNull(external.createdBy),
    customHeaders: headersValue(runtime, external.parameters, 'AuthHeader'),
    developerName: external.name,
    id: idOf('0pE', external.name),
    masterLabel: external.label,
    principals: runtime.newList(
      'ConnectApi.ExternalCredentialPrincipal',
      principals.map((one) => one.value),
    ),
    parameters: runtime.newList(
      'ConnectApi.ExternalCredentialParameter',
      external.parameters
        .filter((one) => !PRINCIPAL_TYPES.has(one.type) && one.type !== 'AuthHeader')
        .flatMap((one) => parameterValue(runtime, 'ExternalCredentialParameter', one)),
    ),
    relatedNamedCredentials: runtime.newList(
      'ConnectApi.NamedCredential',
      isWhole
        ? credentials.named
            .filter((one) => one.externalCredential?.toLowerCase() === external.name.toLowerCase())
            .map((one) => namedValue(runtime, one, false))
        : [],
    ),
  });
}
export function namedValue(runtime: Runtime, named: NamedCredentialDefinition, isWhole = true): ConnectValue {
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
    createdByNamespace: textOrNull(named.createdBy),
    customHeaders: headersValue(runtime, named.parameters, 'HttpHeader'),
    developerName: named.name,
    id: idOf('0XA', named.name),
    externalCredentials: runtime.newList(
      'ConnectApi.ExternalCredential',
      external === null || !isWhole ? [] : [externalValue(runtime, external, false)],
    ),
    masterLabel: named.label,
    parameters: runtime.newList(
      'ConnectApi.NamedCredentialParameter',
      named.parameters
        .filter((one) => !['HttpHeader', 'Url', 'Authentication'].includes(one.type))
        .flatMap((one) => parameterValue(runtime, 'NamedCredentialParameter', one)),
    ),
    type: enumOf(runtime, 'NamedCredentialType', named.externalCredential === null ? null : 'SecuredEndpoint'),
  });
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** The same as long as the name is. */
function idOf(prefix: string, name: string): string {
  let hash = 0;
  for (const character of name.toLowerCase()) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0x7fffffffff;
  }
  return makeId(prefix, hash);
}

function headersValue(runtime: Runtime, parameters: readonly CredentialParameter[], type: string): ApexList {
  return runtime.newList(
    'ConnectApi.CredentialCustomHeader',
    parameters
      .filter((one) => one.type === type)
      .map(
        ({ name, value, sequence }) =>
          new ConnectValue('CredentialCustomHeader', {
            headerName: name,
            headerValue: value,
            sequenceNumber: sequence,
          }),
      ),
  );
}

/** Metadata knows more types of parameters than the enum has; those are left out. */
function parameterValue(
  runtime: Runtime,
  kind: 'ExternalCredentialParameter' | 'NamedCredentialParameter',
  { type, name, value }: CredentialParameter,
): readonly ConnectValue[] {
  const parameterType = enumOf(runtime, `${kind}Type`, type);
  return parameterType === null
    ? []
    : [new ConnectValue(kind, { parameterName: name, parameterType, parameterValue: value })];
}
