/** Errors that no Apex code can catch and that mean the local org has no answer: never an answer of the platform's. */

/** What was asked is not simulated. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  /** What is missing, without the position. */
  readonly what: string;
  constructor(what: string, place: string | null = null) {
    super(`UNSUPPORTED: ${what}${place === null ? '' : ` (${place})`}`);
    this.what = what;
  }
}

/** The local org itself is at fault. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
  constructor(what: string, place: string | null = null, cause: unknown = null) {
    super(`INTERNAL: ${what}${place === null ? '' : ` (${place})`}`, cause === null ? {} : { cause });
  }
}
