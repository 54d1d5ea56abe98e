/** Reads the command line once; what it does not know is a usage error. */
export interface Arguments {
  readonly command: 'test' | 'exec' | 'query' | 'check';
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
  /** The file of exec, the text of query. */
  readonly operand: string | null;
}

export class UsageError extends Error {}

export const USAGE = `usage: org test  [--source DIR]... [--namespace NS] [--only NAME]... [--feature NAME]... [--json FILE] [--junit FILE]
                 [--coverage FILE] [--workers N] [--time-limit SECONDS] [--cache DIR]
       org exec  FILE|- [--source DIR]... [--namespace NS] [--data DIR]
       org query "SOQL" [--source DIR]... [--namespace NS] [--data DIR]
       org check --source DIR... [--namespace NS] [--json FILE]`;

const COMMANDS = ['test', 'exec', 'query', 'check'] as const;
const DEFAULT_TIME_LIMIT = 60;

export function parseArguments(words: readonly string[], processors: number): Arguments {
  const [command, ...rest] = words;
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'No command given' : `Unknown command: ${command}`);
  }
  const lists: Record<'source' | 'only' | 'feature', string[]> = { source: [], only: [], feature: [] };
  const single = new Map<string, string>();
  const operands: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const [flag = '', inline] = word.slice(2).split(/=(.*)/s);
    const value = inline ?? rest[++index];
    if (value === undefined) {
      throw new UsageError(`--${flag} needs a value`);
    }
    if (flag in lists) {
      lists[flag as keyof typeof lists].push(value);
    } else if (['namespace', 'json', 'junit', 'coverage', 'data', 'cache', 'workers', 'time-limit'].includes(flag)) {
      single.set(flag, value);
    } else {
      throw new UsageError(`Unknown flag: --${flag}`);
    }
  }
  const operand = operands[0] ?? null;
  if ((command === 'exec' || command === 'query') !== (operand !== null) || operands.length > 1) {
    throw new UsageError(
      operand === null
        ? `${command} needs ${command === 'exec' ? 'a file, or - for standard input' : 'a query'}`
        : `Unexpected argument: ${operands.at(-1) ?? ''}`,
    );
  }
  const text = (flag: string): string | null => single.get(flag) ?? null;
  return {
    command,
    sources: lists.source,
    namespace: text('namespace') ?? '',
    only: lists.only,
    features: lists.feature,
    json: text('json'),
    junit: text('junit'),
    coverage: text('coverage'),
    data: text('data'),
    cache: text('cache'),
    workers: positive(text('workers'), 'workers') ?? processors,
    timeLimitSeconds: positive(text('time-limit'), 'time-limit') ?? DEFAULT_TIME_LIMIT,
    operand,
  };
}

function isCommand(word: string | undefined): word is Arguments['command'] {
  return COMMANDS.some((one) => one === word);
}
function positive(text: string | null, flag: string): number | null {
  if (text === null) {
    return null;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new UsageError(`--${flag} needs a number above zero`);
  }
  return value;
}
