/** Anonymous Apex and synchronous test runs. Source: Tooling API Developer Guide, "REST Resources". */
import { columnOf, lineOf } from '../../apex/ast.ts';
import { ok, type ApiResponse, type Route } from '../api.ts';
import { ApiError, badRequest } from '../errors.ts';
import type { TestResult } from '../../testing/runner.ts';
import { dataRoute, objectBody, type DataCall } from './dataRoute.ts';

export const TOOLING_ROUTES: readonly Route[] = [
  dataRoute('GET', '/tooling/executeAnonymous', executeAnonymous),
  dataRoute('POST', '/tooling/runTestsSynchronous', runTests),
];

function proveAuthor({ org, session }: DataCall): void {
  if (!org.local.parts.context.security.hasUserPermission(session.userId, 'AuthorApex')) {
    throw new ApiError(403, { errorCode: 'INSUFFICIENT_ACCESS', message: 'You need the permission Author Apex' });
  }
}

function executeAnonymous(call: DataCall): ApiResponse {
  proveAuthor(call);
  const source = call.param('anonymousBody');
  if (source === null) {
    throw badRequest('MISSING_ARGUMENT', 'The parameter anonymousBody is required');
  }
  const result = call.org.local.execute(source, { userId: call.session.userId });
  const [error] = result.errors.filter((one) => !one.isUnsupported);
  const isCompiled = error === undefined;
  const failed = isCompiled && !result.isSuccess;
  return ok({
    line: error === undefined ? (failed ? (result.stack[0]?.line ?? -1) : -1) : lineOf(error.at),
    column: error === undefined ? (failed ? 1 : -1) : columnOf(error.at),
    compiled: isCompiled,
    success: result.isSuccess,
    compileProblem: error?.message ?? null,
    exceptionMessage: failed ? result.message : null,
    exceptionStackTrace: failed ? result.stack.map(({ text }) => text).join('\n') : null,
  });
}

function runTests(call: DataCall): ApiResponse {
  proveAuthor(call);
  const started = Date.now();
  const results = call.org.local.runTests({ only: selected(objectBody(call)) });
  const failures = results.filter((one) => one.outcome !== 'pass');
  return ok({
    numTestsRun: results.length,
    numFailures: failures.length,
    totalTime: Date.now() - started,
    successes: results.filter((one) => one.outcome === 'pass').map((one) => entry(one)),
    failures: failures.map((one) => ({
      ...entry(one),
      message: one.message,
      stackTrace: stackText(one),
      type: 'Class',
    })),
    codeCoverage: [],
    codeCoverageWarnings: [],
    apexLogId: null,
  });
}

const entry = (one: TestResult): Readonly<Record<string, unknown>> => ({
  id: one.class,
  name: one.class,
  methodName: one.method,
  namespace: null,
  seeAllData: false,
  time: Math.round(one.milliseconds),
});
const stackText = (one: TestResult): string => one.stack.map(({ text }) => text).join('\n');

/** `{tests: [{className, testMethods}]}` or `{classNames: 'A,B'}`. */
function selected(body: Readonly<Record<string, unknown>>): readonly string[] {
  if (typeof body['classNames'] === 'string') {
    return body['classNames'].split(',').map((one) => one.trim());
  }
  const tests = Array.isArray(body['tests']) ? (body['tests'] as readonly unknown[]) : [];
  const names = tests.flatMap((one) => {
    const { className, testMethods } = (one ?? {}) as { readonly className?: unknown; readonly testMethods?: unknown };
    if (typeof className !== 'string') {
      return [];
    }
    return Array.isArray(testMethods) && testMethods.length > 0
      ? testMethods.map((method) => `${className}.${String(method)}`)
      : [className];
  });
  if (names.length === 0) {
    throw badRequest('INVALID_INPUT', 'Name the classes or methods to run');
  }
  return names;
}
