/** How the user lives, as the page was told before it began. */
interface PageContext {
  readonly modules?: Readonly<Record<string, unknown>>;
}

/** The user's own zone. Base components that are told none take the computer's. */
export function userTimeZone(): string {
  const { lightningContext } = globalThis as { readonly lightningContext?: PageContext };
  return lightningContext?.modules?.['@salesforce/i18n/timeZone'] as string;
}
