/** Reads source trees. Later folders add to earlier ones; every custom name of the tree carries its namespace. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { qualify, qualifyPlain } from './names.ts';
import { readCustomMetadata } from './readers/customMetadata.ts';
import { readField } from './readers/field.ts';
import {
  emptyObject,
  readFieldSet,
  readObject,
  readRecordType,
  readSharingReason,
  readValidationRule,
} from './readers/object.ts';
import { readCustomPermission, readQueue, readRole } from './readers/people.ts';
import { readPermission, readPermissionSetGroup } from './readers/permission.ts';
import { readLabels, readTranslations } from './readers/text.ts';
import { readGlobalValueSet, readStandardValueSet } from './readers/values.ts';
import type { ApexSource, NamedSource, ObjectSource, SourceTree, StaticResourceSource } from './tree.ts';
import { metadataFiles, type MetadataFile } from './walk.ts';
import { parseXml, type XmlNode } from './xml.ts';

type Building = {
  -readonly [Key in keyof SourceTree]: SourceTree[Key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : SourceTree[Key] extends readonly (infer E)[]
      ? E[]
      : SourceTree[Key];
};

/** Kept whole: they mean something to another part of the org, which reads what it needs of them. */
const KEPT: ReadonlySet<string> = new Set([
  'namedCredential',
  'externalCredential',
  'eca',
  'ecaOauth',
  'ecaGlblOauth',
  'ecaOauthPlcy',
  'site',
  'connectedApp',
  'notiftype',
  'remoteSite',
  'cspTrustedSite',
  'app',
  'tab',
  'layout',
  'flexipage',
  'quickAction',
  'globalPicklist',
  'flow',
  'workflow',
  'cachePartition',
  'PlatformEventSubscriberConfig',
  'email',
  'businessProcess',
  'pathAssistant',
  'messageChannel',
]);

export function loadSource(directories: readonly string[], options: { readonly namespace: string }): SourceTree {
  const tree = emptyTree(options.namespace);
  for (const directory of directories) {
    for (const file of metadataFiles(directory)) {
      readOne(tree, file);
    }
  }
  return tree;
}

function emptyTree(namespace: string): Building {
  return {
    namespace,
    objects: new Map(),
    globalValueSets: new Map(),
    standardValueSets: new Map(),
    labels: [],
    translations: [],
    objectTranslations: [],
    customMetadata: [],
    permissions: [],
    permissionSetGroups: [],
    customPermissions: [],
    roles: [],
    queues: [],
    groups: [],
    apex: [],
    staticResources: [],
    sharingRules: [],
    duplicateRules: [],
    matchingRules: [],
    settings: [],
    others: [],
    unread: [],
  };
}

function objectOf(tree: Building, name: string): ObjectSource {
  const qualified = qualify(name, tree.namespace);
  let object = tree.objects.get(qualified.toLowerCase());
  if (object === undefined) {
    object = emptyObject(qualified);
    tree.objects.set(qualified.toLowerCase(), object);
  }
  return object;
}

