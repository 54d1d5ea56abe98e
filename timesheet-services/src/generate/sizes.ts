/** How much an account has in it. */
export interface Size {
  readonly people: number;
  readonly clients: number;
  readonly projects: number;
  /** Days back from today that have hours; 0 for none. */
  readonly days: number;
}
export const SIZES = {
  /** Two people, who may sign in, and nothing else. */
  empty: { people: 2, clients: 0, projects: 0, days: 0 },
  tiny: { people: 4, clients: 3, projects: 6, days: 14 },
  small: { people: 10, clients: 12, projects: 30, days: 90 },
  /** A consultancy with a year of hours: more than 10,000 entries. */
  demo: { people: 50, clients: 200, projects: 500, days: 364 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof SIZES;
