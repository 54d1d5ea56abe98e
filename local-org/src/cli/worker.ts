/** One thread of the test pool: an org, and one class after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalOrg } from '../index.ts';
import type { FromWorker, PoolOptions, ToWorker } from './pool.ts';
import { selectionOf } from './selection.ts';

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
      only: selectionOf(message.className, options.only)?.only ?? [],
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
  post({
    kind: 'ready',
    classes: org.testClassNames.filter((name) => selectionOf(name, options.only) !== null),
    errors: org.compileErrors.map((error) => ({ ...error })),
  });
}
