/**
 * An exception object of Apex. It is the JavaScript error itself: thrown, caught and passed around as one object. The
 * frames of its stack are those of the place that made it, as on the platform.
 */

/** One failed row of a DML statement. */
export interface DmlFailure {
  /** API name of the row's object, for `getDmlFields`. */
  readonly objectName?: string;
  /** Index of the row in the statement's list. */
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export const DEFAULT_MESSAGE = 'Script-thrown exception';

/** Exceptions no catch clause of Apex sees. */
const UNCATCHABLE: ReadonlySet<string> = new Set(['System.LimitException', 'System.AssertException']);

export class ApexException extends Error {
  /** `System.DmlException`, `Outer.MyException`; of user classes on the prototype. */
  declare readonly apexType: string;
  /** What `getMessage()` gives. */
  apexMessage: string | null = DEFAULT_MESSAGE;
  initialCause: ApexException | null = null;
  /** Of an AuraHandledException: what the page is told, whatever Apex sees. */
  pageMessage: string | null = null;
  /** Of a DmlException or EmailException. */
  dmlFailures: readonly DmlFailure[] = [];
  /** Names by `getInaccessibleFields()`, of a QueryException or NoAccessException: object to fields. */
  inaccessibleFields: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(apexType?: string, message?: string | null, cause: ApexException | null = null) {
    super();
    if (apexType !== undefined) {
      this.apexType = apexType;
    }
    this.setMessage(message === undefined ? DEFAULT_MESSAGE : message);
    this.initialCause = cause;
  }

  setMessage(message: string | null): void {
    this.apexMessage = message;
    this.message = message ?? '';
  }
  /** What the constructors of exceptions do with their arguments; a message that is not given stays as it is. */
  init(message: string | null | undefined, cause: ApexException | null): this {
    if (message !== undefined) {
      this.setMessage(message);
    }
    this.initialCause = cause;
    return this;
  }
  get isCatchable(): boolean {
    return !UNCATCHABLE.has(this.apexType);
  }
  /** `System.MathException: Divide by 0`. */
  override toString(): string {
    return `${this.apexType}: ${this.apexMessage ?? ''}`;
  }
}
