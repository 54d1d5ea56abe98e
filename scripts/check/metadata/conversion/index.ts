import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import type { Check, Finding, Project } from '../../types.ts';
import { modelOf } from '../engine.ts';
import { countComponents } from './count.ts';

const NAME = 'metadata-conversion';

/** Our words for the library's types, where they differ from the suffix. */
const KEYS: Readonly<Record<string, string>> = {
  apexclass: 'classes',
  apextrigger: 'triggers',
  lightningcomponentbundle: 'lwc',
  customlabel: 'labels',
};

export const conversionCheck: Check = {
  name: NAME,
  proves: 'the source converts to metadata format with every component it holds',
  readsNamespace: false,
  run: async (project) => {
    const { tree } = await modelOf(project);
    return compare(countComponents(tree), await convert(project), project);
  },
};

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
  for (const component of components.flatMap((each) => [each, ...each.getChildren()])) {
    // A labels file is a wrapper; each label in it is a component.
    if (component.type.id !== 'customlabels') {
      const key = KEYS[component.type.id] ?? component.type.suffix ?? component.type.id;
      const plain = KEYS[component.type.id] === undefined ? `${component.name}.${key}` : component.name;
      const owner = component.type.id === 'customobject' ? component.name : component.parent?.name;
      const name = owner === undefined || key === 'labels' ? plain : `${owner}/${plain}`;
      found.set(key, (found.get(key) ?? new Set()).add(name));
    }
  }
  return found;
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
