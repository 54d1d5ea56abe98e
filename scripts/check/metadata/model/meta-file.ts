import { componentKinds, type ComponentKind } from '../schema/registry.ts';
import type { SourceTree } from '../tree.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../xml.ts';

/** One `*-meta.xml` file, read and named. */
export interface MetaFile {
  readonly path: string;
  /** Name without folder, suffix and `-meta.xml`: `Project__c.New_Expense`. */
  readonly fullName: string;
  readonly suffix: string;
  /** Null when the suffix belongs to no metadata type. */
  readonly kind: ComponentKind | null;
  readonly document: XmlDocument;
  /** The root, or an empty element when the file could not be parsed, so that rules need not ask. */
  readonly root: XmlElement;
  readonly feature: string | null;
}

const BUNDLES: readonly ComponentKind[] = [
  { type: 'LightningComponentBundle', folder: 'lwc', isPart: false },
  { type: 'AuraDefinitionBundle', folder: 'aura', isPart: false },
];
const META = '-meta.xml';

/** Feature folder of a path: `time` of `force-app/main/time/classes/X.cls`, or null outside the package. */
export function featureOf(path: string, packageDirectories: readonly string[]): string | null {
  const home = packageDirectories.find((each) => path.startsWith(`${each}/`));
  const parts = home === undefined ? [] : path.slice(home.length + 1).split('/');
  return parts[0] === 'main' && parts.length > 2 ? (parts[1] ?? null) : null;
}

export function readMetaFiles({ files, packageDirectories }: SourceTree): readonly MetaFile[] {
  const found: MetaFile[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith(META)) {
      continue;
    }
    const name = path.slice(path.lastIndexOf('/') + 1, -META.length);
    const dot = name.lastIndexOf('.');
    const suffix = name.slice(dot + 1);
    const document = parseXml(text);
    const empty = { name: '', namespace: '', attributes: new Map<string, string>(), children: [], text: '' };
    found.push({
      path,
      fullName: decodeURIComponent(dot < 0 ? name : name.slice(0, dot)),
      suffix,
      kind: kindOf(path, suffix),
      document,
      root: document.root ?? { ...empty, line: 1, textLine: 1 },
      feature: featureOf(path, packageDirectories),
    });
  }
  return found;
}

function kindOf(path: string, suffix: string): ComponentKind | null {
  const bundle = BUNDLES.find(({ folder }) => path.split('/').at(-3) === folder);
  return bundle ?? componentKinds().get(suffix) ?? null;
}
