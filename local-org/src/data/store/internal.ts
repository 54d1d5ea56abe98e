/**
 * Tables of the local org itself: what must be kept with the rows and commit with them, but is no object of the
 * platform. Their names begin with `$`, which no API name can, so neither schema nor SOQL can reach them.
 */
import type { ObjectInfo } from '../schema.ts';

export const isInternal = (name: string): boolean => name.startsWith('$');

export function internalObject(name: string): ObjectInfo {
  return {
    name,
    namespace: '',
    label: name,
    labelPlural: name,
    kind: 'standard',
    keyPrefix: null,
    fields: new Map(),
    nameField: null,
    childRelationships: [],
    recordTypes: [],
    validationRules: [],
    fieldSets: new Map(),
    sharingModel: 'private',
    isCreateable: false,
    isUpdateable: false,
    isDeletable: false,
    isUndeletable: false,
    isQueryable: false,
    hasOwner: false,
    isProtected: true,
    publishBehavior: null,
    isSetup: false,
  };
}
