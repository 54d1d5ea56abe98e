/** Where the org says it lives: a My Domain made from the org's id, for no local org is reachable by name. */
import type { Runtime } from '../../runtime/runtime.ts';

export function orgDomainUrl(runtime: Runtime): string {
  return `https://local-${runtime.org.id.slice(0, 15).toLowerCase()}.my.salesforce.com`;
}
