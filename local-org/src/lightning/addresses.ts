/** Where the browser finds what a page is made of. All of it lies under `/_/`, which no page of the platform uses. */
import type { FoundModule } from './compile/moduleRoots.ts';

export const INTERNAL = '/_';

/** Modules that components import with `c/`: those of their own namespace. */
const OWN_NAMESPACE = 'c';

export interface Addresses {
  readonly vendorVersion: string;
  readonly isVendored: (specifier: string) => boolean;
  readonly hasModule: (namespace: string, name: string) => boolean;
}

/** The address of what a module imports; null for what the local org does not have. */
export function addressOf(specifier: string, importer: FoundModule, addresses: Addresses): string | null {
  if (addresses.isVendored(specifier)) {
    return `${INTERNAL}/vendor/${addresses.vendorVersion}/${specifier}.js`;
  }
  if (specifier.startsWith('@salesforce/')) {
    return `${INTERNAL}/salesforce/${importer.namespace}/${specifier.slice('@salesforce/'.length)}.js`;
  }
  const [scope = '', name = ''] = specifier.split('/');
  const namespace = scope === OWN_NAMESPACE ? importer.namespace : scope;
  return addresses.hasModule(namespace, name) ? moduleAddress(namespace, name) : null;
}

export const moduleAddress = (namespace: string, name: string): string => `${INTERNAL}/modules/${namespace}/${name}.js`;
