/** With State and Country/Territory picklists, a place has a code and a name: one given brings the other, unknown ones are refused. */
import { COUNTRIES, STATES, STATES_NOT_LISTED } from '../../standard/places.ts';
import { dmlError, type DmlErrorName } from '../errors.ts';
import { isChanged, type DmlCall, type RowWork } from '../work.ts';
import { textOf } from './readers.ts';

export function checkAddresses(call: DmlCall, work: RowWork): void {
  if (!call.runtime.org.features.has('stateAndCountryPicklists')) {
    return;
  }
  for (const field of call.object.fields.values()) {
    const prefix = /^(\w*)CountryCode$/.exec(field.name)?.[1];
    if (prefix !== undefined) {
      checkAddress(call, work, prefix);
    }
  }
}

function checkAddress(call: DmlCall, work: RowWork, prefix: string): void {
  const [country, countryCode, state, stateCode] = [
    `${prefix}Country`,
    `${prefix}CountryCode`,
    `${prefix}State`,
    `${prefix}StateCode`,
  ];
  if ([country, countryCode, state, stateCode].every((field) => !isChanged(work, field))) {
    return;
  }
  if (!match(call, work, country, countryCode, COUNTRIES, 'badCountry')) {
    return;
  }
  const code = textOf(work.values[countryCode]);
  const hasState = textOf(work.values[state]) !== null || textOf(work.values[stateCode]) !== null;
  if (!hasState) {
    return;
  }
  if (code === null) {
    work.errors.push(dmlError('stateWithoutCountry', [labelOf(call, state)], [state]));
  } else if (STATES_NOT_LISTED.has(code)) {
    call.runtime.unsupported(`States of ${code} in state and country picklists`);
  } else {
    match(call, work, state, stateCode, STATES.get(code) ?? new Map(), 'badState');
  }
}

const labelOf = (call: DmlCall, field: string): string => call.object.fields.get(field.toLowerCase())?.label ?? field;

/** Brings name and code together; the one that changed leads. False where it names nothing. */
function match(
  call: DmlCall,
  work: RowWork,
  nameField: string,
  codeField: string,
  places: ReadonlyMap<string, string>,
  error: DmlErrorName,
): boolean {
  const { values } = work;
  const leadsByCode = isChanged(work, codeField) && work.given.has(codeField);
  const given = textOf(values[leadsByCode ? codeField : nameField]) ?? (leadsByCode ? null : textOf(values[codeField]));
  if (given === null) {
    values[nameField] = null;
    values[codeField] = null;
    return true;
  }
  const folded = given.toLowerCase();
  const found = [...places].find(
    ([code, name]) => code.toLowerCase() === folded || (!leadsByCode && name.toLowerCase() === folded),
  );
  if (found === undefined) {
    work.errors.push(dmlError(error, [labelOf(call, nameField)], [leadsByCode ? codeField : nameField]));
    return false;
  }
  [values[codeField], values[nameField]] = found;
  return true;
}
