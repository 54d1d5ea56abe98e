import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill, numberText } from 'c/timeFormat';
import type { ImportView } from 'views/sync';

/** What is mapped, and what a run could not match. */
export default class SetupMapping extends LightningElement {
  @api view!: ImportView;

  readonly labels = LABELS;

  get mapped(): string {
    return fill(LABELS.mapped, numberText(this.view.mappedFields), numberText(this.view.mappedValues));
  }

  get unmatched(): string {
    return this.view.runId
      ? fill(LABELS.unmatched, numberText(this.view.unmatchedPeople), numberText(this.view.ambiguousClients))
      : LABELS.noRun;
  }

  handleReview(): void {
    this.dispatchEvent(new CustomEvent('review'));
  }
}
