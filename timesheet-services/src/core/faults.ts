/** What goes wrong on purpose: rules that are switched on, and which of them a request or a delivery meets. */
import { Random } from '../../../scripts/demo/random.ts';

export interface FaultInfo {
  readonly title: string;
  readonly concerns: 'request' | 'delivery';
}
export const FAULTS = {
  delay: { title: 'Answers late', concerns: 'request' },
  tooManyRequests: { title: '429 too many requests', concerns: 'request' },
  paymentRequired: { title: '402 over quota', concerns: 'request' },
  serverError: { title: '500 server error', concerns: 'request' },
  unavailable: { title: '503 unavailable', concerns: 'request' },
  timeOut: { title: 'Never answers', concerns: 'request' },
  reset: { title: 'Connection reset', concerns: 'request' },
  halfBody: { title: 'Half a body, then the connection ends', concerns: 'request' },
  html: { title: 'HTML instead of JSON', concerns: 'request' },
  wrongKeyEmpty: { title: 'Treats the key as wrong: 200 with empty lists', concerns: 'request' },
  repeatedPage: { title: 'A page comes twice', concerns: 'request' },
  movedRows: { title: 'Rows move between pages', concerns: 'request' },
  duplicateDelivery: { title: 'Webhook delivered twice', concerns: 'delivery' },
  lateDelivery: { title: 'Webhook delivered after the next one', concerns: 'delivery' },
  forgedDelivery: { title: 'A forged webhook beside the true one', concerns: 'delivery' },
  lostDelivery: { title: 'Webhook lost', concerns: 'delivery' },
} as const satisfies Record<string, FaultInfo>;
export type FaultKind = keyof typeof FAULTS;

export interface FaultWish {
  readonly kind: FaultKind;
  /** Only requests whose path has this text; `*` stands for anything. */
  readonly path?: string;
  readonly method?: string;
  /** Only the next so many; all, where left out. */
  readonly times?: number;
  /** Lets the first matching ones pass. */
  readonly after?: number;
  /** Only this share of them, from 0 to 1, by a chance that repeats with the seed. */
  readonly share?: number;
  readonly seed?: number;
  /** Milliseconds, for `delay`. */
  readonly delay?: number;
  /** Seconds, for answers that may say when to come back; left out, they don't. */
  readonly retryAfter?: number;
  /** For `html`: 200 unless said. */
  readonly status?: number;
  /** For `movedRows`: rows that slipped to earlier pages (missed), or to later ones if negative (seen twice). */
  readonly rows?: number;
}
export interface FaultRule extends FaultWish {
  readonly id: number;
  readonly fired: number;
}
interface LiveRule {
  readonly id: number;
  readonly wish: FaultWish;
  readonly pattern: RegExp | null;
  readonly random: Random;
  passed: number;
  fired: number;
}
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
}
/** A rule that applies. It counts as used when it was spent: some faults find nothing to spoil. */
export interface Fault {
  readonly kind: FaultKind;
  readonly wish: FaultWish;
  spend(): void;
}

export class Faults {
  readonly #rules: LiveRule[] = [];
  #lastId = 0;

  add(wish: FaultWish): FaultRule {
    this.#lastId += 1;
    const rule: LiveRule = {
      id: this.#lastId,
      wish,
      pattern: wish.path === undefined || wish.path === '' ? null : patternOf(wish.path),
      random: new Random(wish.seed ?? 1),
      passed: 0,
      fired: 0,
    };
    this.#rules.push(rule);
    return shown(rule);
  }
  remove(id: number): boolean {
    const index = this.#rules.findIndex((rule) => rule.id === id);
    if (index >= 0) {
      this.#rules.splice(index, 1);
    }
    return index >= 0;
  }
  clear(): void {
    this.#rules.length = 0;
  }
  list(): readonly FaultRule[] {
    return this.#rules.map(shown);
  }
  /** How often faults have struck since they were switched on. */
  fired(): number {
    return this.#rules.reduce((sum, { fired }) => sum + fired, 0);
  }

  meeting(concerns: FaultInfo['concerns'], subject: FaultSubject): readonly Fault[] {
    return this.#rules
      .filter((rule) => FAULTS[rule.wish.kind].concerns === concerns && applies(rule, subject))
      .map((rule) => ({
        kind: rule.wish.kind,
        wish: rule.wish,
        spend: () => {
          rule.fired += 1;
        },
      }));
  }
}

function shown({ id, wish, fired }: LiveRule): FaultRule {
  return { ...wish, id, fired };
}
function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(parts.join('.*'));
}
function applies(rule: LiveRule, { method, path }: FaultSubject): boolean {
  const { wish } = rule;
  const isMeant =
    (wish.method === undefined || wish.method === '' || wish.method.toUpperCase() === method) &&
    (rule.pattern === null || rule.pattern.test(path));
  if (!isMeant || (wish.times !== undefined && rule.fired >= wish.times)) {
    return false;
  }
  if (wish.after !== undefined && rule.passed < wish.after) {
    rule.passed += 1;
    return false;
  }
  return wish.share === undefined || rule.random.chance(wish.share);
}
