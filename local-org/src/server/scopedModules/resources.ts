/** Static resources: their addresses, and their content under those addresses, archives by entry. */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { qualifyPlain } from '../../metadata/names.ts';
import type { SourceTree, StaticResourceSource } from '../../metadata/tree.ts';
import type { ApiResponse, Route, UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { notFoundIn, type ScopedImport } from './moduleText.ts';
import { zipEntry } from './zip.ts';

export const RESOURCE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/resource/:stamp/:name', access: 'ui', handle: serve },
  { method: 'GET', path: '/_/resource/:stamp/:name/*', access: 'ui', handle: serve },
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css;charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html;charset=utf-8',
  '.html': 'text/html;charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.mjs': 'text/javascript;charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml;charset=utf-8',
};

/** The address; it changes with the content, so that browsers may keep what they got. */
export function resourceModule(trees: readonly SourceTree[], asked: ScopedImport): string {
  const wanted = qualifyPlain(asked.name, asked.namespace);
  const found = find(trees, wanted) ?? find(trees, asked.name);
  if (found === null) {
    throw notFoundIn(asked, `there is no static resource ${asked.name}`);
  }
  return `/_/resource/${stampOf(found)}/${qualifyPlain(found.name, found.namespace)}`;
}

function find(trees: readonly SourceTree[], name: string): StaticResourceSource | null {
  const folded = name.toLowerCase();
  return (
    trees
      .flatMap(({ staticResources }) => staticResources)
      .find((one) => qualifyPlain(one.name, one.namespace).toLowerCase() === folded) ?? null
  );
}

function stampOf(resource: StaticResourceSource): string {
  const hash = createHash('sha256').update(resource.content ?? '');
  for (const [path, content] of resource.entries) {
    hash.update(path).update(content);
  }
  return hash.digest('hex').slice(0, 13);
}

function serve(call: UserCall): ApiResponse {
  const { name = '', '*': path } = call.params;
  const resource = find(call.org.local.parts.trees, name);
  const content = resource === null ? null : contentOf(resource, path ?? '');
  if (resource === null || content === null) {
    throw notFound();
  }
  const type = path === undefined ? resource.contentType : TYPES[extname(path).toLowerCase()];
  return {
    status: 200,
    headers: { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'private, max-age=3600' },
    body: content,
  };
}

function contentOf(resource: StaticResourceSource, path: string): Uint8Array | null {
  if (path === '') {
    return resource.content;
  }
  const entry = resource.entries.get(path);
  return entry ?? (resource.content === null ? null : zipEntry(resource.content, path));
}
