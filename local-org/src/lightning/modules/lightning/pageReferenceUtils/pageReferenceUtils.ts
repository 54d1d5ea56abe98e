/** Field values in the address of a new record's form: `Name=A%2C%20B,Phone=1`. */

export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(String(value as string | number | boolean))}`,
    )
    .join(',');
}

/** All values come back as text. */
export function decodeDefaultFieldValues(encoded: string): Record<string, string> {
  return Object.fromEntries(
    encoded
      .split(',')
      .filter((part) => part.includes('='))
      .map((part) => {
        const at = part.indexOf('=');
        return [decodeURIComponent(part.slice(0, at)), decodeURIComponent(part.slice(at + 1))];
      }),
  );
}
