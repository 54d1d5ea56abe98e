/** What is deployed, file by file, and what the local org does with it. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { componentRoots } from '../../lightning/componentRoots.ts';
import { metadataFiles } from '../../metadata/walk.ts';
import type { ServedOrg } from '../servedOrg.ts';

export interface DeployedComponent {
  readonly type: string;
  readonly name: string;
  readonly namespace: string;
}

/** Names of types by the endings of their files. Source: Metadata API Developer Guide, "Metadata Types". */
const TYPES: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  businessProcess: 'BusinessProcess',
  cachePartition: 'PlatformCachePartition',
  cls: 'ApexClass',
  compactLayout: 'CompactLayout',
  connectedApp: 'ConnectedApp',
  cspTrustedSite: 'CspTrustedSite',
  customPermission: 'CustomPermission',
  duplicateRule: 'DuplicateRule',
  eca: 'ExternalClientApplication',
  ecaGlblOauth: 'ExtlClntAppGlobalOauthSettings',
  ecaOauth: 'ExtlClntAppOauthSettings',
  ecaOauthPlcy: 'ExtlClntAppOauthConfigurablePolicies',
  email: 'EmailTemplate',
  externalCredential: 'ExternalCredential',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  fieldTranslation: 'CustomFieldTranslation',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  globalPicklist: 'GlobalPicklist',
  globalValueSet: 'GlobalValueSet',
  group: 'Group',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  matchingRule: 'MatchingRules',
  md: 'CustomMetadata',
  messageChannel: 'LightningMessageChannel',
  mutingpermissionset: 'MutingPermissionSet',
  namedCredential: 'NamedCredential',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  pathAssistant: 'PathAssistant',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  profile: 'Profile',
  queue: 'Queue',
  quickAction: 'QuickAction',
  recordType: 'RecordType',
  remoteSite: 'RemoteSiteSetting',
  resource: 'StaticResource',
  role: 'Role',
  settings: 'Settings',
  sharingReason: 'SharingReason',
  sharingRules: 'SharingRules',
  site: 'CustomSite',
  standardValueSet: 'StandardValueSet',
  tab: 'CustomTab',
  translation: 'Translations',
  trigger: 'ApexTrigger',
  validationRule: 'ValidationRule',
  workflow: 'Workflow',
};

/** Read, and nothing here makes anything of them. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'cachePartition',
  'connectedApp',
  'cspTrustedSite',
  'email',
  'globalPicklist',
]);

export const typeName = (suffix: string): string => TYPES[suffix] ?? suffix;

/** Without the files that describe Lightning components: their folders stand for them. */
const DESCRIBES_A_COMPONENT = 'js';

export function deployed(org: ServedOrg): readonly DeployedComponent[] {
  const { sources } = org.local.options;
  const files = sources.flatMap(({ directory, namespace = '' }) =>
    metadataFiles(directory)
      .filter(({ suffix }) => suffix !== DESCRIBES_A_COMPONENT)
      .map(({ suffix, name, objectFolder }) => ({
        type: typeName(suffix),
        name: objectFolder === null || suffix === 'object' ? name : `${objectFolder}.${name}`,
        namespace,
      })),
  );
  const bundles = componentRoots(sources).flatMap(({ folder, namespace }) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => ({ type: 'LightningComponentBundle', name, namespace: namespace === 'c' ? '' : namespace })),
  );
  return [...files, ...bundles].sort(
    (left, right) => left.type.localeCompare(right.type) || left.name.localeCompare(right.name),
  );
}

/** Deployed here, and of no use: what would work in Salesforce and does not here. */
export function withoutUse(org: ServedOrg): readonly { readonly type: string; readonly name: string }[] {
  return org.local.parts.trees.flatMap((tree) => [
    ...tree.unread
      .filter(({ type }) => type !== DESCRIBES_A_COMPONENT)
      .map(({ file, type }) => ({ type: typeName(type), name: basename(file) })),
    ...tree.others
      .filter(({ type }) => WITHOUT_EFFECT.has(type))
      .map(({ type, name }) => ({ type: typeName(type), name })),
  ]);
}
