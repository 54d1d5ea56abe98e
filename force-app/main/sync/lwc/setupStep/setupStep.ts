import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';

/** One step. Open, it shows its content; done, one line and a way back; before its turn, only its name. */
export default class SetupStep extends LightningElement {
  @api number = 1;
  @api name = '';
  /** What the step led to, in one line. */
  @api summary = '';
  @api isOpen = false;
  @api isDone = false;
  @api canChange = false;

  readonly labels = LABELS;

  get heading(): string {
    return fill(LABELS.stepOf, this.number, this.name);
  }

  get isWaiting(): boolean {
    return !this.isOpen && !this.isDone;
  }

  get headingClass(): string {
    return this.isWaiting ? 'slds-text-color_weak' : '';
  }

  handleChange(): void {
    this.dispatchEvent(new CustomEvent('changestep'));
  }
}
