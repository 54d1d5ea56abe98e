/** The org's thread: answers one request after the other, and between them runs the work that is due. */
import { parentPort, workerData } from 'node:worker_threads';
import { LocalOrg, type LocalOrgOptions } from '../index.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import { BlockingCallouts, type CalloutLine } from './callouts/line.ts';
import { createHandler } from './router.ts';
import { ROUTES } from './routes.ts';
import { ServedOrg, type Notice } from './servedOrg.ts';
import type { Session } from './sessions.ts';

export interface WorkerOptions {
  readonly org: LocalOrgOptions;
  readonly callouts: CalloutLine;
  /** Open before the org was started again. */
  readonly sessions: readonly Session[];
}
export type ToOrg =
  { readonly kind: 'request'; readonly id: number; readonly request: ApiRequest } | { readonly kind: 'stop' };
export type FromOrg =
  | {
      readonly kind: 'ready';
      readonly errors: readonly string[];
      /** What was wrong with the org's folder and is put right; null when all was well. */
      readonly recovery: string | null;
      /** A session of the command line, for who may read the org's folder. */
      readonly controlToken: string;
    }
  | { readonly kind: 'response'; readonly id: number; readonly response: ApiResponse }
  | { readonly kind: 'stopped'; readonly sessions: readonly Session[] }
  | Notice;

/** Milliseconds: what a crash may lose of the count of API calls. */
const COUNTS_ARE_KEPT_EVERY = 5000;

const port = parentPort;
if (port !== null) {
  const post = (message: FromOrg): void => {
    port.postMessage(message);
  };
  const { org: options, callouts, sessions } = workerData as WorkerOptions;
  const local = await LocalOrg.create({ ...options, callouts: new BlockingCallouts(callouts) });
  const org = new ServedOrg(local, post);
  org.sessions.restore(sessions);
  const handle = createHandler(ROUTES);
  const counting = setInterval(() => {
    org.keepCounts();
  }, COUNTS_ARE_KEPT_EVERY);
  port.on('message', (message: ToOrg) => {
    if (message.kind === 'stop') {
      clearInterval(counting);
      org.jobs.stop();
      org.keepCounts();
      local.close();
      post({ kind: 'stopped', sessions: org.sessions.lasting });
      return;
    }
    const response = handle(org, message.request);
    org.settle();
    post({ kind: 'response', id: message.id, response });
  });
  const controlToken = org.sessions.openForNow({
    userId: local.parts.users.adminId,
    kind: 'token',
    scopes: new Set(['full']),
    clientName: 'Local org command line',
    createdAt: org.clock.now(),
  }).token;
  post({
    kind: 'ready',
    errors: local.compileErrors.map((error) => `${error.file}: ${error.message}`),
    recovery: local.parts.persistence?.recovery ?? null,
    controlToken,
  });
  org.jobs.kick();
}
