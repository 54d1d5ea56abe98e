/** The clock of the org, for its pages and for the command line. */
import { clockReport, ClockFault, commandClock } from '../../org/clockCommand.ts';
import { ok, type Route, type UserCall } from '../api.ts';
import { forDevelopers } from '../developer/access.ts';
import { badRequest } from '../errors.ts';

function command(call: UserCall): ReturnType<typeof ok> {
  const body = call.json() as { readonly command?: unknown } | null;
  if (typeof body?.command !== 'string') {
    throw badRequest('INVALID_FIELD', 'The body has no command: {"command": "+1d"}');
  }
  try {
    const words = body.command.split(/\s+/).filter((word) => word !== '');
    return ok(commandClock(call.org.clock, words));
  } catch (fault) {
    throw fault instanceof ClockFault ? badRequest('INVALID_FIELD', fault.message) : fault;
  }
}

export const CLOCK_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/clock', access: 'ui', handle: forDevelopers(({ org }) => ok(clockReport(org.clock))) },
  { method: 'POST', path: '/_/org/clock', access: 'ui', handle: forDevelopers(command) },
];
