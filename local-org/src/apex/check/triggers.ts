/** The head of a trigger: its object and events. */
import type { Script } from '../types.ts';
import { isKnownObject } from '../bind/knownObjects.ts';
import type { Tools } from './body.ts';

/** Settings and custom metadata have no triggers. */
const WITHOUT_TRIGGERS: ReadonlySet<string> = new Set(['listSetting', 'hierarchySetting', 'customMetadata']);

export function checkTrigger({ world }: Tools, script: Script): void {
  const { declaration, file, object } = script;
  if (declaration.kind !== 'Trigger') {
    return;
  }
  if (object === null) {
    const isKnown = isKnownObject(declaration.objectName);
    world.report(
      file,
      declaration.at,
      isKnown ? 'UNSUPPORTED' : 'TYPE_MISSING',
      isKnown ? `triggers on ${declaration.objectName}` : `Schema.${declaration.objectName}`,
    );
  } else if (WITHOUT_TRIGGERS.has(object.kind)) {
    world.report(file, declaration.at, 'TRIGGER_FORBIDDEN', object.name);
  } else if (object.kind === 'platformEvent' && declaration.events.some((event) => event !== 'after insert')) {
    world.report(file, declaration.at, 'TRIGGER_EVENT', object.name);
  }
  const seen = new Set<string>();
  for (const event of declaration.events) {
    if (seen.has(event)) {
      world.report(file, declaration.at, 'TRIGGER_REPEATED', event.toUpperCase());
    }
    seen.add(event);
  }
}
