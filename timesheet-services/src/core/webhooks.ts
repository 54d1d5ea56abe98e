/** Sends webhooks: one after the other per address, again where the face retries, and wrongly where a fault asks for it. */
import type { Headers } from './call.ts';
import type { Faults } from './faults.ts';

export interface Delivery {
  readonly webhookId: number;
  readonly eventId: string;
  readonly event: string;
  readonly url: string;
  readonly body: string;
  /** Made for each attempt, since some sign its time. */
  readonly headers: (at: number) => Headers;
  /** The same with a signature nobody who knows the secret would have made. */
  readonly forged: { readonly body: string; readonly headers: (at: number) => Headers };
  /** Milliseconds before each further attempt. */
  readonly retries: readonly number[];
  /** Looks at what the receiver said to a first attempt that it accepted. */
  readonly accepted?: (text: string) => void;
}
export interface DeliveryLine {
  readonly at: number;
  readonly webhookId: number;
  readonly eventId: string;
  readonly event: string;
  readonly url: string;
  readonly attempt: number;
  /** 0 where nobody answered. */
  readonly status: number;
  readonly kind: 'true' | 'duplicate' | 'forged' | 'late';
}

const TIME_OUT = 10_000;
const KEPT = 1000;

export class WebhookSender {
  readonly #faults: Faults;
  readonly #lines: DeliveryLine[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #held: Delivery[] = [];
  readonly #now: () => number;
  #isStopped = false;

  constructor(faults: Faults, now: () => number) {
    this.#faults = faults;
    this.#now = now;
  }

  send(delivery: Delivery): void {
    const faults = this.#faults.meeting('delivery', { method: 'POST', path: delivery.url });
    const has = (kind: string): boolean => {
      const fault = faults.find((one) => one.kind === kind);
      fault?.spend();
      return fault !== undefined;
    };
    if (has('lostDelivery')) {
      return;
    }
    if (has('lateDelivery')) {
      this.#held.push(delivery);
      return;
    }
    if (has('forgedDelivery')) {
      this.#enqueue({ ...delivery, ...delivery.forged, retries: [] }, 'forged');
    }
    this.#enqueue(delivery, 'true');
    if (has('duplicateDelivery')) {
      this.#enqueue(delivery, 'duplicate');
    }
    for (const late of this.#held.splice(0)) {
      this.#enqueue(late, 'late');
    }
  }
  /** The last attempts, oldest first. */
  lines(): readonly DeliveryLine[] {
    return this.#lines;
  }
  /** What is late goes out now, and what is under way has been answered. */
  async settle(): Promise<void> {
    for (const late of this.#held.splice(0)) {
      this.#enqueue(late, 'late');
    }
    while (this.#underWay.size > 0) {
      await Promise.all(this.#underWay);
    }
  }
  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
  }

  #enqueue(delivery: Delivery, kind: DeliveryLine['kind']): void {
    const before = this.#queues.get(delivery.url) ?? Promise.resolve();
    const sent = before.then(() => this.#attempt(delivery, kind, 1));
    this.#queues.set(delivery.url, sent);
    this.#underWay.add(sent);
    void sent.finally(() => this.#underWay.delete(sent));
  }
  async #attempt(delivery: Delivery, kind: DeliveryLine['kind'], attempt: number): Promise<void> {
    if (this.#isStopped) {
      return;
    }
    const status = await this.#post(delivery);
    const { webhookId, eventId, event, url, retries } = delivery;
    this.#lines.push({ at: this.#now(), webhookId, eventId, event, url, attempt, status, kind });
    if (this.#lines.length > KEPT) {
      this.#lines.splice(0, KEPT / 10);
    }
    const wait = retries[attempt - 1];
    const isAccepted = status >= 200 && status < 300;
    if (!isAccepted && wait !== undefined) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.#attempt(delivery, kind, attempt + 1);
      }, wait);
      timer.unref();
      this.#timers.add(timer);
    }
  }
  async #post({ url, body, headers, accepted }: Delivery): Promise<number> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers(this.#now()) },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIME_OUT),
      });
      const text = await response.text();
      if (response.ok) {
        accepted?.(text);
      }
      return response.status;
    } catch {
      // Nobody there, or nobody who answers in time: the line says 0, and a retry may find somebody.
      return 0;
    }
  }
}
