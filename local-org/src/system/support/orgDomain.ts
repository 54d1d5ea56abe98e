/** Where the org says it lives: a My Domain made from the org's id, for no local org is reachable by name. */
import { SANDBOX } from '../../org/identity.ts';
import type { Runtime } from '../../runtime/runtime.ts';

export function orgDomainUrl(runtime: Runtime): string {
  const sandbox = runtime.org.store.get(SANDBOX, 'this')?.['Name'];
  const domain = `local-${runtime.org.id.slice(0, 15).toLowerCase()}`;
  return typeof sandbox === 'string'
    ? `https://${domain}--${sandbox.toLowerCase()}.sandbox.my.salesforce.com`
    : `https://${domain}.my.salesforce.com`;
}
