/** Clockify v1: the API, its reports, entity changes and webhooks. */
import type { Face } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { doorkeeper, keyFor, refusalOf } from './access.ts';
import { catalogRoutes } from './catalog.ts';
import { changeRoutes } from './changes.ts';
import { WORKSPACE_ID } from './ids.ts';
import { reportRoutes } from './reports.ts';
import { timeEntryRoutes } from './timeEntries.ts';
import { deliveries, webhookRoutes } from './webhooks.ts';

/** At least once; how often and when is not documented. */
const RETRIES = [1000, 5000, 30_000];

export function clockify(service: Service): Face {
  return {
    name: 'clockify',
    title: 'Clockify v1',
    base: '/api/v1',
    identityPath: /^\/api\/v1\/user$/,
    admit: doorkeeper(service),
    refusal: refusalOf,
    credential: (person) => {
      const secret = keyFor(service, person);
      return { secret, tenant: WORKSPACE_ID, email: person.email, headers: { 'X-Api-Key': secret } };
    },
    routes: [...catalogRoutes, ...timeEntryRoutes, ...changeRoutes, ...reportRoutes, ...webhookRoutes],
    deliveries,
    webhookRetries: RETRIES,
  };
}
