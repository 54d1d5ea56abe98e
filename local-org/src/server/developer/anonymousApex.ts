/** Anonymous Apex as the user who is signed in. */
import { columnOf, lineOf } from '../../apex/ast.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { developerRoute, textOf } from './developerRoute.ts';

export const APEX_ROUTES: readonly Route[] = [developerRoute('POST', 'apex', execute)];

function execute(call: UserCall): ApiResponse {
  const begin = performance.now();
  const result = call.org.local.execute(textOf(call, 'source'), { userId: call.session.userId });
  return ok({
    isSuccess: result.isSuccess,
    errors: result.errors.map(({ at, message, isUnsupported }) => ({
      line: lineOf(at),
      column: columnOf(at),
      message,
      isUnsupported,
    })),
    message: result.message,
    stack: result.stack.map(({ text }) => text),
    log: result.log,
    milliseconds: Math.round(performance.now() - begin),
  });
}
