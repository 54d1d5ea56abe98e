/** Objects whose rows are computed. Their descriptions belong into the org's schema; others add tables of their own. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { VirtualTable } from '../tables.ts';
import { ENTITY_DEFINITION_TABLE } from './entityDefinitions.ts';
import { FIELD_DEFINITION_TABLE } from './fieldDefinitions.ts';
import { RECORD_TYPE_TABLE } from './recordTypes.ts';

export const VIRTUAL_TABLES: readonly VirtualTable[] = [
  ENTITY_DEFINITION_TABLE,
  FIELD_DEFINITION_TABLE,
  RECORD_TYPE_TABLE,
];
export const VIRTUAL_OBJECTS: readonly ObjectInfo[] = VIRTUAL_TABLES.map((table) => table.object);
