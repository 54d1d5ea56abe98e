/** The open timesheet contract, as config/open-timesheet.openapi.json has it. */
import type { Call, Face } from '../core/call.ts';
import { route } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { doorkeeper, REQUESTS, tokenFor, WINDOW_SECONDS } from './access.ts';
import { CONTRACT } from './contract.ts';
import { toId } from './ids.ts';
import { kindOfStatus, problemOf } from './problems.ts';
import { resourceRoutes } from './resources.ts';
import { ACCOUNT, deliveries, RETRIES, webhookRoutes } from './webhooks.ts';

const OWN = ['catalog:read', 'timeEntries:read:own', 'timeEntries:write:own'];
const ALL = ['catalog:write', 'timeEntries:read:all', 'timeEntries:write:all', 'webhooks:manage'];

function identity({ person, store }: Call): unknown {
  const { firstName, lastName, email, timeZone, isAdmin } = person;
  return {
    user: { id: toId('people', person.id), name: `${firstName} ${lastName}`, email, timeZone },
    account: { id: ACCOUNT, name: store.name, currency: 'USD' },
    permissions: isAdmin ? [...OWN, ...ALL] : OWN,
    limits: { requests: REQUESTS, windowSeconds: WINDOW_SECONDS },
  };
}

export function open(service: Service): Face {
  return {
    name: 'open',
    title: 'Open timesheet contract',
    base: '/v1',
    identityPath: /^\/v1\/me$/,
    admit: doorkeeper(),
    refusal: (status, message) => problemOf(kindOfStatus(status), message, { status }),
    credential: (person) => {
      const secret = tokenFor(service, person);
      return { secret, tenant: null, email: person.email, headers: { Authorization: `Bearer ${secret}` } };
    },
    routes: [
      route('GET', '/v1/me', (call) => ({ status: 200, body: identity(call) })),
      { method: 'GET', path: '/v1/openapi.json', isOpen: true, handler: () => ({ status: 200, body: CONTRACT }) },
      ...resourceRoutes,
      ...webhookRoutes,
    ],
    deliveries,
    webhookRetries: RETRIES,
  };
}
