import { LightningElement, api } from 'lwc';
import { causeText, entityText } from 'c/syncWords';
import { fill, numberText } from 'c/timeFormat';
import type { IssueGroupView, IssueView } from 'views/sync';
import { labels } from './labels';

// A cause can have thousands of issues, and the other causes stay in sight.
const SHOWN_FIRST = 5;
const SHOWN_MORE = 50;

/** The open issues of one cause. Emits `causeaction`: retryAll, dismissAll, more. Actions of an issue pass through. */
export default class SyncIssues extends LightningElement {
  @api group!: IssueGroupView;
  /** Whether there are several connections to tell apart. */
  @api showConnection = false;
  @api isBusy = false;

  size = SHOWN_FIRST;
  readonly labels = labels;

  /** `Clients · Several accounts could be meant`. */
  get heading(): string {
    const { cause, connectionName } = this.group;
    const text = causeText(cause?.kind ?? '', cause?.messageId ?? '');
    const named = cause?.entity ? fill(labels.causeOn, entityText(cause.entity), text) : text;
    return this.showConnection ? fill(labels.causeOn, connectionName ?? '', named) : named;
  }

  get total(): number {
    return this.group.total ?? 0;
  }

  get open(): string {
    return fill(labels.open, numberText(this.total));
  }

  get issues(): readonly IssueView[] {
    return this.group.issues.slice(0, this.size);
  }

  get hasMore(): boolean {
    return this.issues.length < this.total;
  }

  get isMany(): boolean {
    return this.total > 1;
  }

  get actionNames(): Readonly<Record<'retryAll' | 'dismissAll' | 'more', string>> {
    const on = (label: string): string => fill(labels.actionOn, label, this.heading);
    return { retryAll: on(labels.retryAll), dismissAll: on(labels.dismissAll), more: on(labels.more) };
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    if (action === 'more') {
      this.size += SHOWN_MORE;
      if (this.group.issues.length >= Math.min(this.size, this.total)) {
        return;
      }
    }
    this.dispatchEvent(new CustomEvent('causeaction', { detail: { action, key: this.group.key } }));
  }
}
