/** Which requests came in and how they were answered: the last ones in full, all of them as counts. */
export interface RequestLine {
  readonly at: number;
  readonly face: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** 0 where the connection was cut without an answer. */
  readonly status: number;
  readonly milliseconds: number;
  readonly faults: readonly string[];
}
const KEPT = 5000;

export class RequestLog {
  readonly #lines: RequestLine[] = [];
  readonly #byRoute = new Map<string, number>();
  readonly #byStatus = new Map<number, number>();
  #total = 0;

  add(line: RequestLine): void {
    this.#total += 1;
    const route = `${line.method} ${line.path.split('?')[0] ?? ''}`;
    this.#byRoute.set(route, (this.#byRoute.get(route) ?? 0) + 1);
    this.#byStatus.set(line.status, (this.#byStatus.get(line.status) ?? 0) + 1);
    this.#lines.push(line);
    if (this.#lines.length > KEPT) {
      this.#lines.splice(0, KEPT / 10);
    }
  }
  get total(): number {
    return this.#total;
  }
  /** The last ones, oldest first. */
  lines(): readonly RequestLine[] {
    return this.#lines;
  }
  /** How many had this method and a path with this text. */
  count(method: string, path: string): number {
    return [...this.#byRoute]
      .filter(([route]) => route.startsWith(`${method} `) && route.includes(path))
      .reduce((sum, [, count]) => sum + count, 0);
  }
  counts(): {
    readonly total: number;
    readonly routes: Readonly<Record<string, number>>;
    readonly statuses: Readonly<Record<string, number>>;
  } {
    return {
      total: this.#total,
      routes: Object.fromEntries(this.#byRoute),
      statuses: Object.fromEntries(this.#byStatus),
    };
  }
  clear(): void {
    this.#lines.length = 0;
    this.#byRoute.clear();
    this.#byStatus.clear();
    this.#total = 0;
  }
}
