/** Named credentials, external credentials and remote sites as callouts need them, read from metadata. */
import type { NamedSource, SourceTree } from '../metadata/tree.ts';
import type { XmlNode } from '../metadata/xml.ts';

export interface CredentialParameter {
  readonly type: string;
  readonly name: string;
  readonly value: string | null;
  readonly group: string | null;
  readonly sequence: number | null;
  readonly externalCredential: string | null;
}

export interface ExternalCredentialDefinition {
  /** With its namespace. */
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  /** `Basic`, `Custom`, `OAuth`, `NoAuthentication` … */
  readonly protocol: string;
  readonly variant: string | null;
  readonly parameters: readonly CredentialParameter[];
  /** The namespace of the code that made it, or of the package it came with. */
  readonly createdBy: string;
  /** Deployed with a package: code may not change it. */
  readonly isManaged: boolean;
}

export interface NamedCredentialDefinition {
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly url: string;
  readonly isEnabled: boolean;
  /** Null for a legacy one. */
  readonly externalCredential: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly mergesInHeader: boolean;
  readonly mergesInBody: boolean;
  readonly generatesAuthorization: boolean;
  readonly parameters: readonly CredentialParameter[];
  /** Of a legacy credential with a password. */
  readonly legacy: { readonly username: string; readonly password: string } | null;
  readonly createdBy: string;
  readonly isManaged: boolean;
}

export interface Definitions {
  readonly external: readonly ExternalCredentialDefinition[];
  readonly named: readonly NamedCredentialDefinition[];
  /** Origins that plain addresses may lead to. */
  readonly remoteSites: ReadonlySet<string>;
}

export function definitionsOf(trees: readonly SourceTree[]): Definitions {
  const external: ExternalCredentialDefinition[] = [];
  const named: NamedCredentialDefinition[] = [];
  const remoteSites = new Set<string>();
  for (const tree of trees) {
    for (const source of tree.others) {
      if (source.type === 'externalCredential') {
        external.push(externalCredential(source));
      } else if (source.type === 'namedCredential') {
        named.push(namedCredential(source));
      } else if (source.type === 'remoteSite' && source.node.flag('isActive', true)) {
        remoteSites.add(originOf(source.node.text('url') ?? ''));
      }
    }
  }
  return { external, named, remoteSites };
}

export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
const qualify = (namespace: string, name: string): string =>
  namespace === '' || name.startsWith(`${namespace}__`) ? name : `${namespace}__${name}`;

const parametersOf = (nodes: readonly XmlNode[], namespace: string): readonly CredentialParameter[] =>
  nodes.map((node) => {
    const credential = node.text('externalCredential');
    return {
      type: node.text('parameterType') ?? '',
      name: node.text('parameterName') ?? '',
      value: node.text('parameterValue'),
      group: node.text('parameterGroup'),
      sequence: node.number('sequenceNumber'),
      externalCredential: credential === null ? null : qualify(namespace, credential),
    };
  });

function externalCredential({ node, name, namespace }: NamedSource): ExternalCredentialDefinition {
  const parameters = parametersOf(node.all('externalCredentialParameters'), namespace);
  return {
    name: qualify(namespace, name),
    namespace,
    label: node.text('label') ?? name,
    protocol: node.text('authenticationProtocol') ?? 'Custom',
    variant: parameters.find((one) => one.type === 'AuthProtocolVariant')?.value ?? null,
    parameters,
    createdBy: namespace,
    isManaged: namespace !== '',
  };
}

function namedCredential({ node, name, namespace }: NamedSource): NamedCredentialDefinition {
  const parameters = parametersOf(node.all('namedCredentialParameters'), namespace);
  const url = parameters.find((one) => one.type === 'Url')?.value ?? node.text('endpoint') ?? '';
  const username = node.text('username');
  return {
    name: qualify(namespace, name),
    namespace,
    label: node.text('label') ?? name,
    url,
    isEnabled: (node.text('calloutStatus') ?? 'Enabled') === 'Enabled',
    externalCredential: parameters.find((one) => one.type === 'Authentication')?.externalCredential ?? null,
    headers: headersOf(parameters),
    mergesInHeader: node.flag('allowMergeFieldsInHeader'),
    mergesInBody: node.flag('allowMergeFieldsInBody'),
    generatesAuthorization: node.flag('generateAuthorizationHeader'),
    parameters,
    legacy:
      node.text('protocol') === 'Password' && username !== null
        ? { username, password: node.text('password') ?? '' }
        : null,
    createdBy: namespace,
    isManaged: namespace !== '',
  };
}

/** Whether code of a package may call out through a named credential that is not the package's. */
export function allowsNamespace({ namespace, parameters }: NamedCredentialDefinition, caller: string): boolean {
  const allowed = parameters
    .filter((one) => one.type === 'AllowedManagedPackageNamespaces')
    .flatMap((one) => (one.value ?? '').split(','));
  return [namespace, ...allowed].some((one) => one.trim().toLowerCase() === caller.toLowerCase());
}

/** `HttpHeader` of named credentials, `AuthHeader` of external ones, in the order of their numbers. */
export function headersOf(parameters: readonly CredentialParameter[]): readonly (readonly [string, string])[] {
  return parameters
    .filter((one) => one.type === 'HttpHeader' || one.type === 'AuthHeader')
    .toSorted((left, right) => (left.sequence ?? 0) - (right.sequence ?? 0))
    .map((one) => [one.name, one.value ?? ''] as const);
}

export const PRINCIPAL_TYPES: ReadonlySet<string> = new Set(['NamedPrincipal', 'PerUserPrincipal']);

/** Principals in the order in which a user's is looked for. */
export function principalsOf(credential: ExternalCredentialDefinition): readonly CredentialParameter[] {
  return credential.parameters
    .filter((one) => PRINCIPAL_TYPES.has(one.type))
    .toSorted((left, right) => (left.sequence ?? 0) - (right.sequence ?? 0));
}
/** A principal's parameter name; older metadata has it as the group. */
export const principalName = (parameter: CredentialParameter): string =>
  parameter.name === '' ? (parameter.group ?? '') : parameter.name;
