/** Entry of the command line. */
import { availableParallelism } from 'node:os';
import { parseArguments, USAGE, UsageError } from './arguments.ts';
import { run } from './commands.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  process.exitCode = await run(parseArguments(process.argv.slice(2), availableParallelism()), print);
} catch (error) {
  process.stderr.write(
    error instanceof UsageError
      ? `${error.message}\n${USAGE}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 2;
}
