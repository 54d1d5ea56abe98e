import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MissingToolError } from '../types.ts';

/** What LWC's module exports and the platform lets components import. The rest is for the platform's own use. */
export const LWC_EXPORTS: ReadonlySet<string> = new Set(['LightningElement', 'api', 'track', 'wire', 'unwrap']);

/** Types of a design property; flow screens take Apex classes and records besides. */
export const PROPERTY_TYPES: ReadonlySet<string> = new Set(['Boolean', 'Color', 'Integer', 'String']);

export const FORM_FACTORS: ReadonlySet<string> = new Set(['Large', 'Small']);

/** Attributes that every element has, base components included. */
export const GLOBAL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'accesskey',
  'class',
  'dir',
  'draggable',
  'hidden',
  'id',
  'lang',
  'role',
  'slot',
  'style',
  'tabindex',
  'title',
]);

/** Values of the platform that are not metadata of ours. */
export const PLATFORM_VALUES =
  /^@salesforce\/(apex|user\/(Id|isGuest)|client\/formFactor|i18n\/[\w.]+|community\/\w+)$/;

/** The base components and modules that exist, each component with its public properties. */
export interface BaseComponents {
  has(module: string): boolean;
  /** The properties of a component, or undefined where nobody lists them. */
  properties(module: string): ReadonlySet<string> | undefined;
}

/** Modules that the stubs lack: name to properties, none where it is no component. */
const BEYOND_STUBS: Readonly<Record<string, readonly string[] | undefined>> = {
  actions: undefined,
  modal: undefined,
  platformUtilityBarApi: undefined,
  select: undefined,
};

/**
 * Reads the stubs that sfdx-lwc-jest has of every base component and module. They declare the public properties, and a
 * component that has no stub could not be tested anyhow.
 */
export function readBaseComponents(): BaseComponents {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@salesforce/sfdx-lwc-jest/config.js')), 'src/lightning-stubs');
  if (!existsSync(folder)) {
    throw new MissingToolError('The stubs of @salesforce/sfdx-lwc-jest are missing. Run npm ci.');
  }
  const names = new Set([...readdirSync(folder), ...Object.keys(BEYOND_STUBS)]);
  return {
    has: (module) => names.has(module),
    properties(module) {
      const script = join(folder, module, `${module}.js`);
      if (!existsSync(script)) {
        return BEYOND_STUBS[module] ? new Set(BEYOND_STUBS[module]) : undefined;
      }
      const text = readFileSync(script, 'utf8');
      return new Set([...text.matchAll(/@api\s+(?:async\s+|get\s+|set\s+)?(\w+)/g)].map((match) => match[1] ?? ''));
    },
  };
}
