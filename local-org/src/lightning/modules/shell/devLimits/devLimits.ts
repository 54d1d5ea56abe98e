/** What each of the last transactions used of its governor limits. */
import { LightningElement } from 'lwc';
import { attempt } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';
import { kindOf, openLog, subjectOf, TRANSACTIONS, type LimitUse, type Transactions } from 'shell/devTransactions';

/** From these shares on, people should look. */
const WARNING = 0.5;
const ERROR = 0.8;
const HUNDRED = 100;
const KILO = 1000;

export default class DevLimits extends LightningElement {
  value: Transactions | null = null;
  problem: string | null = null;
  readonly #live = new Live<Transactions>(TRANSACTIONS, ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return this.value === null && this.problem === null;
  }
  /** Limits that no transaction touched have no column. */
  get columns(): readonly DevColumn[] {
    const used = new Map<string, LimitUse>();
    for (const limit of (this.value?.transactions ?? []).flatMap(({ limits }) => limits)) {
      if (limit.used > 0) {
        used.set(limit.name, limit);
      }
    }
    const order = this.value?.transactions[0]?.limits ?? [];
    return [
      { label: 'Transaction', fieldName: 'subject', action: 'show' },
      { label: 'Highest share', fieldName: 'highestText', tone: 'tone' },
      { label: 'Kind', fieldName: 'kind' },
      { label: 'User', fieldName: 'user' },
      ...order
        .filter(({ name }) => used.has(name))
        .map(({ name, label }) => ({
          label,
          fieldName: name,
          type: 'number' as const,
          highlight: 'highestName',
        })),
      { label: 'Milliseconds', fieldName: 'milliseconds', type: 'number' },
      { label: 'When', fieldName: 'at', type: 'date' },
    ];
  }
  get rows(): readonly DevRow[] {
    return (this.value?.transactions ?? []).map((one) => {
      const share = one.highest?.share ?? 0;
      return {
        id: one.id,
        subject: subjectOf(one),
        kind: kindOf(one),
        user: one.user,
        milliseconds: one.milliseconds,
        at: one.at,
        highestName: one.highest?.name ?? null,
        highestText: share === 0 ? 'Nothing used' : `${percent(share)} of ${one.highest?.label ?? ''}`,
        tone: share >= ERROR ? 'error' : share >= WARNING ? 'warning' : null,
        ...Object.fromEntries(one.limits.map(({ name, used, limit }) => [name, `${short(used)} / ${short(limit)}`])),
      };
    });
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    void attempt(this, () => openLog(event.detail.id), null);
  }
}

const percent = (share: number): string => (share * HUNDRED < 1 ? 'Below 1%' : `${Math.round(share * HUNDRED)}%`);
/** Bytes and milliseconds are long numbers: 6,000k. */
const short = (value: number): string =>
  value >= KILO * KILO ? `${Math.round(value / KILO).toLocaleString('en')}k` : value.toLocaleString('en');
