/**
 * Turns what JavaScript throws while Apex runs into what Apex would throw. Reading a member of null is a null pointer;
 * a stack overflow and what is too large for memory are limits; anything else, above all a member of `undefined`, is a fault of the local org.
 */
import { InternalError, UnsupportedError } from './errors.ts';
import { ApexException } from './exception.ts';
import { depthMessage, heapMessage } from './limits.ts';

export const NULL_POINTER_MESSAGE = 'Attempt to de-reference a null object';
const OF_NULL = /\bnull\b/;
/** Text or a collection that JavaScript itself cannot hold: far past what Apex could. */
const TOO_LARGE = /invalid (string|array) length|maximum size exceeded|allocation failed/i;
const LARGEST_TEXT = 2 ** 29;
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
    return withStackOf(thrown, new ApexException('System.LimitException', depthMessage(1001)));
  }
  if (thrown instanceof RangeError && TOO_LARGE.test(thrown.message)) {
    return withStackOf(thrown, new ApexException('System.LimitException', heapMessage(LARGEST_TEXT)));
  }
  return withStackOf(thrown, new InternalError(thrown.message, place(thrown), thrown));
}

function withStackOf(thrown: Error, error: Error): Error {
  if (thrown.stack !== undefined) {
    error.stack = thrown.stack;
  }
  return error;
}
