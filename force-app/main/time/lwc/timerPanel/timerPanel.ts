import { LightningElement, api } from 'lwc';
import type DurationInput from 'c/durationInput';
import { clockText, fill, hoursText, momentText, timerText } from 'c/timeFormat';
import { discard, keepNote, stop, subscribe, type TimerState } from 'c/timer';
import discardLabel from '@salesforce/label/c.Timer_Discard';
import discardedLabel from '@salesforce/label/c.Timer_Discarded';
import forgottenLabel from '@salesforce/label/c.Timer_Forgotten_Hint';
import keepLabel from '@salesforce/label/c.Timer_Keep';
import loggedLabel from '@salesforce/label/c.Timer_Logged';
import noneLabel from '@salesforce/label/c.Timer_None';
import notReachedLabel from '@salesforce/label/c.Timer_Not_Reached';
import noteLabel from '@salesforce/label/c.Timer_Note';
import stopLabel from '@salesforce/label/c.Timer_Stop';
import titleLabel from '@salesforce/label/c.Timer_Title';

/** The running timer: how long, on what, with its note. A forgotten one asks what to keep before it is logged. */
export default class TimerPanel extends LightningElement {
  /** Whether to say that no timer runs, where nothing else is on the page. */
  @api saysNone = false;

  state: TimerState | undefined;
  /** What is typed over the note until the org has it. */
  draft: string | undefined;
  problem: unknown;
  announcement = '';
  isBusy = false;
  endSubscription: () => void = () => undefined;

  readonly labels = {
    discard: discardLabel,
    keep: keepLabel,
    none: noneLabel,
    notReached: notReachedLabel,
    note: noteLabel,
    stop: stopLabel,
    title: titleLabel,
  };

  override connectedCallback(): void {
    this.endSubscription = subscribe((state) => {
      this.state = state;
    });
  }

  override disconnectedCallback(): void {
    this.endSubscription();
  }

  get isRunning(): boolean {
    return this.state?.view?.isRunning === true;
  }

  get isForgotten(): boolean {
    return this.state?.view?.isForgotten === true;
  }

  get isOrdinary(): boolean {
    return !this.isForgotten;
  }

  get showsNone(): boolean {
    return this.saysNone && this.state?.view !== undefined;
  }

  get time(): string {
    return timerText(this.state?.elapsedSeconds ?? 0);
  }

  get subject(): string {
    return this.state?.view?.projectName ?? '';
  }

  get note(): string {
    return this.draft ?? this.state?.view?.note ?? '';
  }

  get forgottenText(): string {
    const { startedAt = '' } = this.state?.view ?? {};
    return fill(forgottenLabel, momentText(startedAt ?? ''), clockText(this.state?.elapsedSeconds ?? 0));
  }

  handleNote(event: CustomEvent<{ readonly value: string }>): void {
    this.draft = event.detail.value;
  }

  async handleNoteEnd(): Promise<void> {
    await this.saveNote();
  }

  async handleStop(): Promise<void> {
    await this.saveNote();
    await this.end(() => stop(null));
  }

  async handleKeep(): Promise<void> {
    const duration = (this.refs?.['keep'] as (HTMLElement & DurationInput) | undefined)?.read();
    if (duration) {
      await this.end(() => stop(duration.seconds));
    }
  }

  async handleDiscard(): Promise<void> {
    await this.attempt(async () => {
      await discard();
      this.announcement = discardedLabel;
    });
  }

  async saveNote(): Promise<void> {
    const { draft } = this;
    if (draft !== undefined && draft !== (this.state?.view?.note ?? '')) {
      await this.attempt(() => keepNote(draft));
    }
    this.draft = undefined;
  }

  async end(call: () => ReturnType<typeof stop>): Promise<void> {
    await this.attempt(async () => {
      const entry = await call();
      this.announcement = fill(loggedLabel, hoursText(entry?.seconds ?? 0), entry?.projectName ?? '');
    });
  }

  async attempt(call: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    this.isBusy = true;
    try {
      await call();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.isBusy = false;
    }
  }
}
