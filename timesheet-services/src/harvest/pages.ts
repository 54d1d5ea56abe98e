/**
 * Harvest's lists: an object named after the resource, with links to follow. Older lists walk by cursor, where page and
 * next_page are null in the middle; time entries and assignments still have numbered pages.
 */
import type { Answer, Call } from '../core/call.ts';
import type { Row } from '../core/model.ts';
import { instantOf } from '../core/zone.ts';
import { refuse } from './refusals.ts';

const LARGEST_PAGE = 2000;

export function perPageOf(call: Call): number {
  const size = call.query.whole('per_page', LARGEST_PAGE);
  if (!(size >= 1 && size <= LARGEST_PAGE)) {
    throw refuse(422, `per_page must be between 1 and ${LARGEST_PAGE}`);
  }
  return size;
}
function link(call: Call, changes: Readonly<Record<string, string | null>>): string {
  return `${call.parts.origin}${call.parts.path}?${call.query.with(changes)}`;
}

export function numbered<T>(call: Call, name: string, rows: readonly T[], show: (row: T) => unknown): Answer {
  const size = perPageOf(call);
  const page = call.query.whole('page', 1);
  if (!(page >= 1)) {
    throw refuse(422, 'page must be 1 or more');
  }
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = (number: number, ref: string): string =>
    link(call, { cursor: null, page: String(number), per_page: String(size), ref });
  const next = page < pages ? page + 1 : null;
  const previous = page > 1 ? page - 1 : null;
  return {
    status: 200,
    body: {
      [name]: call.slice(rows, (page - 1) * size, size).map(show),
      per_page: size,
      total_pages: pages,
      total_entries: rows.length,
      next_page: next,
      previous_page: previous,
      page,
      links: {
        first: at(1, 'first'),
        next: next === null ? null : at(next, 'next'),
        previous: previous === null ? null : at(previous, 'previous'),
        last: at(pages, 'last'),
      },
    },
  };
}

/** A cursor stands after a row, not at a place, so rows that come and go move nothing. */
export function walked<T extends Row>(call: Call, name: string, rows: readonly T[], show: (row: T) => unknown): Answer {
  if (call.query.has('page')) {
    return numbered(call, name, rows, show);
  }
  const size = perPageOf(call);
  const after = cursorOf(call);
  const rest = after === null ? rows : rows.filter((row) => isAfter(row, after));
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const hasMore = rest.length > shown.length && last !== undefined;
  const at = (cursor: string | null, ref: string): string => link(call, { cursor, per_page: String(size), ref });
  return {
    status: 200,
    body: {
      [name]: shown.map(show),
      per_page: size,
      total_pages: Math.max(1, Math.ceil(rows.length / size)),
      total_entries: rows.length,
      next_page: null,
      previous_page: null,
      page: after === null ? 1 : null,
      links: {
        first: at(null, 'first'),
        next: hasMore ? at(textOf(last), 'next_cursor') : null,
        previous: null,
        last: null,
      },
    },
  };
}

interface Place {
  readonly createdAt: number;
  readonly id: number;
}
const textOf = ({ createdAt, id }: Place): string => Buffer.from(`${createdAt}:${id}`).toString('base64url');

function cursorOf(call: Call): Place | null {
  const text = call.query.text('cursor');
  if (text === undefined) {
    return null;
  }
  const [createdAt = Number.NaN, id = Number.NaN] = Buffer.from(text, 'base64url').toString().split(':').map(Number);
  if (Number.isNaN(createdAt) || Number.isNaN(id)) {
    throw refuse(422, 'cursor is invalid');
  }
  return { createdAt, id };
}
/** Newest first, as the lists are sorted. */
export const byNewest = (a: Row, b: Row): number => b.createdAt - a.createdAt || b.id - a.id;
const isAfter = (row: Row, place: Place): boolean =>
  row.createdAt < place.createdAt || (row.createdAt === place.createdAt && row.id < place.id);

/** Rows that changed at or after `updated_since`; all, without it. */
export function changedSince<T extends Row>(call: Call, rows: readonly T[]): readonly T[] {
  const text = call.query.text('updated_since');
  if (text === undefined) {
    return rows;
  }
  const since = instantOf(text) ?? instantOf(`${text}T00:00:00Z`);
  if (since === undefined) {
    throw refuse(422, 'updated_since is not a valid datetime');
  }
  // Answers carry whole seconds, so whole seconds are what a caller can compare with.
  return rows.filter(({ updatedAt }) => Math.floor(updatedAt / 1000) * 1000 >= since);
}
