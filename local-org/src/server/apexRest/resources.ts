/**
 * The Apex REST resources of the program and which of them a path means: an exact mapping wins, then the longest one
 * with a wildcard. Source: Apex Developer Guide, "RestResource Annotation".
 */
import type { Annotation } from '../../apex/ast.ts';
import type { CheckedProgram, MethodSymbol, UserType } from '../../apex/types.ts';
import type { HttpMethod } from '../api.ts';

export interface RestResource {
  readonly type: UserType;
  /** With the namespace of a package's class in front: `/ns/v1/things/*`. */
  readonly mapping: string;
  readonly pattern: RegExp;
  readonly methods: ReadonlyMap<HttpMethod, MethodSymbol>;
}

const ANNOTATIONS: Readonly<Record<string, HttpMethod>> = {
  httpget: 'GET',
  httppost: 'POST',
  httpput: 'PUT',
  httppatch: 'PATCH',
  httpdelete: 'DELETE',
};

export function restResources(program: CheckedProgram): readonly RestResource[] {
  return program.types.flatMap((type) => {
    const annotation = annotationsOf(type).find((one) => one.name.toLowerCase() === 'restresource');
    const value = annotation?.parameters.find((one) => one.name.toLowerCase() === 'urlmapping')?.value;
    if (value?.kind !== 'Literal' || typeof value.value !== 'string') {
      return [];
    }
    const mapping = `${type.namespace === '' ? '' : `/${type.namespace}`}${value.value}`;
    return [{ type, mapping, pattern: patternOf(mapping), methods: methodsOf(type) }];
  });
}

const annotationsOf = (type: UserType): readonly Annotation[] => type.declaration.modifiers.annotations;

/** A wildcard at the end also stands for nothing, the slash before it included. */
function patternOf(mapping: string): RegExp {
  const escaped = mapping.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const source = escaped.replace(/\/\*$/, '(?:/.*)?').replace(/\/\*\//g, '/.*/');
  return new RegExp(`^${source}/?$`);
}

function methodsOf(type: UserType): ReadonlyMap<HttpMethod, MethodSymbol> {
  const found = new Map<HttpMethod, MethodSymbol>();
  for (const method of [...type.methods.values()].flat()) {
    for (const { name } of method.declaration.modifiers.annotations) {
      const verb = ANNOTATIONS[name.toLowerCase()];
      if (verb !== undefined && method.isStatic) {
        found.set(verb, method);
      }
    }
  }
  return found;
}

export function findResource(resources: readonly RestResource[], path: string): RestResource | null {
  const matching = resources.filter((one) => one.pattern.test(path));
  return (
    matching.find((one) => one.mapping === path) ??
    [...matching].sort((one, other) => other.mapping.length - one.mapping.length)[0] ??
    null
  );
}
