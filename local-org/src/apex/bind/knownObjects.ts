/** Names of the platform's standard objects, simulated or not. */
import known from '../../system/knownObjects.json' with { type: 'json' };

const NAMES: ReadonlySet<string> = new Set(known.names.toLowerCase().split(' '));

/** Whether an object of that name exists on the platform, its share, history, feed and change event objects included. */
export function isKnownObject(name: string): boolean {
  const folded = name.toLowerCase();
  return NAMES.has(folded) || NAMES.has(folded.replace(/(?:share|history|feed|changeevent)$/, ''));
}
