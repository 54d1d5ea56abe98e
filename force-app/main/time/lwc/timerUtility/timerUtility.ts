import { LightningElement, wire } from 'lwc';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';
import { timerText } from 'c/timeFormat';
import { subscribe } from 'c/timer';
import titleLabel from '@salesforce/label/c.Timer_Title';

const SECONDS_PER_MINUTE = 60;

/** The timer in the utility bar: its button tells on every page how long the timer runs, and on what. */
export default class TimerUtility extends LightningElement {
  @wire(EnclosingUtilityId)
  utilityId: string | null | undefined;

  /** What the button shows because of this component; its own text in the page is not translated. */
  label = '';
  endSubscription: () => void = () => undefined;

  override connectedCallback(): void {
    this.endSubscription = subscribe(({ view, elapsedSeconds }) => {
      const isRunning = view?.isRunning === true;
      // Hours and minutes only: a bar that changes each second would draw every eye.
      const time = timerText(elapsedSeconds - (elapsedSeconds % SECONDS_PER_MINUTE)).replace(/:00$/, '');
      this.show(isRunning ? `${time} ${view.projectName ?? ''}` : titleLabel, isRunning);
    });
  }

  override disconnectedCallback(): void {
    this.endSubscription();
  }

  show(label: string, isRunning: boolean): void {
    if (label === this.label || !this.utilityId) {
      return;
    }
    this.label = label;
    updateUtility(this.utilityId, { label, highlighted: isRunning }).catch(() => {
      // The bar of an app that has no such utility any more; the next change tries again.
      this.label = '';
    });
  }
}
