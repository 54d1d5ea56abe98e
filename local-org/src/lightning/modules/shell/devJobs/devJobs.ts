/** Asynchronous Apex: what waits, runs and ran, and the schedules. */
import { LightningElement } from 'lwc';
import { attempt, isSure, pathTo } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowAction, RowActionDetail } from 'shell/devTable';
import { request } from 'shell/fetch';

interface Job {
  readonly id: string;
  readonly className: string;
  readonly kind: string;
  readonly status: string;
  readonly detail: string;
  readonly processed: number | null;
  readonly total: number | null;
  readonly errors: number | null;
  readonly user: string;
  readonly created: string | null;
  readonly completed: string | null;
}
interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly expression: string;
  readonly state: string;
  readonly times: number | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly user: string;
}
interface Jobs {
  readonly jobs: readonly Job[];
  readonly schedules: readonly Schedule[];
}

const ENDED = new Set(['Completed', 'Failed', 'Aborted']);
const TONES: Readonly<Record<string, string>> = { Completed: 'success', Failed: 'error', Aborted: 'warning' };
const RUN: RowAction = { name: 'run', label: 'Run now' };
const ABORT: RowAction = { name: 'abort', label: 'Abort' };

export default class DevJobs extends LightningElement {
  value: Jobs | null = null;
  problem: string | null = null;
  readonly #live = new Live<Jobs>(pathTo('jobs'), ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly scheduleColumns: readonly DevColumn[] = [
    { label: 'Name', fieldName: 'name' },
    { label: 'Next run', fieldName: 'next', type: 'date' },
    { label: 'Cron expression', fieldName: 'expression' },
    { label: 'State', fieldName: 'state' },
    { label: 'Runs', fieldName: 'times', type: 'number' },
    { label: 'Last run', fieldName: 'previous', type: 'date' },
    { label: 'User', fieldName: 'user' },
    { label: 'Actions', fieldName: 'actions', type: 'actions' },
  ];
  readonly jobColumns: readonly DevColumn[] = [
    { label: 'Class', fieldName: 'className' },
    { label: 'Kind', fieldName: 'kind' },
    { label: 'Status', fieldName: 'status', tone: 'tone' },
    { label: 'Detail', fieldName: 'detail', wraps: true },
    { label: 'Progress', fieldName: 'progress' },
    { label: 'Errors', fieldName: 'errors', type: 'number' },
    { label: 'User', fieldName: 'user' },
    { label: 'Submitted', fieldName: 'created', type: 'date' },
    { label: 'Completed', fieldName: 'completed', type: 'date' },
    { label: 'Actions', fieldName: 'actions', type: 'actions', of: 'className' },
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
  get schedules(): readonly DevRow[] {
    return (this.value?.schedules ?? []).map((one) => ({ ...one, actions: [RUN, ABORT] }));
  }
  /** A schedule waits as a job of its own: its row is above. */
  get jobs(): readonly DevRow[] {
    return (this.value?.jobs ?? []).map((job) => ({
      ...job,
      tone: TONES[job.status] ?? null,
      progress: job.total === null || job.total === 0 ? '' : `${job.processed ?? 0} of ${job.total}`,
      actions: ENDED.has(job.status) ? [] : job.status === 'Queued' ? [RUN, ABORT] : [ABORT],
    }));
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  async handleAction(event: CustomEvent<RowActionDetail>): Promise<void> {
    const { name, id, row } = event.detail;
    const what = String(row['name'] ?? row['className']);
    if (name === 'abort' && !(await isSure('Abort this job?', `${what} will not run. Work it has done stays.`))) {
      return;
    }
    await attempt(
      this,
      () => request('POST', pathTo('jobs', id, name)),
      name === 'run' ? `${what} ran. Its row has the result.` : `${what} was aborted.`,
    );
    await this.#live.refresh();
  }
}
