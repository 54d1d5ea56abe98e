/** What emitted code calls, by name. */
export type Support = Readonly<Record<string, unknown>>;
