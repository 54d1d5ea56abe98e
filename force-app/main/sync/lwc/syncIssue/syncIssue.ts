import { LightningElement, api } from 'lwc';
import { fill, momentText, numberText } from 'c/timeFormat';
import type { IssueView } from 'views/sync';
import { labels } from './labels';

/** One issue. Emits `issueaction` with what to do: retry, dismiss, choose a record, open the record or the issue. */
export default class SyncIssue extends LightningElement {
  @api issue!: IssueView;
  @api isBusy = false;

  chosen = '';
  readonly labels = labels;

  /** What the row is called; an issue of the connection itself has its number only. */
  get name(): string {
    return this.issue.sourceName ?? this.issue.name ?? '';
  }

  get facts(): readonly string[] {
    const { since, attempts } = this.issue;
    const count = attempts ?? 1;
    return [
      since ? fill(labels.since, momentText(since)) : '',
      count === 1 ? labels.attempt : fill(labels.attempts, numberText(count)),
    ].filter((fact) => fact !== '');
  }

  get options(): readonly { readonly label: string; readonly value: string }[] {
    return (this.issue.candidates ?? []).map(({ id, name, detail }) => ({
      label: [name, detail].filter(Boolean).join(', '),
      value: id ?? '',
    }));
  }

  get hasOptions(): boolean {
    return this.options.length > 0;
  }

  get cannotChoose(): boolean {
    return this.isBusy || this.chosen === '';
  }

  get which(): string {
    return fill(labels.which, this.name);
  }

  get actionNames(): Readonly<Record<'retry' | 'dismiss' | 'record' | 'choose', string>> {
    const on = (label: string): string => fill(labels.actionOn, label, this.name);
    return {
      retry: on(labels.retry),
      dismiss: on(labels.dismiss),
      record: on(labels.openRecord),
      choose: on(labels.choose),
    };
  }

  handleChosen(event: CustomEvent<{ readonly value: string }>): void {
    this.chosen = event.detail.value;
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    const recordId = action === 'choose' ? this.chosen : (this.issue.recordId ?? null);
    const detail = { action, issueId: this.issue.id, recordId };
    this.dispatchEvent(new CustomEvent('issueaction', { detail, bubbles: true, composed: true }));
  }
}
