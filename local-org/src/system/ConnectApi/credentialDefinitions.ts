/** Credentials that code makes, changes and deletes. What a package brought stays as it is. */
import {
  type CredentialParameter,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from '../../callouts/definitions.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { Code } from '../define.ts';
import { demand, externalOf, fail, items, managed, namedOf, text } from './credentialAccess.ts';
import { externalValue, namedValue } from './credentialOutputs.ts';
import { ConnectValue } from './values.ts';

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

const parametersIn = (input: ConnectValue): readonly CredentialParameter[] =>
  items(input.get('parameters')).map((one) =>
    parameterOf(
      text(one.get('parameterType')) ?? '',
      text(one.get('parameterName')),
      text(one.get('parameterValue')),
      null,
    ),
  );

export function saveExternal(
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
      ...parametersIn(input),
    ],
    createdBy: before?.createdBy ?? runtime.namespace,
    isManaged: false,
  };
  credentials.saveExternal(definition);
  return externalValue(runtime, definition);
}

export function saveNamed(
  runtime: Runtime,
  input: ConnectValue,
  before: NamedCredentialDefinition | null,
): ConnectValue {
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
    isEnabled: before?.isEnabled ?? true,
    externalCredential: externalOf(runtime, linked === undefined ? null : text(linked.get('developerName'))).name,
    headers: headers.map((one) => [one.name, one.value ?? ''] as const),
    mergesInHeader: has('allowMergeFieldsInHeader'),
    mergesInBody: has('allowMergeFieldsInBody'),
    generatesAuthorization: has('generateAuthorizationHeader'),
    parameters: [...headers, ...parametersIn(input)],
    legacy: null,
    createdBy: before?.createdBy ?? runtime.namespace,
    isManaged: false,
  };
  credentials.saveNamed(definition);
  return namedValue(runtime, definition);
}
export const deleteExternal: Code = (runtime: Runtime, name: string | null) => {
  demand(runtime);
  const external = externalOf(runtime, name);
  const users = runtime.org.credentials.named.filter(
    (one) => one.externalCredential?.toLowerCase() === external.name.toLowerCase(),
  );
  if (users.length > 0 && !external.isManaged) {
    fail(
      runtime,
      `Your attempt to delete ${external.name} could not be completed because it is associated with the following named credentials: ${users.map((one) => one.name).join(', ')}`,
    );
  }
  return external.isManaged
    ? managed(runtime, 'ExternalCredential', external.name)
    : void runtime.org.credentials.deleteExternal(external.name);
};
export const deleteNamed: Code = (runtime: Runtime, name: string | null) => {
  demand(runtime);
  const named = namedOf(runtime, name);
  return named.isManaged
    ? managed(runtime, 'NamedCredential', named.name)
    : void runtime.org.credentials.deleteNamed(named.name);
};
