/** The last callouts, for the developer's page. */
import { LoggedCallouts } from '../../callouts/log.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { forDevelopers } from '../developer/access.ts';

function callouts({ org }: UserCall): ApiResponse {
  const made = org.local.parts.context.callouts;
  return ok({ callouts: made instanceof LoggedCallouts ? made.log : [] });
}

export const CALLOUT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/callouts', access: 'browser', handle: forDevelopers(callouts) },
];
