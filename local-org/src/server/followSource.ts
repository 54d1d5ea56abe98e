/**
 * Keeps a running org at its source: pages load again when a component changes, and the org starts again with its rows
 * when anything else does.
 */
import { watch } from 'node:fs';
import { sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SourceFolder } from '../org/orgParts.ts';
import type { OrgThread } from './orgThread.ts';

/** Editors write a file in several steps. */
const QUIET_FOR = 150;
const RELOAD_SCRIPT = `new EventSource('/_/reload').addEventListener('reload', () => location.reload());\n`;
export const RELOAD_TAG = '<script src="/_/reload.js"></script>';

export interface FollowOptions {
  readonly front: FastifyInstance;
  readonly org: OrgThread;
  readonly sources: readonly SourceFolder[];
  /** A line for whoever watches the terminal. */
  readonly say: (line: string) => void;
}

export type SourceChange = 'pages' | 'org' | null;

/** What a changed file asks for; null for what is no source. */
export function changeOf(path: string): SourceChange {
  const parts = path.split(sep);
  if (
    /(^\.|~$|\.sw[a-z]$|\.tmp$)/.test(parts.at(-1) ?? '') ||
    parts.some((part) => /^(node_modules|__tests__)$/.test(part))
  ) {
    return null;
  }
  return parts.includes('lwc') ? 'pages' : 'org';
}

/** Gives the function that ends it. */
export function followSource({ front, org, sources, say }: FollowOptions): () => void {
  const pages = new Set<FastifyReply>();
  front.get('/_/reload.js', (_request, reply) => reply.type('text/javascript;charset=utf-8').send(RELOAD_SCRIPT));
  front.get('/_/reload', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': here\n\n');
    pages.add(reply);
    request.raw.on('close', () => pages.delete(reply));
  });

  let waiting: SourceChange = null;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const take = async (): Promise<void> => {
    const change = waiting;
    waiting = null;
    if (change === 'org') {
      const begin = performance.now();
      const errors = await org.restart();
      errors.forEach(say);
      say(`The org runs the changed source (${((performance.now() - begin) / 1000).toFixed(1)} s).`);
    }
    for (const page of pages) {
      page.raw.write('event: reload\ndata: \n\n');
    }
  };
  const watchers = sources.map(({ directory }) =>
    watch(directory, { recursive: true }, (_event, path) => {
      const change = path === null ? 'org' : changeOf(path);
      if (change === null) {
        return;
      }
      waiting = waiting === 'org' ? waiting : change;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(take).catch((error: unknown) => {
          say(`The changed source does not run: ${error instanceof Error ? error.message : String(error)}`);
        });
      }, QUIET_FOR);
    }),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => {
      watcher.close();
    });
  };
}
