/**
 * Which methods may call themselves, over others or not: only they count how deep the stack is. Methods are told apart by
 * name alone, so one that an interface or a superclass stands for is never missed. Known when all code is emitted.
 */
export class Recursion {
  readonly #calls = new Map<string, Set<string>>();
  readonly #waiting: (readonly [method: string, fill: (isRecursive: boolean) => void])[] = [];
  #current: Set<string> | null = null;

  /** What is noted until the next call is called by that method; null: by code that is no method. */
  begin(method: string | null): void {
    if (method === null) {
      this.#current = null;
      return;
    }
    this.#current = this.#calls.get(method) ?? new Set();
    this.#calls.set(method, this.#current);
  }
  note(method: string): void {
    this.#current?.add(method);
  }
  whenKnown(method: string | null, fill: (isRecursive: boolean) => void): void {
    if (method === null) {
      fill(false);
    } else {
      this.#waiting.push([method, fill]);
    }
  }

  settle(): void {
    const recursive = this.#inCycles();
    for (const [method, fill] of this.#waiting.splice(0)) {
      fill(recursive.has(method));
    }
  }

  /** Tarjan's strongly connected components: those of several methods, and methods that call themselves. */
  #inCycles(): ReadonlySet<string> {
    const found = new Set<string>();
    const order = new Map<string, number>();
    const open: string[] = [];
    const isOpen = new Set<string>();
    const visit = (method: string): number => {
      const mine = order.size;
      order.set(method, mine);
      let low = mine;
      open.push(method);
      isOpen.add(method);
      for (const next of this.#calls.get(method) ?? []) {
        if (!order.has(next)) {
          low = Math.min(low, visit(next));
        } else if (isOpen.has(next)) {
          low = Math.min(low, order.get(next) ?? low);
        }
      }
      if (low === mine) {
        const component = open.splice(open.lastIndexOf(method));
        for (const one of component) {
          isOpen.delete(one);
          if (component.length > 1 || (this.#calls.get(one)?.has(one) ?? false)) {
            found.add(one);
          }
        }
      }
      return low;
    };
    for (const method of this.#calls.keys()) {
      if (!order.has(method)) {
        visit(method);
      }
    }
    return found;
  }
}
