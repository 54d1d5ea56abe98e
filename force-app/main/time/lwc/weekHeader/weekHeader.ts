import { LightningElement, api } from 'lwc';
import copyHoursLabel from '@salesforce/label/c.Week_Copy_Hours';
import copyLabel from '@salesforce/label/c.Week_Copy';
import copyRowsLabel from '@salesforce/label/c.Week_Copy_Rows';
import hoursLabel from '@salesforce/label/c.Week_Hours';
import hoursOfLabel from '@salesforce/label/c.Week_Hours_Of';
import nextLabel from '@salesforce/label/c.Week_Next';
import notSavedLabel from '@salesforce/label/c.Week_Not_Saved';
import previousLabel from '@salesforce/label/c.Week_Previous';
import refusedLabel from '@salesforce/label/c.Week_Refused';
import retryLabel from '@salesforce/label/c.Week_Try_Again';
import retryingLabel from '@salesforce/label/c.Week_Trying_Again';
import savedLabel from '@salesforce/label/c.Week_Saved';
import savingLabel from '@salesforce/label/c.Week_Saving';
import todayLabel from '@salesforce/label/c.Week_Today';
import { fill, hoursText, numberText } from 'c/timeFormat';
import { timeText } from 'c/weekDates';
import type { SaveState } from 'c/weekSaver';

/** Which week it is, how full, and whether it is saved. Emits `previous`, `next`, `today`, `copy` and `retry`. */
export default class WeekHeader extends LightningElement {
  @api range = '';
  @api isThisWeek = false;
  @api isReadOnly = false;
  @api seconds = 0;
  @api capacityHours?: number | null;
  @api saveState: SaveState = { kind: 'idle' };
  /** Cells that could not be saved and say why. */
  @api problemCount = 0;

  readonly labels = {
    copy: copyLabel,
    copyHours: copyHoursLabel,
    copyRows: copyRowsLabel,
    next: nextLabel,
    previous: previousLabel,
    retry: retryLabel,
    today: todayLabel,
  };

  get hours(): string {
    return typeof this.capacityHours === 'number'
      ? fill(hoursOfLabel, hoursText(this.seconds), numberText(this.capacityHours))
      : fill(hoursLabel, hoursText(this.seconds));
  }

  get canCopy(): boolean {
    return !this.isReadOnly;
  }

  get hasFailed(): boolean {
    return this.saveState.kind === 'failed';
  }

  get stateText(): string {
    const state = this.saveState;
    switch (state.kind) {
      case 'idle':
        return '';
      case 'waiting':
      case 'saving':
        return savingLabel;
      case 'failed':
        return state.isRetrying ? retryingLabel : notSavedLabel;
      default:
        return this.problemCount > 0 ? fill(refusedLabel, this.problemCount) : fill(savedLabel, timeText(state.at));
    }
  }

  get stateClass(): string {
    return this.hasFailed || (this.saveState.kind === 'saved' && this.problemCount > 0) ? 'state wrong' : 'state';
  }

  handlePrevious(): void {
    this.dispatchEvent(new CustomEvent('previous'));
  }

  handleNext(): void {
    this.dispatchEvent(new CustomEvent('next'));
  }

  handleToday(): void {
    this.dispatchEvent(new CustomEvent('today'));
  }

  handleCopy(event: CustomEvent<{ readonly value: string }>): void {
    this.dispatchEvent(new CustomEvent('copy', { detail: { withHours: event.detail.value === 'hours' } }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
