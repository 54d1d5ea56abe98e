/** Whether a set holds all of some values. */
export const isSuperset = <T>(set: ReadonlySet<T>, values: Iterable<T>): boolean =>
  [...values].every((value) => set.has(value));
