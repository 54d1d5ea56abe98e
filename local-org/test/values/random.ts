/** Random numbers that can be had again: a failing property names its seed. */
export class Random {
  readonly seed: number;
  #state: number;
  constructor(seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))) {
    this.seed = seed;
    this.#state = seed | 0;
  }
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) | 0;
    return low + Math.floor(((this.#state >>> 0) / 2 ** 32) * (high - low + 1));
  }
  pick<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)] as T;
  }
}

/** Runs a property many times; a failure names seed and round. */
export function holds(rounds: number, property: (random: Random, round: number) => void): void {
  const random = new Random();
  for (let round = 0; round < rounds; round++) {
    try {
      property(random, round);
    } catch (thrown) {
      throw new Error(`SEED=${random.seed}, round ${round}`, { cause: thrown });
    }
  }
}
