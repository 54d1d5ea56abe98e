import { VALUES, type Value, type Verb } from './verbs.ts';

const PLACEHOLDER = /^<(\w+)>$/;
const SECRET_FLAG = /^--[\w-]*(key|password|secret|token)$|^-k$/;

/** A mistake in how a verb was called; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Puts the caller's `name=value` words into the verb's command line; what follows them is passed on as it is. */
export function fill(verb: Verb, words: readonly string[]): readonly string[] {
  const flagsStart = words.findIndex((word) => word.startsWith('-'));
  const given = valuesOf(flagsStart === -1 ? words : words.slice(0, flagsStart), verb);
  const extraFlags = flagsStart === -1 ? [] : words.slice(flagsStart);
  return [...verb.command.map((word) => given.get(nameOf(word)) ?? defaultOf(word)), ...extraFlags];
}

/** The names of the values that the verb's command line asks for. */
export function namesIn({ command }: Verb): readonly string[] {
  return command.flatMap((word) => PLACEHOLDER.exec(word)?.[1] ?? []);
}

/** The command as it may be shown: quoted for a shell, and with the values of secret flags masked. */
export function show(command: readonly string[]): string {
  const masked = command.map((word, at) => {
    const [flag = '', value] = word.split('=', 2);
    if (SECRET_FLAG.test(command[at - 1] ?? '')) {
      return '****';
    }
    return value !== undefined && SECRET_FLAG.test(flag) ? `${flag}=****` : word;
  });
  return ['sf', ...masked].map((word) => (/^[\w@%+=:,./<>*-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

function valuesOf(words: readonly string[], verb: Verb): ReadonlyMap<string, string> {
  const names = namesIn(verb);
  return new Map(
    words.map((word) => {
      const [name = '', ...rest] = word.split('=');
      if (!names.includes(name) || rest.length === 0) {
        throw new UsageError(`"${word}" is not understood. This verb takes ${names.map((n) => `${n}=…`).join(' ')}.`);
      }
      return [name, rest.join('=')];
    }),
  );
}

function nameOf(word: string): string {
  return PLACEHOLDER.exec(word)?.[1] ?? '';
}

function defaultOf(word: string): string {
  const name = nameOf(word);
  if (name === '') {
    return word;
  }
  const value: Value | undefined = (VALUES as Readonly<Record<string, Value>>)[name];
  if (value?.default === undefined) {
    throw new UsageError(`Say ${name}=…: ${value?.about ?? 'a value of the command line'}.`);
  }
  return value.default;
}
