/**
 * Turns what JavaScript throws while Apex runs into what Apex would throw. Reading a member of null is a null pointer;
 * a stack overflow is a limit; anything else, above all a member of `undefined`, is a fault of the local org.
 */
import { InternalError, UnsupportedError } from './errors.ts';
import { ApexException } from './exception.ts';

export const NULL_POINTER_MESSAGE = 'Attempt to de-reference a null object';
const OF_NULL = /\bnull\b/;
const OF_UNDEFINED = /\bundefined\b/;

/** `place` names the Apex position of an error's innermost frame. */
export function toApexError(thrown: unknown, place: (error: Error) => string | null): Error {
  if (thrown instanceof ApexException || thrown instanceof UnsupportedError || thrown instanceof InternalError) {
    return thrown;
  }
  if (!(thrown instanceof Error)) {
    return new InternalError(`a value was thrown that is no error: ${String(thrown)}`);
  }
  if (thrown instanceof TypeError && OF_NULL.test(thrown.message) && !OF_UNDEFINED.test(thrown.message)) {
    return withStackOf(thrown, new ApexException('System.NullPointerException', NULL_POINTER_MESSAGE));
  }
  if (thrown instanceof RangeError && thrown.message.includes('call stack')) {
    return withStackOf(thrown, new ApexException('System.LimitException', 'Maximum stack depth reached: 1001'));
  }
  return withStackOf(thrown, new InternalError(thrown.message, place(thrown), thrown));
}

function withStackOf(thrown: Error, error: Error): Error {
  if (thrown.stack !== undefined) {
    error.stack = thrown.stack;
  }
  return error;
}
