import backwardsLabel from '@salesforce/label/c.Duration_Backwards';
import minutesLabel from '@salesforce/label/c.Duration_Minutes';
import missingLabel from '@salesforce/label/c.Duration_Missing';
import nothingLabel from '@salesforce/label/c.Duration_Nothing';
import tooLongLabel from '@salesforce/label/c.Duration_Too_Long';
import tooLongMinutesLabel from '@salesforce/label/c.Duration_Too_Long_Minutes';
import unknownLabel from '@salesforce/label/c.Duration_Unknown';
import type { DurationProblem } from 'c/duration';
import { clockText, fill, numberText } from 'c/timeFormat';

const SECONDS_PER_HOUR = 3600;

/** Says why a text is no duration, what it might have meant, and what to write. */
export function durationProblemText(problem: DurationProblem, text: string): string {
  const entered = text.trim();
  if (entered === '') {
    return missingLabel;
  }
  switch (problem.kind) {
    case 'minutes':
      return fill(minutesLabel, entered, clockText(problem.hours * SECONDS_PER_HOUR), numberText(problem.hours));
    case 'tooLong':
      return problem.minutes === null
        ? fill(tooLongLabel, entered, numberText(problem.hours))
        : fill(tooLongMinutesLabel, entered, numberText(problem.hours), `${problem.minutes}m`);
    case 'nothing':
      return fill(nothingLabel, entered);
    case 'backwards':
      return fill(backwardsLabel, entered);
    default:
      return fill(unknownLabel, entered);
  }
}
