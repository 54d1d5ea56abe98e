/** Kimai 2. */
import type { Face, Route } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { sleep } from '../core/spoil.ts';
import { admit, isOldLogin, refusalOf, SLOWED, tokenFor } from './access.ts';
import { catalogRoutes } from './catalog.ts';
import { timesheetRoutes } from './timesheets.ts';

/** Old logins wait, so that people stop using them. */
function slowed(one: Route): Route {
  return {
    ...one,
    handler: async (call) => {
      if (isOldLogin(call)) {
        await sleep(SLOWED);
      }
      return one.handler(call);
    },
  };
}

export function kimai(service: Service): Face {
  return {
    name: 'kimai',
    title: 'Kimai 2',
    base: '/api',
    identityPath: /^\/api\/users\/me$/,
    admit,
    refusal: refusalOf,
    credential: (person) => {
      const secret = tokenFor(service, person);
      return { secret, tenant: null, email: person.email, headers: { Authorization: `Bearer ${secret}` } };
    },
    routes: [...catalogRoutes, ...timesheetRoutes].map(slowed),
  };
}
