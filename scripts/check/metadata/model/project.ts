import type { StandardModel } from '../../apex/standard-model.ts';
import { isGenerated, type SourceTree } from '../tree.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';
import { featureOf, readMetaFiles, type MetaFile } from './meta-file.ts';
import { readLightning, type LightningBundle } from './lightning.ts';
import { readObjects, type FieldModel, type ObjectModel, type Objects } from './objects.ts';

export interface LabelModel {
  readonly name: string;
  readonly element: XmlElement;
  readonly meta: MetaFile;
}

/** A class, trigger, Lightning script or template: text that names things of ours. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
  readonly feature: string | null;
}

/** The whole source, read once and shared by every rule. */
export interface ProjectModel {
  readonly tree: SourceTree;
  /** The namespace `sfdx-project.json` declares, whichever reading this is. */
  readonly namespace: string;
  readonly standard: StandardModel;
  readonly metas: readonly MetaFile[];
  readonly objects: Objects;
  readonly labels: ReadonlyMap<string, LabelModel>;
  readonly bundles: ReadonlyMap<string, LightningBundle>;
  /** Apex classes by lower-case name. */
  readonly classes: ReadonlyMap<string, CodeFile>;
  readonly triggers: readonly CodeFile[];
  /** Components of a type, in the order they were found. */
  ofType(type: string): readonly MetaFile[];
  /** True when a component of that type and full name exists; names of components ignore case. */
  has(type: string, fullName: string): boolean;
  object(name: string): ObjectModel | undefined;
  field(object: string, name: string): FieldModel | undefined;
}

export function readModel(tree: SourceTree, standard: StandardModel): ProjectModel {
  const metas = readMetaFiles(tree);
  const objects = readObjects(metas, standard);
  const byType = new Map<string, MetaFile[]>();
  const names = new Set<string>();
  for (const meta of metas) {
    const type = meta.kind?.type ?? '';
    byType.set(type, [...(byType.get(type) ?? []), meta]);
    names.add(`${type}:${meta.fullName}`.toLowerCase());
  }
  const ofType = (type: string): readonly MetaFile[] => byType.get(type) ?? [];
  return {
    tree,
    namespace: declaredNamespace(tree),
    standard,
    metas,
    objects,
    labels: readLabels(ofType('CustomLabels')),
    bundles: readLightning(tree, ofType('LightningComponentBundle')),
    classes: new Map(codeFiles(tree, '.cls').map((each) => [nameOf(each.path).toLowerCase(), each])),
    triggers: codeFiles(tree, '.trigger'),
    ofType,
    has: (type, fullName) => names.has(`${type}:${fullName}`.toLowerCase()),
    object: (name) => objects.get(name.toLowerCase()),
    field: (object, name) => objects.get(object.toLowerCase())?.fields.get(name.toLowerCase()),
  };
}

/** File name without its extension. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

function declaredNamespace(tree: SourceTree): string {
  return /"namespace"\s*:\s*"(\w*)"/.exec(tree.files.get('sfdx-project.json') ?? '')?.[1] ?? '';
}

function readLabels(metas: readonly MetaFile[]): ReadonlyMap<string, LabelModel> {
  const labels = new Map<string, LabelModel>();
  for (const meta of metas) {
    for (const element of childrenOf(meta.root, 'labels')) {
      const name = textOf(element, 'fullName') ?? '';
      if (!labels.has(name.toLowerCase())) {
        labels.set(name.toLowerCase(), { name, element, meta });
      }
    }
  }
  return labels;
}

function codeFiles({ files, packageDirectories }: SourceTree, extension: string): readonly CodeFile[] {
  return [...files]
    .filter(([path]) => path.endsWith(extension) && !isGenerated(path, files))
    .map(([path, text]) => ({ path, text, feature: featureOf(path, packageDirectories) }))
    .filter(({ path }) => packageDirectories.some((each) => path.startsWith(`${each}/`)));
}
