import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import type { Check, Finding, Project } from '../../types.ts';
import { modelOf } from '../engine.ts';
import { componentKinds } from '../schema/registry.ts';
import type { SourceTree } from '../tree.ts';
import { childrenOf, parseXml, textOf } from '../xml.ts';
import { countComponents } from './count.ts';

const NAME = 'metadata-conversion';

/** Our words for the library's types, where they differ from the suffix. */
const KEYS: Readonly<Record<string, string>> = {
  apexclass: 'classes',
  apextrigger: 'triggers',
  lightningcomponentbundle: 'lwc',
};

export const conversionCheck: Check = {
  name: NAME,
  proves: 'the source converts to metadata format with every component it holds',
  readsNamespace: false,
  run: async (project) => compareWithConversion(project, (await modelOf(project)).tree),
};

/** What our own count of the source and the converted result do not agree on. */
export async function compareWithConversion(project: Project, tree: SourceTree): Promise<readonly Finding[]> {
  return compare(countComponents(tree), await convert(project), project);
}

/** Converts into a folder of its own, then lists what a deployment would find there. */
async function convert(project: Project): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const set = ComponentSet.fromSource({ fsPaths: project.packageDirectories.map((each) => join(project.root, each)) });
  set.sourceApiVersion = '67.0';
  const output = await mkdtemp(join(tmpdir(), 'tsync-convert-'));
  try {
    await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: output,
      genUniqueDir: false,
    });
    return listed(ComponentSet.fromSource(output).getSourceComponents().toArray());
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

function listed(components: readonly SourceComponent[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (type: string, name: string): void => void found.set(type, (found.get(type) ?? new Set()).add(name));
  for (const { type, name, xml } of components) {
    const key = KEYS[type.id] ?? type.suffix ?? type.id;
    if (type.id === 'customobject') {
      add(key, `${name}/${name}.${key}`);
      for (const [suffix, part] of xml === undefined ? [] : partsIn(xml)) {
        add(suffix, `${name}/${part}.${suffix}`);
      }
    } else if (type.id === 'customlabels') {
      const { root } = parseXml(xml === undefined ? '' : readFileSync(xml, 'utf8'));
      childrenOf(root, 'labels').forEach((label) => add('labels', textOf(label, 'fullName') ?? ''));
    } else {
      add(key, KEYS[type.id] === undefined ? `${name}.${key}` : name);
    }
  }
  return found;
}

/** Suffix and name of each part that an object file in metadata format holds. */
function partsIn(file: string): readonly (readonly [suffix: string, name: string])[] {
  const { root } = parseXml(readFileSync(file, 'utf8'));
  const parts = [...componentKinds()].filter(([, kind]) => kind.isPart);
  return parts.flatMap(([suffix, { folder }]) =>
    childrenOf(root, folder).map((part) => [suffix, textOf(part, 'fullName') ?? ''] as const),
  );
}

function compare(
  expected: ReadonlyMap<string, ReadonlySet<string>>,
  converted: ReadonlyMap<string, ReadonlySet<string>>,
  project: Project,
): readonly Finding[] {
  const findings: Finding[] = [];
  const file = project.packageDirectories[0] ?? '';
  const fix = 'Correct its file name, its folder or its -meta.xml.';
  const report = (message: string): void => void findings.push({ check: `${NAME}/count`, file, line: 1, message, fix });
  for (const [type, names] of expected) {
    for (const name of names) {
      if (converted.get(type)?.has(name) !== true) {
        report(`${type} ${name} is lost in conversion`);
      }
    }
  }
  for (const [type, names] of converted) {
    for (const name of names) {
      // Fields of a standard object arrive in an object file, although the source has none for the object itself.
      if (type !== 'object' && expected.get(type)?.has(name) !== true) {
        report(`${type} ${name} appears only in conversion`);
      }
    }
  }
  return findings;
}
