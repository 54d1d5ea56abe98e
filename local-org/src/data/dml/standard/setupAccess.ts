/** SetupEntityAccess: its type follows from what it opens, once for each permission set. */
import { principalIds } from '../../../callouts/principalAccess.ts';
import { keyPrefixOf } from '../../ids.ts';
import { dmlError } from '../errors.ts';
import type { StandardBehavior } from './behavior.ts';
import { textOf } from './readers.ts';

export const SETUP_ENTITY_ACCESS: StandardBehavior = {
  derive(call, work) {
    const id = textOf(work.values['SetupEntityId']);
    const object = id === null ? null : call.runtime.org.schema.byKeyPrefix(keyPrefixOf(id));
    if (object !== null) {
      work.values['SetupEntityType'] = object.name;
    }
  },
  beforeSave(call, work) {
    const id = textOf(work.values['SetupEntityId']);
    const parent = textOf(work.values['ParentId']);
    if (id === null || parent === null) {
      return;
    }
    if (
      work.values['SetupEntityType'] === 'ExternalCredentialParameter' &&
      !principalIds(call.runtime.org.credentials).has(id)
    ) {
      work.errors.push(dmlError('noSuchRecord'));
    }
    const rows = call.store.findBy('SetupEntityAccess', 'ParentId', parent);
    if (rows.some((row) => row['SetupEntityId'] === id && row.Id !== work.id)) {
      work.errors.push(dmlError('duplicateValue', ['<unknown>', '<unknown>']));
    }
  },
};
