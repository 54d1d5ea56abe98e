import { LightningElement, api } from 'lwc';
import { kindText, lengthText, stateText } from 'c/syncWords';
import { fill, momentText, numberText } from 'c/timeFormat';
import type { SyncRunView } from 'views/sync';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly { readonly key: string; readonly text: string }[];
  readonly numbers: readonly { readonly key: string; readonly text: string }[];
}

const FIGURES = [
  'read',
  'created',
  'updated',
  'unchanged',
  'failed',
  'callouts',
  'queries',
  'statements',
  'transactions',
] as const;
const MILLISECONDS_PER_SECOND = 1000;

/** The newest runs of a connection with their figures. Emits `openrun` with an id, and `more`. */
export default class SyncRuns extends LightningElement {
  @api runs: readonly SyncRunView[] = [];
  @api connectionName = '';
  /** Whether there may be runs before these. */
  @api hasMore = false;

  readonly labels = labels;
  readonly textColumns = [labels.kind, labels.state, labels.began];
  readonly numberColumns = [labels.duration, ...FIGURES.map((key) => labels[key]), labels.cpu];

  get heading(): string {
    return fill(labels.titleOf, this.connectionName);
  }

  get rows(): readonly Row[] {
    return this.runs.map((run) => ({
      id: run.id ?? '',
      name: run.name ?? '',
      texts: [
        { key: 'kind', text: kindText(run.kind ?? '') },
        { key: 'state', text: stateText(run.state ?? '') },
        { key: 'began', text: run.startedAt ? momentText(run.startedAt) : '' },
      ],
      numbers: [
        { key: 'duration', text: lengthText(run.seconds ?? 0) },
        ...FIGURES.map((key) => ({ key: `${key}`, text: numberText(run[key] ?? 0) })),
        { key: 'cpu', text: lengthText((run.cpuMilliseconds ?? 0) / MILLISECONDS_PER_SECOND) },
      ],
    }));
  }

  handleOpen(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('openrun', { detail: { id } }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
