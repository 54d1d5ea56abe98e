import { isGenerated, type SourceTree } from '../tree.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import { featureOf, type MetaFile } from './meta-file.ts';

export interface TargetConfig {
  readonly element: XmlElement;
  readonly targets: readonly string[];
  readonly objects: readonly string[];
  readonly properties: ReadonlyMap<string, XmlElement>;
}

export interface LightningBundle {
  readonly name: string;
  readonly folder: string;
  readonly feature: string | null;
  readonly meta: MetaFile | null;
  readonly isExposed: boolean;
  readonly targets: readonly string[];
  readonly configs: readonly TargetConfig[];
  /** Scripts and templates that people edit, tests excepted. */
  readonly files: ReadonlyMap<string, string>;
  /** Names decorated with `@api` in the main script. */
  readonly api: ReadonlySet<string>;
}

export function readLightning(
  { files, packageDirectories }: SourceTree,
  metas: readonly MetaFile[],
): ReadonlyMap<string, LightningBundle> {
  const contents = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const folder = /^(.*\/lwc\/[^/]+)\/[^/]+\.(?:js|ts|html)$/.exec(path)?.[1];
    if (folder !== undefined && !isGenerated(path, files)) {
      contents.set(folder, (contents.get(folder) ?? new Map<string, string>()).set(path, text));
    }
  }
  const bundles = new Map<string, LightningBundle>();
  for (const folder of new Set([
    ...contents.keys(),
    ...metas.map(({ path }) => path.slice(0, path.lastIndexOf('/'))),
  ])) {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const meta = metas.find(({ path }) => path.startsWith(`${folder}/`)) ?? null;
    const own = contents.get(folder) ?? new Map<string, string>();
    const main = own.get(`${folder}/${name}.ts`) ?? own.get(`${folder}/${name}.js`) ?? '';
    bundles.set(name, {
      name,
      folder,
      feature: featureOf(`${folder}/x`, packageDirectories),
      meta,
      isExposed: textOf(meta?.root ?? null, 'isExposed') === 'true',
      targets: childrenOf(childOf(meta?.root ?? null, 'targets'), 'target').map((each) => each.text.trim()),
      configs: childrenOf(childOf(meta?.root ?? null, 'targetConfigs'), 'targetConfig').map(configOf),
      files: own,
      api: new Set([...main.matchAll(/@api\s+(?:get\s+|set\s+)?(\w+)/g)].map((match) => match[1] ?? '')),
    });
  }
  return bundles;
}

function configOf(element: XmlElement): TargetConfig {
  const properties = childrenOf(element, 'property').map((each) => [each.attributes.get('name') ?? '', each] as const);
  return {
    element,
    targets: (element.attributes.get('targets') ?? '').split(',').map((each) => each.trim()),
    objects: childrenOf(childOf(element, 'objects'), 'object').map((each) => each.text.trim()),
    properties: new Map(properties),
  };
}
