/** `org clock`: asks the running server of the folder, or moves the kept clock when none runs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ClockFault, clockReport, commandClock, type ClockReport } from '../org/clockCommand.ts';
import { CLOCK_FILE, OrgClock } from '../org/orgClock.ts';
import { runningServer, type Control } from '../server/controlFile.ts';
import { UsageError } from './arguments.ts';
import type { Output } from './options.ts';

export async function clock(directory: string, words: string, { print }: Output): Promise<number> {
  const server = runningServer(directory);
  const report = server === null ? ofFile(directory, words) : await ofServer(server, words);
  print(`${report.now} ${report.isRunning ? 'running' : 'stopped'}`);
  if (report.target !== null) {
    print(`on its way to ${report.target}: what is due before runs first`);
  }
  return 0;
}

function ofFile(directory: string, words: string): ClockReport {
  mkdirSync(directory, { recursive: true });
  const kept = new OrgClock(join(directory, CLOCK_FILE));
  try {
    commandClock(
      kept,
      words.split(' ').filter((word) => word !== ''),
    );
    return clockReport(kept);
  } catch (fault) {
    throw fault instanceof ClockFault ? new UsageError(fault.message) : fault;
  }
}

async function ofServer({ url, token }: Control, words: string): Promise<ClockReport> {
  const response = await fetch(`${url}/_/org/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command: words }),
  });
  const body: unknown = await response.json();
  if (!response.ok) {
    const [fault] = body as readonly { readonly message: string }[];
    throw new UsageError(fault?.message ?? `The server answered ${response.status}`);
  }
  return body as ClockReport;
}
