/** What of the sources does not compile, is not simulated, or is of a type the local org does not read. */
import { columnOf, lineOf } from '../../apex/ast.ts';
import { ok, type Route, type UserCall } from '../api.ts';
import { developerRoute } from './developerRoute.ts';

export const SOURCE_ROUTES: readonly Route[] = [developerRoute('GET', 'sources', ({ org }) => ok(report(org)))];

function report({ local }: UserCall['org']): Readonly<Record<string, unknown>> {
  const { trees } = local.parts;
  const problem = ({ file, at, message }: (typeof local.compileErrors)[number]): Readonly<Record<string, unknown>> => ({
    file,
    line: lineOf(at),
    column: columnOf(at),
    message,
  });
  return {
    trees: trees.map((tree) => ({
      namespace: tree.namespace,
      objects: tree.objects.size,
      classes: tree.apex.filter(({ kind }) => kind === 'class').length,
      triggers: tree.apex.filter(({ kind }) => kind === 'trigger').length,
      permissionSets: tree.permissions.filter(({ kind }) => kind === 'permissionSet').length,
    })),
    errors: local.compileErrors.filter((one) => !one.isUnsupported).map(problem),
    unsupported: local.compileErrors.filter((one) => one.isUnsupported).map(problem),
    unread: trees.flatMap((tree) => tree.unread),
  };
}
