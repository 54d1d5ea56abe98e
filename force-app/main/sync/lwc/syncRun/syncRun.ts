import { LightningElement, api } from 'lwc';
import { clockTimeText, entityText, kindText, lengthText, stateText } from 'c/syncWords';
import { fill, momentText, numberText } from 'c/timeFormat';
import type { EntityCountView, SyncConnectionView, SyncRunView } from 'views/sync';
import { labels } from './labels';

interface Cell {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  readonly isLink: boolean;
}

interface Row {
  readonly entity: string;
  readonly name: string;
  readonly className: string;
  readonly current: string | null;
  readonly cells: readonly Cell[];
}

const SECONDS_PER_MINUTE = 60;
const COUNTS = ['read', 'created', 'updated', 'unchanged', 'failed'] as const;
// A few rows say little about how fast the others will come.
const LEAST_SECONDS = 5;

/** A connection with its newest run. Emits `runaction`, `showissues` and `showrecords`. */
export default class SyncRun extends LightningElement {
  @api connection!: SyncConnectionView;
  /** Whether something that was asked for is on its way. */
  @api isBusy = false;

  readonly labels = labels;
  readonly columns = COUNTS.map((key) => ({ key, label: labels[key] }));

  get run(): SyncRunView | null {
    return this.connection.run ?? null;
  }

  get name(): string {
    return this.connection.name ?? '';
  }

  get kind(): string {
    return kindText(this.run?.kind ?? '');
  }

  get state(): string {
    return stateText(this.run?.state ?? '');
  }

  get stateClass(): string {
    return this.run?.state === 'Failed' ? 'state problem' : 'state';
  }

  get isGoingOn(): boolean {
    return this.run?.isGoingOn === true;
  }

  get isPaused(): boolean {
    return this.run?.state === 'Paused';
  }

  get isUnderWay(): boolean {
    return this.isGoingOn || this.isPaused;
  }

  get isOver(): boolean {
    return this.run !== null && !this.isUnderWay;
  }

  get canStart(): boolean {
    return this.connection.isConnected === true && !this.isUnderWay;
  }

  get canResume(): boolean {
    return this.isPaused || (this.run?.state === 'Failed' && this.connection.isConnected === true);
  }

  get isOff(): boolean {
    return this.connection.isConnected !== true;
  }

  get percent(): number {
    return this.run?.percent ?? 0;
  }

  /** How far, how fast, how much longer: what of it can be told. */
  get facts(): readonly string[] {
    const { run } = this;
    if (run === null) {
      return [];
    }
    const { read = 0, seconds = 0, secondsLeft, startedAt } = run;
    const isMoving = run.state === 'Running' && (seconds ?? 0) >= LEAST_SECONDS;
    const minutes = (seconds ?? 0) / SECONDS_PER_MINUTE;
    return [
      this.isUnderWay ? fill(labels.percent, numberText(this.percent)) : '',
      isMoving ? fill(labels.rate, numberText(Math.round((read ?? 0) / minutes))) : '',
      typeof secondsLeft === 'number' && isMoving ? fill(labels.left, lengthText(secondsLeft)) : '',
      this.isOver && startedAt ? fill(labels.began, momentText(startedAt)) : '',
      this.isOver ? fill(labels.took, lengthText(seconds ?? 0)) : '',
    ].filter((fact) => fact !== '');
  }

  /** Until when the run waits and why, or why it stopped. */
  get message(): string {
    const { waitsUntil, message } = this.run ?? {};
    const wait = waitsUntil ? fill(labels.waitsUntil, clockTimeText(waitsUntil)) : '';
    return [wait, message ?? ''].filter((text) => text !== '').join(' ');
  }

  get rows(): readonly Row[] {
    return (this.run?.entities ?? []).map((counts) => {
      const entity = counts.entity ?? '';
      return {
        entity,
        name: entityText(entity),
        className: counts.isCurrent === true ? 'current' : '',
        current: counts.isCurrent === true ? 'step' : null,
        cells: COUNTS.map((key) => cellOf(key, counts, entity)),
      };
    });
  }

  get actionNames(): Readonly<Record<'start' | 'pause' | 'resume' | 'cancel', string>> {
    const on = (label: string): string => fill(labels.actionOn, label, this.name);
    return {
      start: on(labels.start),
      pause: on(labels.pause),
      resume: on(labels.resume),
      cancel: on(labels.cancel),
    };
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    const detail = { action, connectionId: this.connection.id, runId: this.run?.id ?? null };
    this.dispatchEvent(new CustomEvent('runaction', { detail }));
  }

  handleCount(event: Event): void {
    const { entity, count } = (event.currentTarget as HTMLElement).dataset;
    const name = count === 'failed' ? 'showissues' : 'showrecords';
    this.dispatchEvent(new CustomEvent(name, { detail: { entity, connectionId: this.connection.id } }));
  }
}

function cellOf(key: (typeof COUNTS)[number], counts: EntityCountView, entity: string): Cell {
  const value = counts[key] ?? 0;
  const text = numberText(value);
  const name = entityText(entity);
  const title = key === 'failed' ? fill(labels.showFailed, text, name) : `${text} ${fill(labels.showRecords, name)}`;
  return { key, text, title, isLink: value > 0 };
}
