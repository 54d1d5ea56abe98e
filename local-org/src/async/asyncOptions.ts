/** `System.AsyncOptions` and the signature of a job that must not be queued twice. */
import { PlatformObject } from '../runtime/platformObject.ts';

export class AsyncOptionsValue extends PlatformObject {
  readonly apexType = 'System.AsyncOptions';
  duplicateSignature: DuplicateSignature | null = null;
  maximumQueueableStackDepth: number | null = null;
  minimumQueueableDelayInMinutes: number | null = null;
}

export class DuplicateSignature extends PlatformObject {
  readonly apexType = 'System.QueueableDuplicateSignature';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
}

/** Bytes a signature may have (Apex Reference, "QueueableDuplicateSignature Class"). */
export const MAXIMUM_SIGNATURE_SIZE = 2048;

export class SignatureBuilder extends PlatformObject {
  readonly apexType = 'System.QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];
  get size(): number {
    return new TextEncoder().encode(this.parts.join('')).length;
  }
}
