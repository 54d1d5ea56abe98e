/** Every class of the platform the local org simulates. */
import { PlatformCatalog } from './catalog.ts';
import type { PlatformClass } from './define.ts';
import { coreClasses } from './System/coreIndex.ts';
import { libraryClasses } from './System/libraryIndex.ts';
import { platformClasses } from './System/platformIndex.ts';

/** Classes described in two places are one class: their members are put together. */
export function platformCatalog(): PlatformCatalog {
  const byName = new Map<string, PlatformClass>();
  for (const one of [...coreClasses, ...libraryClasses, ...platformClasses]) {
    const known = byName.get(one.name);
    byName.set(one.name, known === undefined ? one : merge(known, one));
  }
  return new PlatformCatalog([...byName.values()]);
}

function merge(first: PlatformClass, second: PlatformClass): PlatformClass {
  return {
    ...first,
    constructors: [...first.constructors, ...second.constructors],
    methods: [...first.methods, ...second.methods],
    properties: [...first.properties, ...second.properties],
  };
}
