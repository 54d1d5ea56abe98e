import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliPackages } from '../cli.ts';

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

interface Flag {
  readonly type: 'boolean' | 'option';
  readonly char?: string;
  readonly summary?: string;
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly deprecated?: unknown;
  readonly multiple?: boolean;
  readonly options?: readonly string[];
  readonly exclusive?: readonly string[];
  readonly dependsOn?: readonly string[];
}

interface Command {
  readonly state?: string;
  readonly hidden?: boolean;
  readonly deprecationOptions?: unknown;
  readonly flags: Readonly<Record<string, Flag>>;
}

/** The commands of every plugin the CLI ships with, by id (`org:create:scratch`): the data its help is printed from. */
export async function readCommands(): Promise<ReadonlyMap<string, Command>> {
  const plugins = join(await cliPackages(), '@salesforce');
  const manifests = readdirSync(plugins)
    .filter((name) => name.startsWith('plugin-'))
    .map((name) => JSON.parse(readFileSync(join(plugins, name, 'oclif.manifest.json'), 'utf8')) as Manifest);
  return new Map(manifests.flatMap(({ commands }) => Object.entries(commands)));
}

interface Manifest {
  readonly commands: Readonly<Record<string, Command>>;
}

/** Everything the CLI would refuse or warn about in a command line (the words after `sf`). Empty when it is right. */
export function problemsOf(words: readonly string[], commands: ReadonlyMap<string, Command>): readonly string[] {
  const firstFlag = words.findIndex((word) => word.startsWith('-'));
  const id = (firstFlag === -1 ? words : words.slice(0, firstFlag)).join(':');
  const command = commands.get(id);
  if (command === undefined) {
    return [`the CLI has no command "${id.replaceAll(':', ' ')}"`];
  }
  const { used, problems } = readFlags(firstFlag === -1 ? [] : words.slice(firstFlag), command);
  return [
    ...(command.hidden || command.state || command.deprecationOptions ? [`"${id}" is hidden or on its way out`] : []),
    ...problems,
    ...missingFlags(used, command),
    ...conflictsOf(used, command),
  ];
}

function readFlags(words: readonly string[], { flags }: Command): { used: ReadonlySet<string>; problems: string[] } {
  const used = new Set<string>();
  const problems: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = (words[at] ?? '').replace(/^--/, '');
    const flag = flags[name];
    if (flag === undefined) {
      problems.push(`"${words[at]}" is not a flag of this command`);
      continue;
    }
    if (flag.hidden || flag.deprecated !== undefined) {
      problems.push(`--${name} is hidden or deprecated`);
    }
    if (used.has(name) && !flag.multiple) {
      problems.push(`--${name} is given twice`);
    }
    used.add(name);
    if (flag.type === 'option') {
      const value = words[++at];
      if (value === undefined || value.startsWith('-')) {
        problems.push(`--${name} lacks its value`);
      } else if (flag.options !== undefined && !flag.options.includes(value)) {
        problems.push(`--${name} does not take "${value}", only ${flag.options.join(', ')}`);
      }
    }
  }
  return { used, problems };
}

function missingFlags(used: ReadonlySet<string>, { flags }: Command): readonly string[] {
  return Object.entries(flags).flatMap(([name, { required, summary = '' }]) => {
    // The CLI keeps this kind of rule in code; the help's own words are the only place where data has it.
    const either = /\(either --([\w-]+) or --([\w-]+) is required\)/.exec(summary)?.slice(1) ?? [];
    const lacksEither = either.length > 0 && !either.some((choice) => used.has(choice));
    return (required && !used.has(name)) || lacksEither ? [`--${name} is required`] : [];
  });
}

function conflictsOf(used: ReadonlySet<string>, { flags }: Command): readonly string[] {
  return [...used].flatMap((name) => [
    ...(flags[name]?.exclusive ?? []).filter((other) => used.has(other)).map((o) => `--${name} excludes --${o}`),
    ...(flags[name]?.dependsOn ?? []).filter((other) => !used.has(other)).map((o) => `--${name} needs --${o}`),
  ]);
}
