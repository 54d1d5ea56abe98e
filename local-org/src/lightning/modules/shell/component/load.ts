/** Components by name, loaded when first asked for: `c:thing` of a page is the module `c/thing`. */
import { getComponentDef, type LightningElement } from 'lwc';

export type ComponentClass = typeof LightningElement;

/** `ns:thing`, `ns/thing` and `thing` (of the org itself) name the same kind of thing. */
export function moduleNameOf(name: string): { readonly namespace: string; readonly module: string } {
  const [first = '', second] = name.split(/[:/]/);
  return second === undefined ? { namespace: 'c', module: first } : { namespace: first, module: second };
}

/** Throws with words for a person where there is no such component or it can't run. */
export async function loadComponent(name: string): Promise<ComponentClass> {
  const { namespace, module } = moduleNameOf(name);
  const address = `/_/modules/${namespace}/${module}.js`;
  try {
    const loaded = (await import(address)) as { readonly default?: ComponentClass };
    if (loaded.default !== undefined) {
      return loaded.default;
    }
  } catch (error) {
    throw new Error(await reasonOf(address, name, error), { cause: error });
  }
  throw new Error(`${name} has no component: its module exports no class.`);
}

/** The browser hides why a module did not load; the server knows. */
async function reasonOf(address: string, name: string, error: unknown): Promise<string> {
  const { status } = await fetch(address).catch(() => ({ status: 0 }));
  return status === 404
    ? `The local org does not have ${name}.`
    : error instanceof Error
      ? error.message
      : String(error);
}

/** Those of the values that the component has a public property for. */
export function publicValues(
  component: ComponentClass,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { props } = getComponentDef(component) as unknown as { readonly props: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => name in props && value !== undefined));
}
