/** `npm run timesheet`: a timesheet service to connect to, with a year of invented data and a page to look at it. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTimesheetService, type TimesheetService } from '../timesheet-services/src/index.ts';
import { openBrowser } from './start/browser.ts';
import { UsageError } from './start/options.ts';
import { readTimesheetOptions, TIMESHEET_USAGE, type TimesheetOptions } from './timesheet/options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function main(words: readonly string[]): Promise<void> {
  const options = readTimesheetOptions(words, process.env);
  if (options === 'help') {
    console.log(TIMESHEET_USAGE);
    return;
  }
  const folder = resolve(root, options.data);
  const service = await start(options, folder);
  endOnSignals(service);
  const { clients, projects, people, entries } = service.totals();
  console.log(
    `${service.store.name} (seed ${service.store.seed}, ${service.store.size}): ${clients} clients, ${projects} projects, ${people} people, ${entries.toLocaleString('en')} time entries\n`,
  );
  for (const { face, address, credential } of service.faces) {
    const tenant = credential.tenant === null ? '' : `  account ${credential.tenant}`;
    console.log(`${face.title.padEnd(24)} ${address}${tenant}\n${' '.repeat(25)}key ${credential.secret}`);
  }
  console.log(
    `\nThe page: ${service.url}/\nTo end it: Ctrl+C. The account stays in ${relative(root, folder) || folder}.`,
  );
  if (options.doesOpenBrowser) {
    openBrowser(`${service.url}/`);
  }
}

function start(options: TimesheetOptions, folder: string): Promise<TimesheetService> {
  const { face, size, seed, port, host, plan, hasLimits, doesReset } = options;
  return startTimesheetService({ face, size, seed, port, host, plan, limits: hasLimits, folder, reset: doesReset });
}

/** What was changed is written before the process ends. */
function endOnSignals(service: TimesheetService): void {
  let isEnding = false;
  const end = (): void => {
    if (!isEnding) {
      isEnding = true;
      void service.stop().then(() => process.exit(0));
    }
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function explain(error: unknown): string {
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Take another one: npm run timesheet -- --port ${(port ?? 0) + 1}`;
  }
  return code === undefined ? (stack ?? message) : message;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : explain(error));
  process.exit(error instanceof UsageError ? 2 : 1);
}
