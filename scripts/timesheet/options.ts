/** What `npm run timesheet` was asked for: flags in, one value out. */
import { parseArgs } from 'node:util';
import { SIZES, type SizeName } from '../../timesheet-services/src/generate/sizes.ts';
import { FACES } from '../../timesheet-services/src/faces.ts';
import type { FaceName } from '../../timesheet-services/src/index.ts';
import { UsageError } from '../start/options.ts';

export interface TimesheetOptions {
  readonly port: number;
  readonly host: string;
  readonly face: FaceName | 'all';
  readonly size: SizeName;
  readonly seed: number;
  readonly data: string;
  readonly plan: 'free' | 'starter' | 'premium';
  readonly hasLimits: boolean;
  readonly doesReset: boolean;
  readonly doesOpenBrowser: boolean;
}

const FACE_NAMES = FACES.map(({ face }) => face);
const SIZE_NAMES = Object.keys(SIZES) as readonly SizeName[];
const PLANS = ['free', 'starter', 'premium'] as const;

export const TIMESHEET_USAGE = `npm run timesheet -- [flags]
  --as harvest         show one service at the root of the address: ${FACE_NAMES.join(', ')};
                       left out, all of them, each below its name
  --port 8090          the port to listen on
  --host 127.0.0.1     the address to listen on; another one lets other computers in, and the page has no password
  --size demo          how much is in the account: ${SIZE_NAMES.join(', ')}
  --seed 1             another number makes another account; with 1 the people are those of npm start
  --plan premium       what the account pays for, where limits depend on it: ${PLANS.join(', ')}
  --no-limits          never refuse for too many requests
  --data build/timesheet   the folder that keeps the account between starts
  --reset              throw the account away and begin anew
  --no-open            leave the browser closed`;

const LARGEST_PORT = 65_535;

export function readTimesheetOptions(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): TimesheetOptions | 'help' {
  const values = parse(words);
  if (values.help === true) {
    return 'help';
  }
  const isBuildMachine = ![undefined, '', 'false'].includes(environment['CI']);
  return {
    port: wholeNumber('--port', values.port, LARGEST_PORT),
    host: values.host,
    face: oneOf('--as', values.as, ['all', ...FACE_NAMES]),
    size: oneOf('--size', values.size, SIZE_NAMES),
    seed: wholeNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER),
    data: values.data,
    plan: oneOf('--plan', values.plan, PLANS),
    hasLimits: values['no-limits'] !== true,
    doesReset: values.reset === true,
    doesOpenBrowser: values['no-open'] !== true && !isBuildMachine,
  };
}

interface Values {
  readonly as: string;
  readonly port: string;
  readonly host: string;
  readonly size: string;
  readonly seed: string;
  readonly plan: string;
  readonly data: string;
  readonly 'no-limits'?: boolean;
  readonly reset?: boolean;
  readonly 'no-open'?: boolean;
  readonly help?: boolean;
}
function parse(words: readonly string[]): Values {
  try {
    return parseArgs({
      args: [...words],
      options: {
        as: { type: 'string', default: 'all' },
        port: { type: 'string', default: '8090' },
        host: { type: 'string', default: '127.0.0.1' },
        size: { type: 'string', default: 'demo' },
        seed: { type: 'string', default: '1' },
        plan: { type: 'string', default: 'premium' },
        data: { type: 'string', default: 'build/timesheet' },
        'no-limits': { type: 'boolean' },
        reset: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${TIMESHEET_USAGE}`);
  }
}
function wholeNumber(flag: string, text: string, largest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest) {
    throw new UsageError(`${flag} takes a whole number from 0 to ${largest}, not "${text}".`);
  }
  return value;
}
function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) {
    throw new UsageError(`${flag} takes one of ${known.join(', ')}, not "${text}".`);
  }
  return found;
}
