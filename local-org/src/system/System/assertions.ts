/** `System.assert` and its like: a failed one ends the run, no catch clause sees it. */
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { ApexDatetime } from '../../values/temporal.ts';

export function failAssertion(runtime: Runtime, text: string): never {
  return runtime.fail('System.AssertException', text);
}

const withReason = (runtime: Runtime, message: ApexValue | undefined, detail: string): string =>
  `Assertion Failed${message === undefined || message === null ? '' : `: ${runtime.text(message)}`}${detail === '' ? '' : `: ${detail}`}`;

export function assertTrue(runtime: Runtime, condition: boolean | null, message?: ApexValue): null {
  return condition === true ? null : failAssertion(runtime, withReason(runtime, message, ''));
}
export function assertEqual(runtime: Runtime, expected: ApexValue, actual: ApexValue, message?: ApexValue): null {
  return isSame(runtime, expected, actual)
    ? null
    : failAssertion(
        runtime,
        withReason(runtime, message, `Expected: ${runtime.text(expected)}, Actual: ${runtime.text(actual)}`),
      );
}
export function assertNotEqual(runtime: Runtime, expected: ApexValue, actual: ApexValue, message?: ApexValue): null {
  return isSame(runtime, expected, actual)
    ? failAssertion(runtime, withReason(runtime, message, `Same value: ${runtime.text(actual)}`))
    : null;
}

/** Texts are compared with their case, moments by the second. */
function isSame(runtime: Runtime, expected: ApexValue, actual: ApexValue): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') {
    return expected === actual || isSameId(expected, actual);
  }
  if (expected instanceof ApexDatetime && actual instanceof ApexDatetime) {
    return Math.floor(expected.instant / 1000) === Math.floor(actual.instant / 1000);
  }
  return runtime.equals(expected, actual);
}
const isSameId = (left: string, right: string): boolean =>
  left.length + right.length === 33 && left.slice(0, 15) === right.slice(0, 15) && /^[0-9A-Za-z]{15,18}$/.test(left);
