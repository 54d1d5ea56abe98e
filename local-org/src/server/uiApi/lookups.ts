/** `ui-api/lookups`: what a lookup field may point to. Source: User Interface API Developer Guide, "Lookup Values". */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { objectOf } from '../records/save.ts';
import { look } from '../records/work.ts';
import { columnPath } from '../uiModel/columns.ts';
import { numberParam, objectParam, parameters, UI_BASE } from './base.ts';
import { escaped, like, type Binds } from './lists/listFilter.ts';
import { orderBy, pageInfo, queryPage, type FoundPage, type PageRequest } from './lists/listRecords.ts';
import { nameFields } from './objectInfo.ts';
import { readRecords } from './recordValue.ts';

const FIELD = `${UI_BASE}/lookups/:object/:field`;

export const LOOKUP_ROUTES: readonly Route[] = [
  { method: 'GET', path: FIELD, access: 'ui', handle: (call) => ok(suggestions(call)) },
  { method: 'GET', path: `${FIELD}/:target`, access: 'ui', handle: (call) => ok(suggestions(call)) },
  { method: 'POST', path: FIELD, access: 'ui', handle: (call) => ok(suggestions(call)) },
  { method: 'POST', path: `${FIELD}/:target`, access: 'ui', handle: readTarget },
];

const SEARCH_TYPES = ['Recent', 'Search', 'TypeAhead'];

/** By target object, each a page of records. */
function suggestions(call: UserCall): object {
  const targets = targetsOf(call);
  return look(call.org.local, call.session.userId, (runtime) => ({
    lookupResults: Object.fromEntries(targets.map((target) => [target.name, collection(call, runtime, target)])),
    metadata: Object.fromEntries(
      targets.map((target) => [
        target.name,
        {
          displayLayout: { displayFields: displayPaths(call, runtime, target).map((path) => `${target.name}.${path}`) },
        },
      ]),
    ),
  }));
}

/** The newer form for one object answers with the page itself. */
function readTarget(call: UserCall): ApiResponse {
  const [target] = targetsOf(call);
  return ok(look(call.org.local, call.session.userId, (runtime) => collection(call, runtime, target)));
}

function targetsOf(call: UserCall): readonly [ObjectInfo, ...ObjectInfo[]] {
  const object = objectParam(call);
  const field = lookupField(call, object);
  const asked = call.params['target'];
  const names = field.referenceTo.filter((name) => asked === undefined || name.toLowerCase() === asked.toLowerCase());
  const { schema, security } = call.org.local.parts.context;
  const readable = names.filter((name) => {
    const target = schema.find(name);
    return target !== null && security.objectAccess(call.session.userId, target).read;
  });
  const [first, ...others] = readable.map((name) => objectOf(call.org, call.session.userId, name));
  if (first === undefined) {
    throw badRequest(
      'INVALID_FIELD',
      `${object.name}.${field.name} does not look up ${asked ?? 'an object you may read'}.`,
    );
  }
  return [first, ...others];
}

function lookupField(call: UserCall, object: ObjectInfo): FieldInfo {
  const name = call.params['field'] ?? '';
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !call.org.local.parts.context.security.canReadField(call.session.userId, object, field)) {
    throw badRequest('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
  }
  if (field.type !== 'reference') {
    throw badRequest('INVALID_FIELD', `${object.name}.${field.name} is not a lookup.`);
  }
  return field;
}

function collection(call: UserCall, runtime: Transaction, target: ObjectInfo): object {
  const given = parameters(call);
  const searchType = given('searchType') ?? 'Search';
  if (!SEARCH_TYPES.some((one) => one.toLowerCase() === searchType.toLowerCase())) {
    throw badRequest(
      'ILLEGAL_QUERY_PARAMETER_VALUE',
      `Illegal searchType: ${searchType}. Use ${SEARCH_TYPES.join(', ')}.`,
    );
  }
  const pageSize = numberParam(given('pageSize'), { from: 1, to: 100, otherwise: 25 });
  const start = (numberParam(given('page'), { from: 1, to: 10_000, otherwise: 1 }) - 1) * pageSize;
  const words = (given('q') ?? '')
    .replaceAll('*', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const page = { start, pageSize };
  const found =
    words.length === 0 || searchType.toLowerCase() === 'recent'
      ? recent(call, runtime, target, words, page)
      : byName(call, runtime, target, words, page);
  return pageInfo(call, found, page);
}

/** The name, and one field more to tell namesakes apart. */
function displayPaths(call: UserCall, runtime: Transaction, target: ObjectInfo): readonly string[] {
  const columns = call.org.ui.columns(target).flatMap((column) => columnPath(runtime.org.schema, target, column) ?? []);
  const name = target.nameField === null ? [] : [target.nameField];
  const others = columns.filter((path) => path !== target.nameField && !path.startsWith('Owner.'));
  return [...name, ...others.slice(0, 1)];
}

/** Only who can own or be assigned: active people, and queues instead of groups. */
function eligible(target: ObjectInfo): string | null {
  return target.name === 'User' ? 'IsActive = true' : target.name === 'Group' ? `Type = 'Queue'` : null;
}

/** Every word begins a word of the name. */
function named(target: ObjectInfo, words: readonly string[], binds: Binds): string | null {
  const names = nameFields(target).filter((name) => target.fields.get(name.toLowerCase())?.isFilterable === true);
  return words.length === 0
    ? null
    : words
        .map((word) => {
          const starts = names.flatMap((name) => [
            like(name, `${escaped(word)}%`, binds),
            like(name, `% ${escaped(word)}%`, binds),
          ]);
          return starts.length === 0 ? 'Id = null' : `(${starts.join(' OR ')})`;
        })
        .join(' AND ');
}

function byName(
  call: UserCall,
  runtime: Transaction,
  target: ObjectInfo,
  words: readonly string[],
  page: PageRequest,
): FoundPage {
  return queryPage(runtime, target, {
    paths: displayPaths(call, runtime, target),
    page,
    where: (binds) => [eligible(target), named(target, words, binds)],
    orderBy: orderBy(runtime, target, [target.nameField ?? 'Id']),
  });
}

/** What the user viewed last, then what they changed last: both count as recent on the platform. */
function recent(
  call: UserCall,
  runtime: Transaction,
  target: ObjectInfo,
  words: readonly string[],
  { start, pageSize }: PageRequest,
): FoundPage {
  const paths = displayPaths(call, runtime, target);
  const viewed = call.org.viewed.idsOf(call.session.userId, target.name);
  const isChanged = target.fields.has('lastmodifiedbyid');
  const changed = isChanged
    ? queryPage(runtime, target, {
        paths,
        page: { start: 0, pageSize: start + pageSize },
        where: (binds) => [
          eligible(target),
          named(target, words, binds),
          `LastModifiedById = ${binds.add(runtime.access.userId)}`,
        ],
        orderBy: 'LastModifiedDate DESC, Id ASC',
      }).records
    : [];
  const seen = readRecords(runtime, target, viewed, paths);
  const isNamed = (name: unknown): boolean =>
    words.every((word) => ` ${String(name).toLowerCase()}`.includes(` ${word.toLowerCase()}`));
  const first = viewed
    .flatMap((id) => seen.get(id) ?? [])
    .filter((record) => isNamed(record.fields[target.nameField ?? 'Id']?.value));
  const all = [...first, ...changed.filter((record) => !first.some((one) => one.id === record.id))];
  return { records: all.slice(start, start + pageSize), hasMore: start + pageSize < all.length, total: all.length };
}
