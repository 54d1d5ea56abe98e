import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { TestOutcome } from 'views/connect';

/** What a test found: the cause and the fix in words, and what the service itself said folded below. */
export default class SetupOutcome extends LightningElement {
  @api outcome!: TestOutcome;
  @api serviceLabel = '';

  get icon(): string {
    return this.outcome.isPassed ? 'utility:success' : 'utility:error';
  }

  get variant(): string {
    return this.outcome.isPassed ? 'success' : 'error';
  }

  get state(): string {
    return this.outcome.isPassed ? LABELS.passed : LABELS.failed;
  }

  get said(): string {
    return fill(LABELS.said, this.serviceLabel);
  }
}
