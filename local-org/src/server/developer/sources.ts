/** What is deployed, and what of it does not compile, is not simulated, or has no effect here. */
import { relative } from 'node:path';
import { columnOf, lineOf } from '../../apex/ast.ts';
import { ok, type Route, type UserCall } from '../api.ts';
import { deployed, withoutUse } from './components.ts';
import { developerRoute } from './developerRoute.ts';

export const SOURCE_ROUTES: readonly Route[] = [developerRoute('GET', 'sources', ({ org }) => ok(report(org)))];

function report(org: UserCall['org']): Readonly<Record<string, unknown>> {
  const { local } = org;
  const problem = ({ file, at, message }: (typeof local.compileErrors)[number]): Readonly<Record<string, unknown>> => ({
    file: relative(process.cwd(), file),
    line: lineOf(at),
    column: columnOf(at),
    message,
  });
  const components = deployed(org);
  const counts = new Map<string, number>();
  for (const { type } of components) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return {
    components,
    types: [...counts].map(([type, count]) => ({ type, count })),
    errors: local.compileErrors.filter((one) => !one.isUnsupported).map(problem),
    unsupported: local.compileErrors.filter((one) => one.isUnsupported).map(problem),
    withoutUse: withoutUse(org),
  };
}
