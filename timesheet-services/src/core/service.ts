/** One running account: its rows, its faults, who called, and whom it calls. Faces are made for one service. */
import type { Face } from './call.ts';
import { Faults } from './faults.ts';
import type { Change } from './model.ts';
import { RequestLog } from './requestLog.ts';
import type { Store } from './store.ts';
import { WebhookSender } from './webhooks.ts';

/** What the account pays for: faces whose limits depend on it take the nearest they have. */
export type Plan = 'free' | 'starter' | 'premium';

export interface ServiceOptions {
  readonly plan: Plan;
  /** Whether limits of the vendor refuse calls. Their headers come all the same. */
  readonly hasLimits: boolean;
  /** Replaces every face's waits before further attempts of a delivery. */
  readonly webhookRetries: readonly number[] | null;
}

export class Service {
  readonly store: Store;
  readonly plan: Plan;
  readonly hasLimits: boolean;
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly webhooks: WebhookSender;
  readonly #retries: readonly number[] | null;
  readonly #faces: Face[] = [];

  constructor(store: Store, { plan, hasLimits, webhookRetries }: ServiceOptions) {
    this.store = store;
    this.plan = plan;
    this.hasLimits = hasLimits;
    this.#retries = webhookRetries;
    this.webhooks = new WebhookSender(this.faults, () => store.now());
    store.listen((change) => {
      this.#tell(change);
    });
  }

  get faces(): readonly Face[] {
    return this.#faces;
  }
  addFace(face: Face): void {
    this.#faces.push(face);
  }
  retriesOf(face: Face): readonly number[] {
    return this.#retries ?? face.webhookRetries ?? [];
  }

  #tell(change: Change): void {
    for (const face of this.#faces) {
      for (const delivery of face.deliveries?.(change, this) ?? []) {
        this.webhooks.send({ ...delivery, retries: this.retriesOf(face) });
      }
    }
  }
}
