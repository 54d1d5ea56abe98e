/**
 * `ConnectApi.NamedCredentials`: secrets for principals, and credentials made while the org runs. What a package
 * brought can't be changed, its secrets can. Values entered as encrypted never come back. (Apex Reference,
 * "NamedCredentials Class".)
 */
import type { Secrets, SecretValue } from '../../callouts/credentialStore.ts';
import { ApexMap } from '../../runtime/collections.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass, type Code, type PlatformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { externalOf, fail, guarded, namedOf, principalOf, reachable, text } from './credentialAccess.ts';
import { deleteExternal, deleteNamed, saveExternal, saveNamed } from './credentialDefinitions.ts';
import { credentialValue, externalValue, namedValue } from './credentialOutputs.ts';
import { ConnectValue } from './values.ts';

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
const externals: Code = (runtime: Runtime) =>
  new ConnectValue('ExternalCredentialList', {
    externalCredentials: runtime.newList(
      'ConnectApi.ExternalCredential',
      reachable(runtime, runtime.org.credentials.external).map((one) => externalValue(runtime, one)),
    ),
  });
const nameds: Code = (runtime: Runtime) =>
  new ConnectValue('NamedCredentialList', {
    namedCredentials: runtime.newList(
      'ConnectApi.NamedCredential',
      reachable(runtime, runtime.org.credentials.named).map((one) => namedValue(runtime, one)),
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
