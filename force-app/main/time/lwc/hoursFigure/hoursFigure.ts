import { LightningElement, api } from 'lwc';
import unitLabel from '@salesforce/label/c.Budget_Hours_Unit';

/** Shows one number of hours under its label. With a `url` the number is a link, and a click on it emits `open`. */
export default class HoursFigure extends LightningElement {
  @api label = '';
  @api hours = 0;
  @api url?: string;
  /** Where the link leads, as its tooltip. */
  @api destination = '';
  /** `over` marks hours beyond the budget; the label must say so in words as well. */
  @api variant: 'plain' | 'over' = 'plain';

  readonly unit = unitLabel;

  get isOver(): boolean {
    return this.variant === 'over';
  }

  get figureClass(): string {
    return this.isOver ? 'slds-text-heading_small over' : 'slds-text-heading_small';
  }

  handleOpen(event: MouseEvent): void {
    // A click with Ctrl, Command or Shift is the browser's: it opens the address in a tab or window of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('open'));
  }
}
