/** The faces a service can show itself with; a new vendor is one more line. */
import type { Face, FaceName } from './core/call.ts';
import type { Service } from './core/service.ts';
import { clockify } from './clockify/index.ts';
import { harvest } from './harvest/index.ts';
import { kimai } from './kimai/index.ts';
import { open } from './open/index.ts';
import { redmine } from './redmine/index.ts';
import { solidtime } from './solidtime/index.ts';
import { toggl } from './toggl/index.ts';

export interface FaceMaker {
  readonly face: FaceName;
  readonly make: (service: Service) => Face;
}
export const FACES: readonly FaceMaker[] = [
  { face: 'open', make: open },
  { face: 'harvest', make: harvest },
  { face: 'clockify', make: clockify },
  { face: 'toggl', make: toggl },
  { face: 'kimai', make: kimai },
  { face: 'solidtime', make: solidtime },
  { face: 'redmine', make: redmine },
];
