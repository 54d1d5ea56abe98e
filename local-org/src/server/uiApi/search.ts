/** Global search: every readable object's text, grouped by object. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { Transaction } from '../../runtime/transaction.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { iconName } from '../pageModel/navigation.ts';
import { look, userMode } from '../records/work.ts';
import { listOf, numberParam } from './base.ts';
import { listColumns } from './lists/listInfo.ts';
import { askedValue, selectedPaths } from './recordValue.ts';

export const SEARCH_ROUTES: readonly Route[] = [{ method: 'GET', path: '/_/org/search', access: 'ui', handle: search }];

/** Standard objects people search in; setup objects are found elsewhere. */
const STANDARD =
  'Account Contact Opportunity Lead Case Campaign Task Event Product2 Contract Order Asset Quote User'.split(' ');
/** SOSL finds at most this many rows in all: Apex Developer Guide, "Execution Governors and Limits". */
const ROWS = 2_000;

function search(call: UserCall): ApiResponse {
  const words = wordsOf(call.param('q') ?? '');
  const limit = numberParam(call.param('limit'), { from: 1, to: 200, otherwise: 5 });
  const objects = searched(call);
  if (words.join('').replaceAll('*', '').length < 2) {
    throw badRequest('INVALID_SEARCH', 'The search term must be longer than one character.');
  }
  // A transaction each: there are more objects than one may search.
  const groups = objects.flatMap((object) => {
    const found = look(call.org.local, call.session.userId, (runtime) =>
      resultOf(call, runtime, object, words.join(' '), limit),
    );
    return found === null ? [] : [found];
  });
  return ok({ q: call.param('q'), groups });
}

/** Words as they begin: `ac` finds Acme. Signs that mean something to SOSL are left out. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/[^\p{L}\p{N}\s@._'-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(AND|OR|NOT)$/i.test(word))
    .map((word) => `${word}*`);
}

/** Objects of the current app first, then all others by label. */
function searched(call: UserCall): readonly ObjectInfo[] {
  const { org, session } = call;
  const { schema, security } = org.local.parts.context;
  const asked = listOf(call.param('objects')).map((name) => name.toLowerCase());
  const tabs = org.currentApp(session.userId).tabs.map((tab) => tab.replace(/^standard-/, ''));
  const place = (object: ObjectInfo): number => (tabs.includes(object.name) ? tabs.indexOf(object.name) : tabs.length);
  return [...schema.objects.values()]
    .filter((object) => object.kind === 'custom' || STANDARD.includes(object.name))
    .filter((object) => asked.length === 0 || asked.includes(object.name.toLowerCase()))
    .filter((object) => object.nameField !== null && object.isQueryable)
    .filter((object) => security.objectAccess(session.userId, object).read)
    .toSorted((left, right) => place(left) - place(right) || left.labelPlural.localeCompare(right.labelPlural));
}

function resultOf(
  call: UserCall,
  runtime: Transaction,
  object: ObjectInfo,
  term: string,
  limit: number,
): object | null {
  const columns = listColumns(runtime, object, call.org.ui.columns(object));
  const paths = columns.map((column) => column.fieldApiName);
  const [found] = runtime.org.queries.search(
    runtime,
    `FIND :term IN ALL FIELDS RETURNING ${object.name}(${selectedPaths(runtime, object, paths).join(', ')}) LIMIT ${ROWS}`,
    () => term,
    userMode(runtime.access.userId),
  );
  const rows = found?.rows ?? [];
  return rows.length === 0
    ? null
    : {
        columns,
        count: rows.length,
        iconName: iconName(call.org, object.name),
        label: object.label,
        labelPlural: object.labelPlural,
        objectApiName: object.name,
        records: rows.slice(0, limit).map((row) => askedValue(runtime, row, paths)),
      };
}
