/** What the org said when it refused: in one sentence, and split into what concerns the page and what single fields. */
export interface Fault {
  /** Of the answer; null for what never became one. */
  readonly status: number | null;
  readonly message: string;
  /** The first error that names its cause. */
  readonly detail: string;
  /** As the event `error` of forms tells it. */
  readonly output: unknown;
  readonly pageErrors: readonly string[];
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
}
interface Line {
  readonly message: string;
}
interface Body {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly Line[];
    readonly fieldErrors?: Readonly<Record<string, readonly Line[]>>;
  };
}
interface Thrown {
  readonly body?: Body | readonly Body[] | null;
  readonly message?: string;
  readonly status?: number;
}

const UNKNOWN = 'Something went wrong. Try again.';
const NOTHING: NonNullable<Body['output']> = { errors: [], fieldErrors: {} };

/** Reads anything a call may throw: a list of errors, the errors of a record, an `Error` of the browser. */
export function faultOf(error: unknown, unknown = UNKNOWN): Fault {
  const thrown = (error ?? {}) as Thrown;
  const body = (Array.isArray(thrown.body) ? (thrown.body as readonly Body[])[0] : thrown.body) as Body | undefined;
  const message = body?.message ?? thrown.message ?? unknown;
  const output = body?.output ?? NOTHING;
  const fieldErrors = Object.fromEntries(
    Object.entries(output.fieldErrors ?? {}).map(([name, lines]) => [name, lines.map((one) => one.message)]),
  );
  const pageErrors = (output.errors ?? []).map((one) => one.message);
  const [detail = message] = [...pageErrors, ...Object.values(fieldErrors).flat()];
  const isTold = pageErrors.length + Object.keys(fieldErrors).length > 0;
  return {
    status: thrown.status ?? null,
    message,
    detail,
    output,
    pageErrors: isTold ? pageErrors : [message],
    fieldErrors,
  };
}

/** For a place that has room for one text: the errors of the page, then those of fields. */
export function messageOf(error: unknown): string {
  const { pageErrors, fieldErrors } = faultOf(error);
  return [...pageErrors, ...Object.values(fieldErrors).flat()].join(' ');
}

export const statusOf = (error: unknown): number | null => faultOf(error).status;
