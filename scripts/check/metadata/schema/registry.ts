import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface RegistryChild {
  readonly name: string;
  readonly directoryName: string;
}

interface RegistryType {
  readonly name: string;
  readonly directoryName: string;
  readonly inFolder?: boolean;
  readonly suffix?: string;
  readonly children?: {
    readonly suffixes: Readonly<Record<string, string>>;
    readonly types: Readonly<Record<string, RegistryChild>>;
  };
}

/** What a suffix says about a file: its metadata type, which is its root element, and the folder it belongs in. */
export interface ComponentKind {
  readonly type: string;
  readonly folder: string;
  /** True for the parts of an object, which lie in a folder below the object's own. */
  readonly isPart: boolean;
}

let kinds: ReadonlyMap<string, ComponentKind> | undefined;

/** The packaging library's own registry, by suffix. */
export function componentKinds(): ReadonlyMap<string, ComponentKind> {
  kinds ??= read();
  return kinds;
}

function read(): ReadonlyMap<string, ComponentKind> {
  const library = createRequire(import.meta.url).resolve('@salesforce/source-deploy-retrieve/package.json');
  const file = library.replace('package.json', 'lib/src/registry/metadataRegistry.json');
  const { types } = JSON.parse(readFileSync(file, 'utf8')) as { types: Readonly<Record<string, RegistryType>> };
  const found = new Map<string, ComponentKind>();
  for (const type of Object.values(types)) {
    for (const [suffix, id] of Object.entries(type.children?.suffixes ?? {})) {
      const child = type.children?.types[id];
      if (child !== undefined && type.name === 'CustomObject') {
        found.set(suffix, { type: child.name, folder: child.directoryName, isPart: true });
      }
    }
  }
  for (const type of Object.values(types)) {
    if (type.suffix !== undefined) {
      found.set(type.suffix, { type: type.name, folder: type.directoryName, isPart: false });
    }
  }
  return found;
}
