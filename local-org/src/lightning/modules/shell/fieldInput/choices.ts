/** What a picklist offers: all values, or those that fit the value of the field that controls it. */
import type { PicklistField } from '../uiApi/types.ts';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** `controller` is the controlling field's value as text; a checkbox controls by `true` and `false`. */
export function choicesOf(
  field: PicklistField | undefined,
  isDependent: boolean,
  controller: string,
): readonly Choice[] {
  const values = field?.values ?? [];
  if (!isDependent) {
    return values;
  }
  const index = field?.controllerValues[controller];
  return index === undefined ? [] : values.filter(({ validFor }) => validFor.includes(index));
}

/** An empty field offers to stay empty; a stored value that is no longer offered stays to be seen. */
export function optionsOf(choices: readonly Choice[], stored: string | null, isRequired: boolean): readonly Choice[] {
  const none = isRequired ? [] : [{ label: '--None--', value: '' }];
  const isKnown = stored === null || stored === '' || choices.some(({ value }) => value === stored);
  return [...none, ...choices, ...(isKnown ? [] : [{ label: stored, value: stored }])].map(({ label, value }) => ({
    label,
    value,
  }));
}
