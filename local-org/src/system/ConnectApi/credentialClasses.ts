/** What `ConnectApi.NamedCredentials` takes and gives. */
import { enumClass, valueClass } from './values.ts';
import type { PlatformClass } from '../define.ts';

const CREDENTIAL = {
  authenticationProtocol: 'ConnectApi.CredentialAuthenticationProtocol',
  authenticationProtocolVariant: 'ConnectApi.CredentialAuthenticationProtocolVariant',
  externalCredential: 'String',
  principalName: 'String',
  principalType: 'ConnectApi.CredentialPrincipalType',
};
const VALUE = { encrypted: 'Boolean', revision: 'Integer', value: 'String' };
const HEADER = { headerName: 'String', headerValue: 'String', id: 'String', sequenceNumber: 'Integer' };
const parameter = (type: string): Readonly<Record<string, string>> => ({
  id: 'String',
  parameterDescription: 'String',
  parameterName: 'String',
  parameterType: type,
  parameterValue: 'String',
});
const OPTIONS = {
  allowMergeFieldsInBody: 'Boolean',
  allowMergeFieldsInHeader: 'Boolean',
  generateAuthorizationHeader: 'Boolean',
};
const EXTERNAL = {
  authenticationProtocol: 'ConnectApi.CredentialAuthenticationProtocol',
  authenticationProtocolVariant: 'ConnectApi.CredentialAuthenticationProtocolVariant',
  developerName: 'String',
  masterLabel: 'String',
};
const NAMED = {
  calloutUrl: 'String',
  description: 'String',
  developerName: 'String',
  masterLabel: 'String',
  networkConnection: 'String',
  type: 'ConnectApi.NamedCredentialType',
};

export const credentialClasses: readonly PlatformClass[] = [
  enumClass('CreateCredentialAction', ['Refresh']),
  enumClass('CredentialAuthenticationProtocol', ['AwsSv4', 'Basic', 'Custom', 'Jwt', 'OAuth']),
  enumClass('CredentialAuthenticationProtocolVariant', [
    'AwsSv4_STS',
    'ClientCredentialsClientSecret',
    'ClientCredentialsClientSecretBasic',
    'ClientCredentialsJwtAssertion',
    'JwtBearer',
    'NoAuthentication',
    'RolesAnywhere',
  ]),
  enumClass('CredentialAuthenticationStatus', ['Configured', 'NotConfigured', 'Unknown']),
  enumClass('CredentialPrincipalType', ['AwsStsPrincipal', 'NamedPrincipal', 'PerUserPrincipal']),
  enumClass('ExternalCredentialParameterType', [
    'AdditionalRefreshStatusCode',
    'AuthParameter',
    'AuthProvider',
    'AuthProviderUrl',
    'AuthProviderUrlQueryParameter',
    'JwtBodyClaim',
    'JwtHeaderClaim',
    'ManagedByComponent',
    'ManagedByFeature',
    'SfHttpRequestExtensionName',
    'SigningCertificate',
  ]),
  enumClass('NamedCredentialParameterType', [
    'AllowedManagedPackageNamespaces',
    'ClientCertificate',
    'ConnectionStatus',
  ]),
  enumClass('NamedCredentialType', ['PrivateEndpoint', 'SecuredEndpoint']),
  enumClass('NamedCredentialCalloutStatus', ['Disabled', 'Enabled']),
  valueClass('CredentialInput', { ...CREDENTIAL, credentials: 'Map<String, ConnectApi.CredentialValueInput>' }),
  valueClass('CredentialValueInput', VALUE),
  valueClass('Credential', {
    ...CREDENTIAL,
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    credentials: 'Map<String, ConnectApi.CredentialValue>',
  }),
  valueClass('CredentialValue', VALUE),
  valueClass('CredentialCustomHeader', HEADER),
  valueClass('CredentialCustomHeaderInput', HEADER),
  valueClass('ExternalCredentialInput', {
    ...EXTERNAL,
    customHeaders: 'List<ConnectApi.CredentialCustomHeaderInput>',
    parameters: 'List<ConnectApi.ExternalCredentialParameterInput>',
    principals: 'List<ConnectApi.ExternalCredentialPrincipalInput>',
  }),
  valueClass('ExternalCredentialParameterInput', parameter('ConnectApi.ExternalCredentialParameterType')),
  valueClass('ExternalCredentialPrincipalInput', {
    id: 'String',
    parameters: 'List<ConnectApi.ExternalCredentialParameterInput>',
    principalName: 'String',
    principalType: 'ConnectApi.CredentialPrincipalType',
    sequenceNumber: 'Integer',
  }),
  valueClass('ExternalCredential', {
    ...EXTERNAL,
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    createdByNamespace: 'String',
    customHeaders: 'List<ConnectApi.CredentialCustomHeader>',
    id: 'String',
    parameters: 'List<ConnectApi.ExternalCredentialParameter>',
    principals: 'List<ConnectApi.ExternalCredentialPrincipal>',
    relatedNamedCredentials: 'List<ConnectApi.NamedCredential>',
    url: 'String',
  }),
  valueClass('ExternalCredentialParameter', parameter('ConnectApi.ExternalCredentialParameterType')),
  valueClass('ExternalCredentialPrincipalAccess', { developerName: 'String', id: 'String', type: 'String' }),
  valueClass('ExternalCredentialPrincipal', {
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    id: 'String',
    parameters: 'List<ConnectApi.ExternalCredentialParameter>',
    principalAccess: 'List<ConnectApi.ExternalCredentialPrincipalAccess>',
    principalName: 'String',
    principalType: 'ConnectApi.CredentialPrincipalType',
    sequenceNumber: 'Integer',
  }),
  valueClass('ExternalCredentialList', { externalCredentials: 'List<ConnectApi.ExternalCredential>' }),
  valueClass('NamedCredentialInput', {
    ...NAMED,
    calloutOptions: 'ConnectApi.NamedCredentialCalloutOptionsInput',
    customHeaders: 'List<ConnectApi.CredentialCustomHeaderInput>',
    externalCredentials: 'List<ConnectApi.ExternalCredentialInput>',
    parameters: 'List<ConnectApi.NamedCredentialParameterInput>',
  }),
  valueClass('NamedCredentialParameterInput', parameter('ConnectApi.NamedCredentialParameterType')),
  valueClass('NamedCredentialCalloutOptionsInput', OPTIONS),
  valueClass('NamedCredential', {
    ...NAMED,
    calloutOptions: 'ConnectApi.NamedCredentialCalloutOptions',
    calloutStatus: 'ConnectApi.NamedCredentialCalloutStatus',
    createdByNamespace: 'String',
    customHeaders: 'List<ConnectApi.CredentialCustomHeader>',
    externalCredentials: 'List<ConnectApi.ExternalCredential>',
    id: 'String',
    parameters: 'List<ConnectApi.NamedCredentialParameter>',
    url: 'String',
  }),
  valueClass('NamedCredentialParameter', parameter('ConnectApi.NamedCredentialParameterType')),
  valueClass('NamedCredentialCalloutOptions', OPTIONS),
  valueClass('NamedCredentialList', { namedCredentials: 'List<ConnectApi.NamedCredential>' }),
];
