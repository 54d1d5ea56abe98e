/** Reads the command line of `npm run conformance`. */
import { UsageError } from '../arguments.ts';
import type { ProjectLabels } from './project.ts';

export interface ConformanceArguments {
  readonly operands: readonly string[];
  readonly labels: ProjectLabels;
  readonly json: string | null;
  readonly cache: string | null;
  readonly features: readonly string[];
  readonly workers: number;
  readonly timeLimitSeconds: number;
}

export const CONFORMANCE_USAGE = `usage: conformance DIR[+DIR]... [--name NAME] [--commit COMMIT] [--json FILE] [--cache DIR] [--feature NAME]...
                   [--workers N] [--time-limit SECONDS]`;

const SINGLE = ['name', 'commit', 'json', 'cache', 'workers', 'time-limit'];
const DEFAULT_TIME_LIMIT = 60;

export function parseConformanceArguments(words: readonly string[], processors: number): ConformanceArguments {
  const operands: string[] = [];
  const features: string[] = [];
  const single = new Map<string, string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const [flag = '', inline] = word.slice(2).split(/=(.*)/s);
    const value = inline ?? words[++index];
    if (value === undefined) {
      throw new UsageError(`--${flag} needs a value`);
    }
    if (flag === 'feature') {
      features.push(value);
    } else if (SINGLE.includes(flag)) {
      single.set(flag, value);
    } else {
      throw new UsageError(`Unknown flag: --${flag}`);
    }
  }
  const labels = { name: single.get('name') ?? null, commit: single.get('commit') ?? null };
  if (operands.length === 0) {
    throw new UsageError('No folder given');
  }
  if (operands.length > 1 && (labels.name !== null || labels.commit !== null)) {
    throw new UsageError('--name and --commit are for one project');
  }
  return {
    operands,
    labels,
    features,
    json: single.get('json') ?? null,
    cache: single.get('cache') ?? null,
    workers: positive(single, 'workers') ?? processors,
    timeLimitSeconds: positive(single, 'time-limit') ?? DEFAULT_TIME_LIMIT,
  };
}

function positive(flags: ReadonlyMap<string, string>, flag: string): number | null {
  const text = flags.get(flag);
  if (text === undefined) {
    return null;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new UsageError(`--${flag} needs a number above zero`);
  }
  return value;
}
