/**
 * A cursor: the ids of a query's rows, fixed when it is made; their values are read at each fetch (Apex Developer Guide,
 * "Apex Cursors"). Making one and each fetch count as a query, the rows of a fetch as query rows.
 */
import { PlatformObject } from '../../runtime/platformObject.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { QueryCursor, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type PlatformClass } from '../define.ts';

const FETCHES = 'fetchCallsOnApexCursor';

export class Cursor extends PlatformObject {
  readonly apexType = 'Database.Cursor';
  readonly rows: QueryCursor;

  constructor(rows: QueryCursor) {
    super();
    this.rows = rows;
  }
}

function fetch(runtime: Runtime, self: Cursor, position: number | null, count: number | null): ApexList {
  if (position === null || count === null) {
    return runtime.fail('System.NullPointerException', `Argument ${position === null ? 1 : 2} cannot be null`);
  }
  if (position < 0 || count < 0 || position > self.rows.size || position + count > self.rows.size) {
    return runtime.unsupported(`Database.Cursor.fetch(${position}, ${count}) of ${self.rows.size} rows`);
  }
  runtime.limits.add('queries');
  runtime.limits.add(FETCHES);
  if (runtime.limits.used(FETCHES) > runtime.limits.limit(FETCHES)) {
    runtime.unsupported(`more than ${runtime.limits.limit(FETCHES)} fetches of cursors in a transaction`);
  }
  runtime.limits.add('queryRows', count);
  return new ApexList(self.rows.objectName, [...self.rows.slice(runtime, position, position + count)]);
}

export const cursorClass: PlatformClass = platformClass('Database.Cursor', {
  methods: {
    'Integer getNumRecords()': (_runtime, self: Cursor) => self.rows.size,
    'List<SObject> fetch(Integer position, Integer count)': fetch,
  },
});