function readOne(tree: Building, source: MetadataFile): void {
  const { namespace } = tree;
  const { file, name, suffix } = source;
  const root = (): XmlNode => parseXml(readFileSync(file, 'utf8'), file);
  const named = (): NamedSource => ({ name, namespace, file, node: root() });
  const part = (): ObjectSource => objectOf(tree, source.objectFolder ?? name);
  switch (suffix) {
    case 'object':
      return readObject(root(), objectOf(tree, name), namespace, file);
    case 'field':
      return void part().fields.push(readField(root(), namespace));
    case 'validationRule':
      return void part().validationRules.push(readValidationRule(root(), namespace));
    case 'recordType':
      return void part().recordTypes.push(readRecordType(root(), namespace));
    case 'fieldSet':
      return void part().fieldSets.push(readFieldSet(root(), namespace));
    case 'sharingReason':
      return void part().sharingReasons.push(readSharingReason(root(), namespace));
    case 'listView':
      return void part().listViews.push(named());
    case 'compactLayout':
      return void part().compactLayouts.push(named());
    case 'globalValueSet':
      return void tree.globalValueSets.set(qualifyPlain(name, namespace).toLowerCase(), readGlobalValueSet(root()));
    case 'standardValueSet':
      return void tree.standardValueSets.set(name.toLowerCase(), readStandardValueSet(root()));
    case 'labels':
      return void tree.labels.push(...readLabels(root(), namespace));
    case 'translation':
      return void tree.translations.push(readTranslations(root(), name));
    case 'objectTranslation':
      return void tree.objectTranslations.push(named());
    case 'md':
      return void tree.customMetadata.push(readCustomMetadata(root(), name, namespace, file));
    case 'permissionset':
      return void tree.permissions.push(readPermission(root(), 'permissionSet', name, namespace));
    case 'mutingpermissionset':
      return void tree.permissions.push(readPermission(root(), 'mutingPermissionSet', name, namespace));
    case 'profile':
      return void tree.permissions.push(readPermission(root(), 'profile', decodeURIComponent(name), namespace));
    case 'permissionsetgroup':
      return void tree.permissionSetGroups.push(readPermissionSetGroup(root(), name, namespace));
    case 'customPermission':
      return void tree.customPermissions.push(readCustomPermission(root(), name, namespace));
    case 'role':
      return void tree.roles.push(readRole(root(), name));
    case 'queue':
      return void tree.queues.push(readQueue(root(), name, namespace));
    case 'group': {
      const node = root();
      return void tree.groups.push({
        name,
        label: node.text('name') ?? name,
        doesIncludeBosses: node.flag('doesIncludeBosses', true),
      });
    }
    case 'cls':
    case 'trigger':
      return void tree.apex.push(readApex(file, name, suffix === 'cls' ? 'class' : 'trigger', namespace));
    case 'resource':
      return void tree.staticResources.push(readStaticResource(file, name, namespace, root()));
    case 'sharingRules':
      return void tree.sharingRules.push(named());
    case 'duplicateRule':
      return void tree.duplicateRules.push(named());
    case 'matchingRule':
      return void tree.matchingRules.push(named());
    case 'settings':
      return void tree.settings.push(named());
    default:
      if (KEPT.has(suffix)) {
        tree.others.push({ ...named(), type: suffix });
      } else {
        tree.unread.push({ file, type: suffix });
      }
  }
}

function readApex(file: string, name: string, kind: ApexSource['kind'], namespace: string): ApexSource {
  const metaFile = `${file}-meta.xml`;
  const meta = existsSync(metaFile) ? parseXml(readFileSync(metaFile, 'utf8'), metaFile) : null;
  return {
    kind,
    name,
    namespace,
    file,
    text: readFileSync(file, 'utf8'),
    apiVersion: meta?.number('apiVersion') ?? null,
    status: meta?.text('status') ?? 'Active',
  };
}

/** The content stands beside its description: `X.resource`, `X.json`, or a folder `X` of an unpacked archive. */
function readStaticResource(metaFile: string, name: string, namespace: string, meta: XmlNode): StaticResourceSource {
  const folder = dirname(metaFile);
  const beside = readdirSync(folder).find(
    (one) => one !== `${name}.resource-meta.xml` && one.startsWith(`${name}.`) && !one.endsWith('-meta.xml'),
  );
  const unpacked = join(folder, name);
  const entries = new Map<string, Uint8Array>();
  if (existsSync(unpacked) && statSync(unpacked).isDirectory()) {
    for (const entry of readdirSync(unpacked, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name);
        entries.set(relative(unpacked, path), readFileSync(path));
      }
    }
  }
  return {
    name,
    namespace,
    contentType: meta.text('contentType') ?? 'application/octet-stream',
    cacheControl: meta.text('cacheControl') ?? 'Private',
    description: meta.text('description'),
    content: beside === undefined ? null : readFileSync(join(folder, beside)),
    entries,
  };
}
