/** What the org holds; copies of it under a name; and starting over. */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest, notFound } from '../errors.ts';
import { developerRoute, textOf } from './developerRoute.ts';
import { DEMO_SNAPSHOT, dropSnapshot, hasSnapshot, isSnapshotName, keepSnapshot, savedSnapshots } from './snapshots.ts';

export const DATA_ROUTES: readonly Route[] = [
  developerRoute('GET', 'data', ({ org }) => ok(report(org))),
  developerRoute('POST', 'data/reset', ({ org }) => {
    org.restart(null);
    return { status: 202, body: null };
  }),
  developerRoute('POST', 'data/snapshots', keep),
  developerRoute('DELETE', 'data/snapshots/:name', (call) => {
    dropSnapshot(folderOf(call), nameOf(call));
    return noContent;
  }),
  developerRoute('POST', 'data/snapshots/:name/restore', (call) => {
    call.org.restart(nameOf(call));
    return { status: 202, body: null };
  }),
];

function report({ local }: UserCall['org']): Readonly<Record<string, unknown>> {
  const { store, context } = local.parts;
  const folder = local.options.store ?? null;
  return {
    folder,
    snapshots: folder === null ? [] : savedSnapshots(folder),
    demo: DEMO_SNAPSHOT,
    objects: [...context.schema.objects.values()]
      .flatMap((object) => {
        const rows = store.count(object.name);
        return rows === 0 ? [] : [{ name: object.name, label: object.labelPlural, rows }];
      })
      .sort((left, right) => right.rows - left.rows),
  };
}

function folderOf({ org }: UserCall): string {
  const { store } = org.local.options;
  if (store === undefined) {
    throw badRequest('NOT_KEPT', 'This org keeps its rows in memory. Start it with a folder for its data first.');
  }
  return store;
}

function nameOf(call: UserCall): string {
  const name = call.params['name'] ?? '';
  if (!hasSnapshot(folderOf(call), name)) {
    throw notFound(`There is no snapshot ${name}.`);
  }
  return name;
}

function keep(call: UserCall): ApiResponse {
  const folder = folderOf(call);
  const name = textOf(call, 'name').trim();
  if (!isSnapshotName(name)) {
    throw badRequest('INVALID_FIELD', 'A name has letters, digits, spaces, dots and dashes, at most 60.', ['name']);
  }
  if (hasSnapshot(folder, name)) {
    throw badRequest('DUPLICATE_VALUE', `There is a snapshot ${name}. Delete it first, or take another name.`, [
      'name',
    ]);
  }
  call.org.local.parts.persistence?.snapshot();
  keepSnapshot(folder, name);
  return { status: 201, body: null };
}
