/** `System.Assert`. */
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { ApexException } from '../../runtime/exception.ts';
import { type TypeValue } from '../../runtime/typeValue.ts';
import { platformClass } from '../define.ts';
import { assertEqual, assertNotEqual, assertTrue, failAssertion } from './assertions.ts';

const reason = (message: string | null | undefined): string =>
  message === undefined || message === null ? '' : `: ${message}`;

function isTrue(runtime: Runtime, condition: boolean | null, message?: string | null): null {
  return assertTrue(runtime, condition, message);
}
function isFalse(runtime: Runtime, condition: boolean | null, message?: string | null): null {
  return condition === false ? null : failAssertion(runtime, `Assertion Failed${reason(message)}`);
}
function isNull(runtime: Runtime, value: ApexValue, message?: string | null): null {
  return value === null
    ? null
    : failAssertion(runtime, `Assertion Failed${reason(message)}: Expected: null, Actual: ${runtime.text(value)}`);
}
function isNotNull(runtime: Runtime, value: ApexValue, message?: string | null): null {
  return value !== null ? null : failAssertion(runtime, `Assertion Failed${reason(message)}: Value is null`);
}
function isInstance(wanted: boolean) {
  return (runtime: Runtime, value: ApexValue, type: TypeValue, message?: string | null): null => {
    const found = value instanceof ApexException ? value.apexType : value === null ? 'null' : runtime.typeName(value);
    return (value !== null && runtime.isInstance(value, type.name)) === wanted
      ? null
      : failAssertion(
          runtime,
          `Assertion Failed${reason(message)}: ${wanted ? 'Expected type' : 'Unexpected type'}: ${type.name}, Actual type: ${found}`,
        );
  };
}
function fail(runtime: Runtime, message?: string | null): null {
  return failAssertion(runtime, `Assertion Failed${reason(message)}`);
}

export default platformClass('System.Assert', {
  methods: {
    'static void areEqual(Object expected, Object actual)': assertEqual,
    'static void areEqual(Object expected, Object actual, String message)': assertEqual,
    'static void areNotEqual(Object notExpected, Object actual)': assertNotEqual,
    'static void areNotEqual(Object notExpected, Object actual, String message)': assertNotEqual,
    'static void isTrue(Boolean condition)': isTrue,
    'static void isTrue(Boolean condition, String message)': isTrue,
    'static void isFalse(Boolean condition)': isFalse,
    'static void isFalse(Boolean condition, String message)': isFalse,
    'static void isNull(Object value)': isNull,
    'static void isNull(Object value, String message)': isNull,
    'static void isNotNull(Object value)': isNotNull,
    'static void isNotNull(Object value, String message)': isNotNull,
    'static void isInstanceOfType(Object value, System.Type type)': isInstance(true),
    'static void isInstanceOfType(Object value, System.Type type, String message)': isInstance(true),
    'static void isNotInstanceOfType(Object value, System.Type type)': isInstance(false),
    'static void isNotInstanceOfType(Object value, System.Type type, String message)': isInstance(false),
    'static void fail()': fail,
    'static void fail(String message)': fail,
  },
});
