/** Apps that call the API: their keys, their secrets once, and how much of the API is used. */
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest, notFound } from '../errors.ts';
import { withoutSecret, type ClientApp } from '../oauth/clients.ts';
import { developerRoute } from './developerRoute.ts';

export const CLIENT_PAGE_ROUTES: readonly Route[] = [
  developerRoute('GET', 'clients', ({ org }) => ok(report(org))),
  developerRoute('POST', 'clients/:name/secret', show),
  developerRoute('POST', 'clients/:name/secret/renew', renew),
];

function report(org: UserCall['org']): Readonly<Record<string, unknown>> {
  const tokens = org.sessions.lasting.filter(({ kind }) => kind === 'token');
  return {
    usage: { used: org.usage.used, limit: org.usage.limit, byHour: org.usage.byHour },
    clients: org.clients.all.map((app) => ({
      ...withoutSecret(app),
      isSecretShown: org.clients.isSecretShown(app.name),
      tokens: tokens.filter(({ clientName }) => clientName === app.name).length,
    })),
  };
}

function appOf(call: UserCall): ClientApp {
  const app = call.org.clients.byName(call.params['name'] ?? '');
  if (app === null) {
    throw notFound();
  }
  return app;
}

function show(call: UserCall): ApiResponse {
  const secret = call.org.clients.showSecret(appOf(call));
  if (secret === null) {
    throw badRequest('ALREADY_SHOWN', 'This secret was shown before. Make a new one if it is lost.');
  }
  return ok({ secret });
}

function renew(call: UserCall): ApiResponse {
  return ok({ secret: call.org.clients.renewSecret(appOf(call)) });
}
