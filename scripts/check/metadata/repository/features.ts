/** Which features a feature may refer to, itself aside. `watch` and `app` read them all. */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  core: [],
  time: ['core'],
  connect: ['core'],
  bill: ['core'],
  sync: ['core', 'time', 'connect'],
  watch: ['core', 'time', 'connect', 'bill', 'sync', 'app'],
  app: ['core', 'time', 'connect', 'bill', 'sync', 'watch'],
};

export function mayUse(from: string, to: string): boolean {
  return from === to || (MAY_USE[from]?.includes(to) ?? true);
}
