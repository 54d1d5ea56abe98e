/** JavaScript that answers an import. Every module has a default export, so that linking never fails before its words are said. */

/** What is imported does not exist, or is not simulated; the message says which. */
export class ModuleRefusal extends Error {}

/** What a scoped module is asked for: `c.Greeting` of `@salesforce/label/c.Greeting`. */
export interface ScopedImport {
  /** `label`, `apex`, `schema` … */
  readonly scope: string;
  /** What follows the scope; empty for `@salesforce/apex` itself. */
  readonly name: string;
  /** Of the component that imports; empty for components without one. */
  readonly namespace: string;
}

export const specifierOf = ({ scope, name }: ScopedImport): string =>
  `@salesforce/${scope}${name === '' ? '' : `/${name}`}`;

export const notFoundIn = (asked: ScopedImport, why: string): ModuleRefusal =>
  new ModuleRefusal(`${specifierOf(asked)} can't be imported: ${why}`);

export const valueModule = (value: unknown): string =>
  `export default ${value === undefined ? 'undefined' : JSON.stringify(value)};\n`;

export const frozenModule = (value: Readonly<Record<string, unknown>>): string =>
  `export default Object.freeze(${JSON.stringify(value)});\n`;

/** Named exports are those of `@salesforce/apex`: an import of them must link for the error to be seen. */
export const failingModule = (message: string): string =>
  `throw new Error(${JSON.stringify(message)});\nexport default undefined;\n`;
