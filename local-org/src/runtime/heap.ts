/**
 * How much a transaction keeps in memory, roughly: what the process holds more than when the transaction began, scaled
 * to what Apex would count. It errs on the side of the program: it is there to end a run that eats all memory.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that JavaScript takes for one that Apex counts. */
const SCALE = 16;
/** Growth, garbage included, that is worth a look at what is alive. */
const SUSPICIOUS = 256 * 1024 * 1024;
/** An empty transaction is not weightless on the platform. */
const LEAST = 1024;

export class HeapGauge {
  readonly #start = usedBytes();
  #lookAt = SUSPICIOUS;

  /** What `Limits.getHeapSize()` says. */
  size(limit: number): number {
    let grown = this.#grown();
    if (grown / SCALE > limit / 2) {
      collectGarbage();
      grown = this.#grown();
    }
    return Math.max(LEAST, Math.floor(grown / SCALE));
  }

  /** The size where it is past the limit; null otherwise. */
  sizePast(limit: number): number | null {
    if (this.#grown() < this.#lookAt) {
      return null;
    }
    collectGarbage();
    const alive = this.#grown();
    const size = Math.floor(alive / SCALE);
    this.#lookAt = alive + SUSPICIOUS;
    return size > limit ? size : null;
  }

  #grown(): number {
    return Math.max(0, usedBytes() - this.#start);
  }
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
