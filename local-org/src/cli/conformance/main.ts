/** Entry of `npm run conformance`. */
import { availableParallelism } from 'node:os';
import { UsageError } from '../arguments.ts';
import { runPool } from '../pool.ts';
import { CONFORMANCE_USAGE, parseConformanceArguments } from './arguments.ts';
import { runConformance } from './run.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const args = parseConformanceArguments(process.argv.slice(2), availableParallelism());
  process.exitCode = await runConformance(args, runPool, print);
} catch (error) {
  process.stderr.write(
    error instanceof UsageError
      ? `${error.message}\n${CONFORMANCE_USAGE}\n`
      : `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
