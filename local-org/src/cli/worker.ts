/** One thread of the test pool: an org, and one class after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalOrg } from '../index.ts';
import type { FromWorker, PoolOptions, ToWorker } from './pool.ts';

const port = parentPort;
const options = workerData as PoolOptions;
if (port !== null) {
  const post = (message: FromWorker): void => {
    port.postMessage(message);
  };
  const org = await LocalOrg.create({ ...options.org, hasCoverage: options.hasCoverage });
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'finish') {
      post({ kind: 'finished', coverage: options.hasCoverage ? org.coverage() : [] });
      return;
    }
    org.runTests({
      only: selection(message.className),
      skip: message.skip,
      onStart: (method) => {
        post({ kind: 'start', method });
      },
      onResult: (result) => {
        post({ kind: 'result', result });
      },
    });
    post({ kind: 'classDone' });
  });
  const names = options.only.map((name) => name.toLowerCase());
  const isWanted = (name: string): boolean =>
    names.length === 0 || names.some((one) => one === name.toLowerCase() || one.startsWith(`${name.toLowerCase()}.`));
  post({
    kind: 'ready',
    classes: org.testClassNames.filter(isWanted),
    errors: org.compileErrors.map((error) => ({ ...error })),
  });
}

/** The class whole, or those of its methods that were asked for. */
function selection(className: string): readonly string[] {
  const name = className.toLowerCase();
  const methods = options.only.filter((one) => one.toLowerCase().startsWith(`${name}.`));
  return methods.length === 0 || options.only.some((one) => one.toLowerCase() === name) ? [className] : methods;
}
