import { codeOnly } from '../code.ts';
import type { ProjectModel } from '../model/project.ts';
import { featureOf } from '../model/meta-file.ts';
import { PROSE } from '../prose.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { lineOf } from '../tree.ts';
import { descendants, isLeaf } from '../xml.ts';
import { MAY_USE, mayUse } from './features.ts';
import { readOwnership, type Ownership } from './ownership.ts';

const CUSTOM = /\b[A-Za-z]\w*?__(?:c|mdt|e)\b/g;

/** A feature refers only to what it may: `core` to nothing of ours, the others as the architecture draws them. */
export const boundariesRule: Rule = {
  name: 'boundaries',
  *run(model): Generator<Defect> {
    const owners = readOwnership(model);
    yield* knownFolders(model);
    for (const { path, text, feature } of [...model.classes.values(), ...model.triggers]) {
      if (feature !== null) {
        yield* apex(path, text, feature, owners);
      }
    }
    for (const bundle of model.bundles.values()) {
      for (const [path, text] of bundle.feature === null ? [] : bundle.files) {
        yield* lightning(path, text, bundle.feature ?? '', owners);
      }
    }
    yield* metadata(model, owners);
  },
};

function* knownFolders(model: ProjectModel): Generator<Defect> {
  const { files, packageDirectories } = model.tree;
  for (const path of files.keys()) {
    const isInPackage = packageDirectories.some((folder) => path.startsWith(`${folder}/`));
    const feature = featureOf(path, packageDirectories);
    if (isInPackage && (feature === null || MAY_USE[feature] === undefined)) {
      const fix = `Move it to one of ${Object.keys(MAY_USE).join(', ')}.`;
      yield defect(path, 1, `${feature ?? 'This place'} is no feature folder`, fix);
    }
  }
}

function crossing(path: string, line: number, from: string, to: string, what: string): Defect {
  const fix = `Move ${what} to a feature that ${from} may use, or turn the reference round.`;
  return defect(path, line, `${from} uses ${what}, which belongs to ${to}`, fix);
}

function* apex(path: string, text: string, from: string, owners: Ownership): Generator<Defect> {
  const code = codeOnly(text);
  const seen = new Set<string>();
  for (const match of code.matchAll(/(\.\s*)?\b([A-Za-z]\w*)\b/g)) {
    const name = match[2] ?? '';
    const isMember = match[1] !== undefined;
    const isLabel = isMember && /\bLabel\s*$/.test(code.slice(Math.max(0, match.index - 20), match.index));
    const owner = isLabel
      ? owners.labels.get(name)
      : isMember
        ? undefined
        : (owners.classes.get(name) ?? objectOwner(name, from, owners));
    if (owner !== undefined && !mayUse(from, owner) && !seen.has(name)) {
      seen.add(name);
      yield crossing(path, lineOf(text, match.index), from, owner, name);
    }
  }
}

/** Owner of an object's name, unless a field of the same name lies within reach. */
function objectOwner(name: string, from: string, owners: Ownership): string | undefined {
  const asField = owners.fields.get(name);
  return asField !== undefined && [...asField].some((each) => mayUse(from, each))
    ? undefined
    : owners.objects.get(name);
}

function* lightning(path: string, text: string, from: string, owners: Ownership): Generator<Defect> {
  const reach: readonly (readonly [RegExp, ReadonlyMap<string, string>])[] = [
    [/['"]c\/(\w+)/g, owners.bundles],
    [/<c-([a-z][\w-]*)/g, owners.bundles],
    [/@salesforce\/label\/c\.(\w+)/g, owners.labels],
    [/@salesforce\/apex\/(\w+)\./g, owners.classes],
    [/@salesforce\/schema\/(\w+)/g, owners.objects],
    [/@salesforce\/customPermission\/(\w+)/g, owners.permissions],
  ];
  for (const [pattern, names] of reach) {
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      const owner = names.get(name);
      if (owner !== undefined && !mayUse(from, owner)) {
        yield crossing(path, lineOf(text, match.index), from, owner, name);
      }
    }
  }
}

function* metadata(model: ProjectModel, owners: Ownership): Generator<Defect> {
  for (const { path, root, feature } of model.metas) {
    for (const element of feature === null ? [] : descendants(root)) {
      if (!isLeaf(element) || PROSE.has(element.name) || feature === null) {
        continue;
      }
      const text = element.text.trim();
      const named: (readonly [string, string | undefined])[] = [...text.matchAll(CUSTOM)].map(
        ([name]) => [name, objectOwner(name, feature, owners)] as const,
      );
      if (element.name === 'apexClass') {
        named.push([text, owners.classes.get(text)]);
      }
      named.push([text, text.startsWith('c:') ? owners.bundles.get(text.slice(2)) : undefined]);
      for (const match of text.matchAll(/\$(Label|Permission)\.(?:CustomPermission\.|c\.)?(\w+)/g)) {
        const names = match[1] === 'Label' ? owners.labels : owners.permissions;
        named.push([match[2] ?? '', names.get(match[2] ?? '')]);
      }
      for (const [name, owner] of named) {
        if (owner !== undefined && !mayUse(feature, owner)) {
          yield crossing(path, element.line, feature, owner, name);
        }
      }
    }
  }
}
