/** The steps of a path: the values of its field in order, those that close a record under one step at the end. */
export interface StepValue {
  readonly label: string;
  readonly value: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
}
export interface Step {
  readonly value: string;
  readonly label: string;
  readonly state: 'complete' | 'current' | 'incomplete' | 'won' | 'lost';
  /** Values to choose from when the step is reached; one for most. */
  readonly choices: readonly StepValue[];
}

const CLOSED = '__closed';

export function stepsOf(values: readonly StepValue[], current: string): readonly Step[] {
  const closing = values.filter(({ isClosed }) => isClosed);
  const open = values.filter((one) => !closing.includes(one));
  const reached = closing.find(({ value }) => value === current);
  const at = open.findIndex(({ value }) => value === current);
  const steps = open.map((one, index): Step => ({
    value: one.value,
    label: one.label,
    state:
      reached === undefined
        ? index < at
          ? 'complete'
          : index === at
            ? 'current'
            : 'incomplete'
        : reached.isWon
          ? 'complete'
          : 'incomplete',
    choices: [one],
  }));
  if (closing.length === 0) {
    return steps;
  }
  const last: Step = {
    value: reached?.value ?? CLOSED,
    label: reached?.label ?? 'Closed',
    state: reached === undefined ? 'incomplete' : reached.isWon ? 'won' : 'lost',
    choices: closing,
  };
  return [...steps, last];
}
