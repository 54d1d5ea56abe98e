/** Entry of the command line. */
import { availableParallelism } from 'node:os';
import { parseArguments, USAGE, UsageError } from './arguments.ts';

try {
  const args = parseArguments(process.argv.slice(2), availableParallelism());
  if (args === null) {
    process.stdout.write(`${USAGE}\n`);
  } else {
    // What a wrong call or a call for help need not wait for.
    const { run } = await import('./commands.ts');
    process.exitCode = await run(args, {
      print: (line) => void process.stdout.write(`${line}\n`),
      complain: (line) => void process.stderr.write(`${line}\n`),
    });
  }
} catch (error) {
  process.stderr.write(
    error instanceof UsageError
      ? `${error.message}\n\n${USAGE}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 2;
}
