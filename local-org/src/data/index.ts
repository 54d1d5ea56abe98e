/** The data layer: schema, store, ids and DML. */
export { buildSchema, type SchemaOptions } from './buildSchema.ts';
export { keyPrefixOf, makeId, normalizeId, toLongId } from './ids.ts';
export { MemoryStore, type CommitListener, type Counters } from './store/memoryStore.ts';
export { Persistence } from './store/journal.ts';
export { PlatformDml } from './dml/engine.ts';
export { MIXED_DML } from './dml/mixed.ts';
export { ROLL_UP_OPTION } from './dml/options.ts';
export { emptyRecycleBin } from './dml/recycleBin.ts';
export { prepareEvent } from './dml/eventRows.ts';
