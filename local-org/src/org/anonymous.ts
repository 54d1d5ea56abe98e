/** Anonymous Apex: checked together with the org's source, run in the scope of its linked program. */
import { compileAnonymous as compile, type CompiledAnonymous } from '../apex/program.ts';
import { CURRENT_API_VERSION } from './compile.ts';
import type { OrgParts } from './orgParts.ts';

export function compileAnonymous(parts: OrgParts, source: string): CompiledAnonymous {
  const { catalog, context, declarative } = parts;
  const surroundings = {
    schema: context.schema,
    guardedSchema: context.packages.guardedSchema,
    catalog,
    hasLabel: (namespace: string, name: string, viewer: string): boolean =>
      declarative.hasLabel(namespace, name, viewer),
  };
  return compile(surroundings, parts, source, context.namespace, CURRENT_API_VERSION);
}
