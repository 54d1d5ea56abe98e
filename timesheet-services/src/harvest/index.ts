/** Harvest API v2. */
import { route, type Face } from '../core/call.ts';
import type { Service } from '../core/service.ts';
import { bearerOf, doorkeeper, tokenFor } from './access.ts';
import { catalogRoutes } from './catalog.ts';
import { ACCOUNT_ID, toId } from './ids.ts';
import { refusalOf } from './refusals.ts';
import { timeEntryRoutes } from './timeEntries.ts';

export function harvest(service: Service): Face {
  return {
    name: 'harvest',
    title: 'Harvest v2',
    base: '/v2',
    identityPath: /^\/v2\/users\/me$/,
    admit: doorkeeper(),
    refusal: (status, message) => refusalOf(status, message),
    credential: (person) => {
      const secret = tokenFor(service, person);
      return {
        secret,
        tenant: String(ACCOUNT_ID),
        email: person.email,
        headers: {
          Authorization: `Bearer ${secret}`,
          'Harvest-Account-Id': String(ACCOUNT_ID),
          'User-Agent': 'Timesheet tests (tests@larkfield.example)',
        },
      };
    },
    routes: [
      // The vendor answers this one on the host where people sign in.
      {
        method: 'GET',
        path: '/api/v2/accounts',
        isOpen: true,
        handler: (call) => {
          const person = bearerOf(call);
          const { firstName, lastName, email } = person;
          return {
            status: 200,
            body: {
              user: { id: toId('people', person.id), first_name: firstName, last_name: lastName, email },
              accounts: [{ id: ACCOUNT_ID, name: call.store.name, product: 'harvest' }],
            },
          };
        },
      },
      route('GET', '/v2/company', ({ store, parts }) => ({
        status: 200,
        body: {
          base_uri: parts.origin,
          full_domain: new URL(parts.origin).host,
          name: store.name,
          is_active: true,
          week_start_day: 'Monday',
          wants_timestamp_timers: store.settings.harvestTimestampTimers,
          time_format: 'decimal',
          date_format: '%Y-%m-%d',
          clock: store.settings.harvestClock,
          weekly_capacity: 144_000,
        },
      })),
      ...catalogRoutes,
      ...timeEntryRoutes,
    ],
  };
}
