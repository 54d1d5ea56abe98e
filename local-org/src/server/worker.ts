/** The org's thread: answers one request after the other, and between them runs the work that is due. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalOrg, type LocalOrgOptions } from '../index.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import { createHandler } from './router.ts';
import { ROUTES } from './routes.ts';
import { ServedOrg, type Notice } from './servedOrg.ts';

export interface WorkerOptions {
  readonly org: LocalOrgOptions;
}
export type ToOrg =
  { readonly kind: 'request'; readonly id: number; readonly request: ApiRequest } | { readonly kind: 'stop' };
export type FromOrg =
  | { readonly kind: 'ready'; readonly errors: readonly string[] }
  | { readonly kind: 'response'; readonly id: number; readonly response: ApiResponse }
  | { readonly kind: 'stopped' }
  | Notice;

const port = parentPort;
if (port !== null) {
  const post = (message: FromOrg): void => {
    port.postMessage(message);
  };
  const { org: options } = workerData as WorkerOptions;
  const local = await LocalOrg.create(options);
  const org = new ServedOrg(local, post);
  const handle = createHandler(ROUTES);
  port.on('message', (message: ToOrg) => {
    if (message.kind === 'stop') {
      local.close();
      post({ kind: 'stopped' });
      return;
    }
    post({ kind: 'response', id: message.id, response: handle(org, message.request) });
  });
  post({ kind: 'ready', errors: local.compileErrors.map((error) => `${error.file}: ${error.message}`) });
}
