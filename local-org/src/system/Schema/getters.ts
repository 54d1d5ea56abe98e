/** Describe results have each value twice: as a method (`getLabel()`, `isCustom()`) and as a property (`label`, `custom`). */
import { platformClass, type ClassDescription, type PlatformClass } from '../define.ts';
import type { Runtime } from '../../runtime/runtime.ts';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- self has the type of the class that is described */
type Getter = (runtime: Runtime, self: any) => unknown;

/** `'String getLabel'` to code; properties are made of the same entries. */
export function describeClass(
  name: string,
  getters: Readonly<Record<string, Getter>>,
  more: ClassDescription = {},
): PlatformClass {
  const methods: Record<string, Getter> = {};
  const properties: Record<string, Getter> = {};
  for (const [signature, code] of Object.entries(getters)) {
    const space = signature.lastIndexOf(' ');
    const type = signature.slice(0, space);
    const method = signature.slice(space + 1);
    const property = method.replace(/^(get|is)/, '');
    methods[`${signature}()`] = code;
    properties[`${type} ${property.charAt(0).toLowerCase()}${property.slice(1)}`] = code;
  }
  return platformClass(name, {
    ...more,
    methods: { ...methods, ...more.methods },
    properties: { ...properties, ...more.properties },
  });
}
