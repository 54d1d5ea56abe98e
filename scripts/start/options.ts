/** What `npm start` was asked for: flags in, one value out. */
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  /** The folder of the org: its rows, and a note of how it was begun. */
  readonly data: string;
  readonly hasDemoData: boolean;
  readonly seed: number;
  readonly doesReset: boolean;
  readonly doesOpenBrowser: boolean;
  readonly isDevelopment: boolean;
  /** What the org calls itself; null leaves it to the org. */
  readonly organizationId: string | null;
  /** The folder of the org that this one is a sandbox of, and the name of the sandbox. */
  readonly sandboxOf: string | null;
  readonly sandboxName: string;
  /** Another SFDX project to serve instead of this one. */
  readonly source: string | null;
}

/** The words cannot be understood; the message says which and what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `npm start -- [flags]
  --port 8080          the port to listen on
  --host 127.0.0.1     the address to listen on; another one lets other computers in, and there are no passwords
  --data build/org     the folder that keeps the org between starts
  --seed 1             another number makes other demo data
  --no-demo            begin with an empty org
  --reset              throw the org away and begin anew
  --organization-id ID what the org calls itself: 15 or 18 characters that begin with 00D
  --sandbox-of DIR     begin as a sandbox copy of the org in that folder, which may be running
  --sandbox-name NAME  what the sandbox is called (sandbox)
  --source DIR         serve another SFDX project, in an org of its own and without demo data
  --no-open            leave the browser closed
npm run dev -- [flags] the same, and pages follow the source as you edit it`;

const LARGEST_PORT = 65_535;

export function readOptions(words: readonly string[], environment: NodeJS.ProcessEnv): StartOptions | 'help' {
  const values = parse(words);
  if (values.help === true) {
    return 'help';
  }
  return {
    port: wholeNumber('--port', values.port, LARGEST_PORT),
    host: values.host,
    data: values.data ?? (values.source === undefined ? 'build/org' : 'build/other-org'),
    hasDemoData: values['no-demo'] !== true && values.source === undefined,
    seed: wholeNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER),
    doesReset: values.reset === true,
    doesOpenBrowser: values['no-open'] !== true && !isTrue(environment['CI']),
    isDevelopment: values.dev === true,
    organizationId: values['organization-id'] ?? null,
    sandboxOf: values['sandbox-of'] ?? null,
    sandboxName: values['sandbox-name'],
    source: values.source ?? null,
  };
}

interface Values {
  readonly port: string;
  readonly host: string;
  readonly data?: string;
  readonly source?: string;
  readonly seed: string;
  readonly 'no-demo'?: boolean;
  readonly reset?: boolean;
  readonly 'no-open'?: boolean;
  readonly dev?: boolean;
  readonly 'organization-id'?: string;
  readonly 'sandbox-of'?: string;
  readonly 'sandbox-name': string;
  readonly help?: boolean;
}

function parse(words: readonly string[]): Values {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        source: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'no-demo': { type: 'boolean' },
        reset: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        dev: { type: 'boolean' },
        'organization-id': { type: 'string' },
        'sandbox-of': { type: 'string' },
        'sandbox-name': { type: 'string', default: 'sandbox' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function wholeNumber(flag: string, text: string, largest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest) {
    throw new UsageError(`${flag} takes a whole number from 0 to ${largest}, not "${text}".`);
  }
  return value;
}

const isTrue = (text: string | undefined): boolean => text !== undefined && text !== '' && text !== 'false';
