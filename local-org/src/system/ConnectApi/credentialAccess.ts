/**
 * What the methods of `ConnectApi.NamedCredentials` share: who may call them, and which credentials they find. Code of a
 * managed package finds those of the package and those it made itself (Apex Reference, "NamedCredentials Class").
 */
import type { Principal } from '../../callouts/credentialStore.ts';
import {
  principalName,
  principalsOf,
  type ExternalCredentialDefinition,
  type NamedCredentialDefinition,
} from '../../callouts/definitions.ts';
import { ApexList } from '../../runtime/collections.ts';
import { EnumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { seesAllData } from '../../testing/testState.ts';
import type { Code } from '../define.ts';
import { ConnectValue } from './values.ts';

export const fail = (runtime: Runtime, message: string): never =>
  runtime.fail('ConnectApi.ConnectApiException', message);
export const text = (value: ApexValue): string | null =>
  value instanceof EnumValue ? value.name : typeof value === 'string' && value !== '' ? value : null;
export const items = (value: ApexValue): readonly ConnectValue[] =>
  value instanceof ApexList ? value.items.filter((one) => one instanceof ConnectValue) : [];
export const enumOf = (runtime: Runtime, name: string, value: string | null): ApexValue =>
  value === null ? null : runtime.enumValue(`ConnectApi.${name}`, value);

/** Methods answer from an org's real data, which most tests do not see; writes count as DML and need a permission. */
export function guarded(code: Code, isWrite = false): Code {
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
export function demand(runtime: Runtime): void {
  const { security } = runtime.org;
  const { userId } = runtime.access;
  if (!['ManageNamedCredentials', 'CustomizeApplication'].some((name) => security.hasUserPermission(userId, name))) {
    fail(runtime, 'You do not have the permission "Manage Named Credentials" or "Customize Application".');
  }
}

/** Definitions a namespace may see; those of others are as if they were not there. */
function isReachable(runtime: Runtime, one: ExternalCredentialDefinition | NamedCredentialDefinition): boolean {
  const { namespace } = runtime;
  return (
    !runtime.org.packages.has(namespace) || [one.namespace, one.createdBy].some((owner) => isSame(owner, namespace))
  );
}
const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export function externalOf(runtime: Runtime, name: string | null): ExternalCredentialDefinition {
  const found = runtime.org.credentials.findExternal(name ?? '', runtime.namespace);
  return found !== null && isReachable(runtime, found)
    ? found
    : fail(
        runtime,
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${name ?? ''}" might not exist.`,
      );
}
export function namedOf(runtime: Runtime, name: string | null): NamedCredentialDefinition {
  const found = runtime.org.credentials.findNamed(name ?? '', runtime.namespace);
  return found !== null && isReachable(runtime, found)
    ? found
    : fail(
        runtime,
        `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name ?? ''}" might not exist.`,
      );
}
export const reachable = <T extends ExternalCredentialDefinition | NamedCredentialDefinition>(
  runtime: Runtime,
  all: readonly T[],
): readonly T[] => all.filter((one) => isReachable(runtime, one));

export const managed = (runtime: Runtime, entity: string, name: string): never =>
  fail(runtime, `Cannot modify managed object: entity=${entity}, component=${name}, state=installed`);

export function principalOf(
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
