/** `@{reference.path}` in a subrequest: the value an earlier answer has there. Source: REST API Developer Guide, "Composite". */
import { isJson } from './subrequest.ts';

/** A reference that leads nowhere: its own subrequest is not run. */
export class MissingReference extends Error {}

const WHOLE = /^@\{([^{}]+)\}$/;
const PART = /@\{([^{}]+)\}/g;

export function resolve(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value)?.[1];
    return whole === undefined ? resolveText(value, answers) : lookUp(whole, answers);
  }
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, answers));
  }
  return isJson(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, answers)]))
    : value;
}

export const resolveText = (text: string, answers: ReadonlyMap<string, unknown>): string =>
  text.replace(PART, (_all, path: string) => {
    const value = lookUp(path, answers);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });

/** `NewAccount.id`, `Contacts.records[0].Id`. */
function lookUp(path: string, answers: ReadonlyMap<string, unknown>): unknown {
  const [reference = '', ...steps] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let value: unknown = answers.get(reference);
  for (const step of steps) {
    value = Array.isArray(value)
      ? (value as readonly unknown[])[Number(step)]
      : isJson(value)
        ? value[step]
        : undefined;
  }
  if (value === undefined || value === null) {
    throw new MissingReference(`Invalid reference specified. No value for ${path} found in ${reference}`);
  }
  return value;
}
