/** Debug logs, one a transaction. */
import { LightningElement } from 'lwc';
import { attempt, isSure } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';
import { kindOf, logAddress, openLog, subjectOf, TRANSACTIONS, type Transactions } from 'shell/devTransactions';
import { request } from 'shell/fetch';

export default class DevLogs extends LightningElement {
  value: Transactions | null = null;
  problem: string | null = null;
  term = '';
  readonly #live = new Live<Transactions>(TRANSACTIONS, ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly columns: readonly DevColumn[] = [
    { label: 'Transaction', fieldName: 'subject', action: 'show' },
    { label: 'Kind', fieldName: 'kind' },
    { label: 'User', fieldName: 'user' },
    { label: 'Result', fieldName: 'result', tone: 'tone', wraps: true },
    { label: 'Debug lines', fieldName: 'lines', type: 'number' },
    { label: 'Milliseconds', fieldName: 'milliseconds', type: 'number' },
    { label: 'When', fieldName: 'at', type: 'date' },
    { label: 'File', fieldName: 'file', link: 'address' },
  ];

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return this.value === null && this.problem === null;
  }
  get rows(): readonly DevRow[] {
    const term = this.term.toLowerCase();
    return (this.value?.transactions ?? [])
      .map((one) => ({
        id: one.id,
        subject: subjectOf(one),
        kind: kindOf(one),
        user: one.user,
        result: one.error ?? 'Success',
        tone: one.error === null ? 'success' : 'error',
        lines: one.lines,
        milliseconds: one.milliseconds,
        at: one.at,
        file: 'Download',
        address: logAddress(one.id),
      }))
      .filter((row) => [row.subject, row.kind, row.user, row.result].join('\n').toLowerCase().includes(term));
  }
  get empty(): string {
    return this.term === '' ? 'No transaction ran since the org started.' : 'No transaction has this text.';
  }

  handleFilter(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleRefresh(): void {
    void this.#live.refresh();
  }
  async handleClear(): Promise<void> {
    if (await isSure('Delete all debug logs?', 'The list of limits per transaction is empty then as well.')) {
      await attempt(this, () => request('DELETE', TRANSACTIONS), 'The debug logs were deleted.');
      await this.#live.refresh();
    }
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    void attempt(this, () => openLog(event.detail.id), null);
  }
}
