import { LightningElement, api } from 'lwc';
import { readDuration, type Duration } from 'c/duration';
import { durationProblemText } from 'c/durationProblem';
import { clockText, fill } from 'c/timeFormat';
import exampleLabel from '@salesforce/label/c.Duration_Example';
import label from '@salesforce/label/c.Duration_Label';
import understoodLabel from '@salesforce/label/c.Duration_Understood';

/** A field for a duration. It shows what it understood where that is not what stands there, and says what is wrong. */
export default class DurationInput extends LightningElement {
  /** What the field starts with; changes only when somebody enters something else. */
  @api get seconds(): number {
    return this._seconds;
  }
  set seconds(value: number) {
    this._seconds = value;
    this.text = value > 0 ? clockText(value) : '';
    this.isTouched = false;
  }
  _seconds = 0;
  text = '';
  isTouched = false;
  isWrong = false;

  readonly label = label;
  readonly labels = { example: exampleLabel };

  /** The duration, or null after saying in the field what is wrong with it. */
  @api read(): Duration | null {
    if (!this.isTouched && this._seconds > 0) {
      // An entry of odd seconds keeps them as long as nobody types over what is rounded here.
      return { seconds: this._seconds };
    }
    const { duration, problem } = readDuration(this.text);
    this.say(problem === null ? '' : durationProblemText(problem, this.text));
    return duration;
  }

  @api write(text: string): void {
    this.text = text;
    this.isTouched = true;
  }

  @api clear(): void {
    this._seconds = 0;
    this.text = '';
    this.isTouched = false;
  }

  @api focus(): void {
    this.field?.focus();
  }

  get field(): ValidatedField | undefined {
    return this.refs?.['field'] as ValidatedField | undefined;
  }

  get understood(): string {
    const { duration } = readDuration(this.text);
    const clock = duration === null ? '' : clockText(duration.seconds);
    return clock === '' || clock === this.text.trim() ? '' : fill(understoodLabel, clock);
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.text = event.detail.value;
    this.isTouched = true;
    if (this.isWrong) {
      this.say('');
    }
  }

  handleBlur(): void {
    if (this.text.trim() !== '') {
      this.read();
    }
  }

  say(message: string): void {
    this.isWrong = message !== '';
    this.field?.setCustomValidity(message);
    this.field?.reportValidity();
  }
}

interface ValidatedField extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}
