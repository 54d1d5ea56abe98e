/** What the org said of a form: for the whole, by field, and as the event `error` of forms tells it. */
export interface FormFault {
  readonly message: string;
  readonly detail: string;
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

const UNKNOWN = 'An error occurred while trying to update the record. Please try again.';

export function faultOf(error: unknown): FormFault {
  const { body } = (error ?? {}) as { readonly body?: Body | readonly Line[] };
  if (body === undefined || Array.isArray(body)) {
    const message = (body as readonly Line[] | undefined)?.[0]?.message ?? textOf(error);
    return {
      message,
      detail: message,
      output: { errors: [], fieldErrors: {} },
      pageErrors: [message],
      fieldErrors: {},
    };
  }
  const { message = UNKNOWN, output = {} } = body as Body;
  const fieldErrors = Object.fromEntries(
    Object.entries(output.fieldErrors ?? {}).map(([name, lines]) => [name, lines.map((one) => one.message)]),
  );
  const pageErrors = (output.errors ?? []).map((one) => one.message);
  const [detail = message] = [...pageErrors, ...Object.values(fieldErrors).flat()];
  const isTold = pageErrors.length + Object.keys(fieldErrors).length > 0;
  return { message, detail, output, pageErrors: isTold ? pageErrors : [message], fieldErrors };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : UNKNOWN);
