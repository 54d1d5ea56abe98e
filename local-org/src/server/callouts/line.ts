/**
 * The line between the org's thread, which waits for the answer of a callout as Apex does, and the thread that makes the
 * exchange meanwhile. One callout is on the line at a time.
 */
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { perform, type CalloutOutcome } from '../../callouts/perform.ts';
import type { CalloutRequest, CalloutResponse, Callouts } from '../../runtime/runtime.ts';

/** The org's end, to be handed to its thread. */
export interface CalloutLine {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/** A bound beyond the request's own time, for a thread that is busy. */
const GRACE = 10_000;

/** Opens a line; this thread answers it. */
export function openCalloutLine(): CalloutLine {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  port1.on('message', (request: CalloutRequest) => {
    void perform(request).then((outcome) => {
      port1.postMessage(outcome);
      Atomics.store(answered, 0, 1);
      Atomics.notify(answered, 0);
    });
  });
  port1.unref();
  return { port: port2, answered };
}

export class BlockingCallouts implements Callouts {
  readonly #line: CalloutLine;
  constructor(line: CalloutLine) {
    this.#line = line;
  }

  send(request: CalloutRequest): CalloutResponse {
    const { port, answered } = this.#line;
    // An answer that came after its time belongs to nobody.
    while (receiveMessageOnPort(port) !== undefined);
    Atomics.store(answered, 0, 0);
    port.postMessage(request);
    if (Atomics.wait(answered, 0, 0, request.timeoutMilliseconds + GRACE) === 'timed-out') {
      throw new Error('Read timed out');
    }
    const outcome = receiveMessageOnPort(port)?.message as CalloutOutcome | undefined;
    if (outcome === undefined || 'fault' in outcome) {
      throw new Error(outcome?.fault ?? 'Read timed out');
    }
    return outcome.response;
  }
}
