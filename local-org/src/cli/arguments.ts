/** Reads the command line once; what a command does not know is a usage error. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

export interface Arguments {
  readonly command: 'test' | 'exec' | 'query' | 'check' | 'clock';
  readonly sources: readonly string[];
  readonly namespace: string;
  readonly only: readonly string[];
  readonly features: readonly string[];
  readonly json: string | null;
  readonly junit: string | null;
  readonly coverage: string | null;
  readonly data: string | null;
  readonly cache: string | null;
  readonly workers: number;
  readonly timeLimitSeconds: number;
  /** The file of exec, the text of query, the words for the clock. */
  readonly operand: string | null;
}

/** What was typed is wrong; the message says what, and the usage is shown with it. */
export class UsageError extends Error {}

const DEFAULT_TIME_LIMIT = 60;
/** Where the org of this project keeps its records. */
export const DEFAULT_DATA = 'build/org';

export const USAGE = `usage: org test          run Apex tests
       org exec FILE|-   run anonymous Apex; - reads standard input
       org query "SOQL"  print one line of JSON a row
       org check         compile only
       org clock WORD    show, stop or start the org's clock, move it by +1d or +2h30m,
                         or set it: org clock set 2026-12-01T09:00Z

every command
  --source DIR         an SFDX project, or any tree of classes, triggers and metadata; may repeat
                       (without it the project in the current folder, if there is one)
  --namespace NS       the namespace of the sources
  --feature NAME       a feature of the org: multiCurrency, personAccounts, stateAndCountryPicklists; may repeat
  --cache DIR          keep parsed Apex between runs
  --help

exec, query and clock
  --data DIR           keep the records between runs; for clock the folder of the org (${DEFAULT_DATA})

test
  --only NAME          a test class, or Class.method; may repeat
  --time-limit SECONDS the longest a test may run (${DEFAULT_TIME_LIMIT})
  --workers N          threads (one for each processor)
  --coverage FILE      write the lines that ran, by class
  --junit FILE         write the results as JUnit XML

test and check
  --json FILE          write the results as JSON

exit code: 0 fine; 1 a test failed, the Apex threw, or the query was refused; 2 wrong usage, or source that does not compile`;

type Options = NonNullable<ParseArgsConfig['options']>;
const EVERY = {
  source: { type: 'string', multiple: true },
  namespace: { type: 'string' },
  feature: { type: 'string', multiple: true },
  cache: { type: 'string' },
} as const satisfies Options;
const RECORDS = { data: { type: 'string' } } as const satisfies Options;
const REPORT = { json: { type: 'string' } } as const satisfies Options;
const TESTS = {
  only: { type: 'string', multiple: true },
  'time-limit': { type: 'string' },
  workers: { type: 'string' },
  coverage: { type: 'string' },
  junit: { type: 'string' },
} as const satisfies Options;

interface Command {
  readonly options: Options;
  /** What the one word after the command is; null for a command without one. */
  readonly operand: string | null;
}
const COMMANDS: Readonly<Record<Arguments['command'], Command>> = {
  test: { options: { ...EVERY, ...REPORT, ...TESTS }, operand: null },
  exec: { options: { ...EVERY, ...RECORDS }, operand: 'a file, or - for standard input' },
  query: { options: { ...EVERY, ...RECORDS }, operand: 'a query' },
  check: { options: { ...EVERY, ...REPORT }, operand: null },
  clock: { options: RECORDS, operand: 'one of show, stop, start, +1d, set MOMENT' },
};

/** Null when help was asked for. */
export function parseArguments(words: readonly string[], processors: number): Arguments | null {
  if (words.some((word) => word === '--help' || word === '-h')) {
    return null;
  }
  const [command, ...rest] = words;
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'No command given' : `Unknown command: ${command}`);
  }
  const { options, operand: wanted } = COMMANDS[command];
  const { values, positionals } = parsed(rest, options);
  const text = (flag: string): string | null => (typeof values[flag] === 'string' ? values[flag] : null);
  const list = (flag: string): readonly string[] => (Array.isArray(values[flag]) ? values[flag].map(String) : []);
  const [operand = null, ...more] = command === 'clock' ? [positionals.join(' ') || null] : positionals;
  const unexpected = wanted === null ? operand : more[0];
  if (unexpected !== undefined && unexpected !== null) {
    throw new UsageError(`Unexpected argument: ${unexpected}`);
  }
  if (wanted !== null && operand === null) {
    throw new UsageError(`${command} needs ${wanted}`);
  }
  return {
    command,
    sources: list('source'),
    namespace: text('namespace') ?? '',
    only: list('only'),
    features: list('feature'),
    json: text('json'),
    junit: text('junit'),
    coverage: text('coverage'),
    data: text('data'),
    cache: text('cache'),
    workers: Math.ceil(positive(text('workers'), 'workers') ?? processors),
    timeLimitSeconds: positive(text('time-limit'), 'time-limit') ?? DEFAULT_TIME_LIMIT,
    operand,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}
function parsed(words: readonly string[], options: Options): Parsed {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
function isCommand(word: string | undefined): word is Arguments['command'] {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}
function positive(text: string | null, flag: string): number | null {
  if (text === null) {
    return null;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new UsageError(`--${flag} needs a number above zero, not "${text}"`);
  }
  return value;
}
