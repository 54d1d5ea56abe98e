/** What a page's text becomes for a component: the type that its configuration file names, defaults where nothing is set. */
export interface PropertyType {
  readonly type: string;
  readonly default: string | null;
}

export function valuesOf(
  given: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, PropertyType>>,
): Readonly<Record<string, unknown>> {
  const defaults = Object.entries(types).flatMap(([name, one]) =>
    one.default === null ? [] : [[name, one.default] as const],
  );
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(defaults), ...given }).map(([name, value]) => [
      name,
      typed(value, types[name]?.type),
    ]),
  );
}

function typed(value: unknown, type: string | undefined): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  switch (type) {
    case 'Boolean':
      return value === 'true';
    case 'Integer':
      return value === '' ? undefined : Number(value);
    default:
      return value;
  }
}
