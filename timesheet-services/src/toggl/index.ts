/** Toggl Track API v9, Reports v3 and Webhooks v1, which share a host and differ in their roots. */
import type { Face } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { basic, quotas, refusalOf, tokenFor } from './access.ts';
import { catalogRoutes } from './catalog.ts';
import { WORKSPACE_ID } from './ids.ts';
import { reportRoutes } from './reports.ts';
import { timeEntryRoutes } from './timeEntries.ts';
import { deliveries, webhookRoutes } from './webhooks.ts';

export function toggl(service: Service): Face {
  const limits = quotas(service);
  return {
    name: 'toggl',
    title: 'Toggl Track v9',
    base: '/api/v9',
    identityPath: /^\/api\/v9\/me$/,
    admit: limits.admit,
    refusal: refusalOf,
    credential: (person) => {
      const secret = tokenFor(service, person);
      return {
        secret,
        tenant: String(WORKSPACE_ID),
        email: person.email,
        headers: { Authorization: basic(secret, 'api_token') },
      };
    },
    routes: [...catalogRoutes(limits), ...timeEntryRoutes, ...reportRoutes, ...webhookRoutes],
    deliveries,
  };
}
