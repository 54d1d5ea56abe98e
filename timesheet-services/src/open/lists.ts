/**
 * Walks by cursor. A cursor stands after a row – after its id, or after its time of change – so whatever comes, goes or
 * changes while somebody walks, no row is missed and none comes twice but for a change of its own.
 */
import type { Answer, Call } from '../core/call.ts';
import type { Row } from '../core/model.ts';
import { instantOf } from '../core/zone.ts';
import { type OpenKind } from './ids.ts';
import { refuse } from './problems.ts';
import { momentText, shown, shownTombstone, type Shown } from './rows.ts';

const PAGE = 200;
const LARGEST_PAGE = 1000;
const KEPT = 90 * 86_400_000;

interface Place {
  /** Of the last row: its time of change, or 0 in a walk by ids. */
  readonly at: number;
  readonly id: number;
  readonly asOf: number;
  /** The other parameters, which must stay the same. */
  readonly query: string;
}
interface Item {
  readonly at: number;
  readonly id: number;
  readonly show: () => Shown;
}

export function listed<T extends Row>(
  call: Call,
  kind: OpenKind,
  isWanted: (row: T) => boolean,
  rowsInOrder: readonly T[],
): Answer {
  const limit = call.query.whole('limit', PAGE);
  if (!(limit >= 1 && limit <= LARGEST_PAGE)) {
    throw invalid('limit', `must be a whole number from 1 to ${LARGEST_PAGE}`);
  }
  const since = sinceOf(call);
  const place = placeOf(call);
  const asOf = place?.asOf ?? call.now();
  const items =
    since === undefined ? byId(call, kind, isWanted, rowsInOrder) : byChange(call, kind, isWanted, rowsInOrder, since);
  const rest = place === undefined ? items : items.filter((item) => isAfter(item, place));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next =
    rest.length > limit && last !== undefined ? { at: last.at, id: last.id, asOf, query: filtersOf(call) } : null;
  return {
    status: 200,
    body: {
      data: page.map(({ show }) => show()),
      nextCursor: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
      asOf: momentText(asOf),
    },
  };
}

function byId<T extends Row>(
  { store }: Call,
  kind: OpenKind,
  isWanted: (row: T) => boolean,
  rows: readonly T[],
): readonly Item[] {
  return rows.filter(isWanted).map((row) => ({ at: 0, id: row.id, show: () => shown(kind, row, store) }));
}
/** Filters do not hold back tombstones: nobody knows any more what was in the row. */
function byChange<T extends Row>(
  { store }: Call,
  kind: OpenKind,
  isWanted: (row: T) => boolean,
  rows: readonly T[],
  since: number,
): readonly Item[] {
  const changed = rows
    .filter((row) => row.updatedAt >= since && isWanted(row))
    .map((row) => ({ at: row.updatedAt, id: row.id, show: () => shown(kind, row, store) }));
  const gone = store
    .tombstonesOf(kind)
    .filter(({ deletedAt }) => deletedAt >= since)
    .map(({ row, deletedAt }) => ({ at: deletedAt, id: row.id, show: () => shownTombstone(kind, row, deletedAt) }));
  return [...changed, ...gone].sort((a, b) => a.at - b.at || a.id - b.id);
}
const isAfter = (item: Item, place: Place): boolean =>
  item.at > place.at || (item.at === place.at && item.id > place.id);

function sinceOf(call: Call): number | undefined {
  const text = call.query.text('updatedSince');
  if (text === undefined) {
    return undefined;
  }
  const since = instantOf(text);
  if (since === undefined) {
    throw invalid('updatedSince', 'must be a date with time and offset');
  }
  if (since < call.now() - KEPT) {
    throw refuse('too-old', `Deletions are kept for 90 days. Read all rows, without updatedSince.`);
  }
  return since;
}
const filtersOf = (call: Call): string => call.query.with({ cursor: null, limit: null });

function placeOf(call: Call): Place | undefined {
  const text = call.query.text('cursor');
  if (text === undefined) {
    return undefined;
  }
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString()) as Place;
    if (typeof place.at === 'number' && typeof place.id === 'number' && place.query === filtersOf(call)) {
      return place;
    }
  } catch {
    // What is no cursor of ours ends as one that does not fit.
  }
  throw refuse('invalid-cursor', 'Send the nextCursor of the page before and the same other parameters.');
}
export function invalid(field: string, message: string): Error {
  return refuse('invalid', `${field} ${message}.`, { status: 400, errors: [{ field, message }] });
}
