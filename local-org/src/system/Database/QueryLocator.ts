/** A query to be read in pieces: what a batch starts with. The rows are read when they are first asked for. */
import { platformClass, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { ApexIterator } from '../System/Iterator.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';

export class QueryLocator extends PlatformObject {
  readonly apexType = 'Database.QueryLocator';
  readonly query: string;
  readonly #read: () => { readonly objectName: string; readonly rows: readonly SObjectValue[] };
  #result: { readonly objectName: string; readonly rows: readonly SObjectValue[] } | null = null;
  constructor(query: string, read: () => { readonly objectName: string; readonly rows: readonly SObjectValue[] }) {
    super();
    this.query = query;
    this.#read = read;
  }
  get result(): { readonly objectName: string; readonly rows: readonly SObjectValue[] } {
    this.#result ??= this.#read();
    return this.#result;
  }
  override toString(): string {
    return `Database.QueryLocator[Query=${this.query}]`;
  }
}

export class QueryLocatorIterator extends PlatformObject implements ApexIterator {
  readonly apexType = 'Database.QueryLocatorIterator';
  readonly #rows: readonly SObjectValue[];
  #position = 0;
  constructor(rows: readonly SObjectValue[]) {
    super();
    this.#rows = rows;
  }
  hasNext(): boolean {
    return this.#position < this.#rows.length;
  }
  next(runtime: Runtime): SObjectValue {
    return this.#rows[this.#position++] ?? runtime.fail('System.NoSuchElementException', 'Iterator is exhausted');
  }
}

export const queryLocatorClasses: readonly PlatformClass[] = [
  platformClass('Database.QueryLocator', {
    implements: ['Iterable<SObject>'],
    methods: {
      'String getQuery()': (_runtime, self: QueryLocator) => self.query,
      'Database.QueryLocatorIterator iterator()': (_runtime, self: QueryLocator) =>
        new QueryLocatorIterator(self.result.rows),
    },
  }),
  platformClass('Database.QueryLocatorIterator', {
    implements: ['Iterator<SObject>'],
    methods: {
      'Boolean hasNext()': (_runtime, self: QueryLocatorIterator) => self.hasNext(),
      'SObject next()': (runtime, self: QueryLocatorIterator) => self.next(runtime),
    },
  }),
];
