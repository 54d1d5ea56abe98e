/**
 * The properties that a component's configuration file offers to pages, by type and default: metadata of pages has them
 * as text. Source: LWC Developer Guide, "XML Configuration File Elements", `property`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml } from '../metadata/xml.ts';
import type { FoundModule } from './compile/moduleRoots.ts';

export interface ComponentProperty {
  /** `String`, `Boolean`, `Integer`, `Color` … */
  readonly type: string;
  readonly default: string | null;
}
/** By target: `lightning__RecordPage`. */
export type ComponentProperties = Readonly<Record<string, Readonly<Record<string, ComponentProperty>>>>;

export function componentProperties({ folder, name }: FoundModule): ComponentProperties {
  const file = join(folder, `${name}.js-meta.xml`);
  if (!existsSync(file)) {
    return {};
  }
  const configs = parseXml(readFileSync(file, 'utf8'), file).child('targetConfigs')?.all('targetConfig') ?? [];
  const targets: Record<string, Record<string, ComponentProperty>> = {};
  for (const config of configs) {
    for (const target of (config.attributes['targets'] ?? '').split(',').map((one) => one.trim())) {
      for (const { attributes } of config.all('property')) {
        (targets[target] ??= {})[attributes['name'] ?? ''] = {
          type: attributes['type'] ?? 'String',
          default: attributes['default'] ?? null,
        };
      }
    }
  }
  return targets;
}
