/** solidtime 0.17. */
import type { Face } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { doorkeeper, refusalOf, tokenFor } from './access.ts';
import { catalogRoutes } from './catalog.ts';
import { ORGANIZATION, uuid } from './ids.ts';
import { timeEntryRoutes } from './timeEntries.ts';

export function solidtime(service: Service): Face {
  return {
    name: 'solidtime',
    title: 'solidtime',
    base: '/api/v1',
    identityPath: /^\/api\/v1\/users\/me$/,
    admit: doorkeeper(),
    refusal: refusalOf,
    credential: (person) => {
      const secret = tokenFor(service, person);
      return {
        secret,
        tenant: uuid('organization', ORGANIZATION),
        email: person.email,
        headers: { Authorization: `Bearer ${secret}` },
      };
    },
    routes: [...catalogRoutes, ...timeEntryRoutes],
  };
}
