/** The clock of the org: it runs, stands still or jumps, and what falls due on the way runs. */
import { LightningElement } from 'lwc';
import { attempt, pathTo, timeZone } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';
import { kindOf, openLog, subjectOf, TRANSACTIONS, type Transactions } from 'shell/devTransactions';
import { request } from 'shell/fetch';

interface Clock {
  readonly now: string;
  readonly isRunning: boolean;
  readonly target: string | null;
}
interface Schedules {
  readonly schedules: readonly { readonly id: string; readonly name: string; readonly next: string | null }[];
}

const CLOCK = '/_/org/clock';
const SECOND = 1000;

export default class DevClock extends LightningElement {
  clock: Clock | null = null;
  problem: string | null = null;
  schedules: Schedules | null = null;
  transactions: Transactions | null = null;
  moment = '';
  readonly zone = timeZone();
  readonly #clock = new Live<Clock>(
    CLOCK,
    ({ value, problem }) => {
      const hasArrived = this.clock !== null && this.clock.target !== null && value?.target === null;
      this.clock = value;
      this.problem = problem;
      if (hasArrived) {
        this.refreshWork();
      }
    },
    SECOND,
  );
  readonly #schedules = new Live<Schedules>(pathTo('jobs'), ({ value }) => {
    this.schedules = value;
  });
  readonly #transactions = new Live<Transactions>(TRANSACTIONS, ({ value }) => {
    this.transactions = value;
  });
  readonly dueColumns: readonly DevColumn[] = [
    { label: 'Schedule', fieldName: 'name' },
    { label: 'Next run', fieldName: 'next', type: 'date' },
  ];
  readonly ranColumns: readonly DevColumn[] = [
    { label: 'What ran', fieldName: 'subject', action: 'show' },
    { label: 'Kind', fieldName: 'kind' },
    { label: 'When', fieldName: 'at', type: 'date' },
    { label: 'Result', fieldName: 'result', tone: 'tone', wraps: true },
  ];

  override connectedCallback(): void {
    [this.#clock, this.#schedules, this.#transactions].forEach((live) => live.start());
  }
  override disconnectedCallback(): void {
    [this.#clock, this.#schedules, this.#transactions].forEach((live) => live.stop());
  }
  refreshWork(): void {
    void this.#schedules.refresh();
    void this.#transactions.refresh();
  }

  get isLoading(): boolean {
    return this.clock === null && this.problem === null;
  }
  get isJumping(): boolean {
    return this.clock !== null && this.clock.target !== null;
  }
  get state(): string {
    return this.isJumping ? 'Jumping' : this.clock?.isRunning === true ? 'Running' : 'Stopped';
  }
  get stateIcon(): string {
    return this.state === 'Stopped' ? 'utility:pause' : 'utility:play';
  }
  get toggleLabel(): string {
    return this.clock?.isRunning === true ? 'Stop' : 'Run';
  }
  get cannotJump(): boolean {
    return this.moment === '';
  }
  get due(): readonly DevRow[] {
    return (this.schedules?.schedules ?? [])
      .filter(({ next }) => next !== null)
      .toSorted((left, right) => String(left.next).localeCompare(String(right.next)));
  }
  get ran(): readonly DevRow[] {
    return (this.transactions?.transactions ?? [])
      .filter(({ isBackground }) => isBackground)
      .map((one) => ({
        id: one.id,
        subject: subjectOf(one),
        kind: kindOf(one),
        at: one.at,
        result: one.error ?? 'Success',
        tone: one.error === null ? 'success' : 'error',
      }));
  }

  handleToggle(): void {
    const isRunning = this.clock?.isRunning === true;
    void this.command(isRunning ? 'stop' : 'start', isRunning ? 'The clock stands still.' : 'The clock runs.');
  }
  handleJump(event: Event): void {
    const span = (event.currentTarget as HTMLElement).dataset['span'] ?? '';
    void this.command(span, `The clock jumps by ${span}. What falls due on the way runs.`);
  }
  handleMoment(event: CustomEvent<{ readonly value: string }>): void {
    this.moment = event.detail.value.trim();
  }
  handleSet(): void {
    void this.command(`set ${this.moment}`, 'The clock jumps there. What falls due on the way runs.');
  }
  async command(command: string, done: string): Promise<void> {
    await attempt(this, () => request('POST', CLOCK, { command }), done);
    await this.#clock.refresh();
    this.refreshWork();
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    if (event.detail.name === 'show') {
      void attempt(this, () => openLog(event.detail.id), null);
    }
  }
}
