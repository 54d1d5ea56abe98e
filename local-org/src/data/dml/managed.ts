/**
 * What an installed package brought is locked: nobody in the subscriber's org, the package's own code included, changes
 * its permission sets and what they grant (Packaging Guide, "Components Available in Managed Packages": of a permission
 * set only the developer edits anything).
 */
import { dmlError } from './errors.ts';
import type { DmlCall, RowWork } from './work.ts';

/** Objects whose rows are part of a row of another one. */
const PARTS: Readonly<Record<string, readonly [field: string, object: string]>> = {
  FieldPermissions: ['ParentId', 'PermissionSet'],
  ObjectPermissions: ['ParentId', 'PermissionSet'],
  PermissionSetTabSetting: ['ParentId', 'PermissionSet'],
  SetupEntityAccess: ['ParentId', 'PermissionSet'],
};
const WHOLES: ReadonlySet<string> = new Set(['CustomPermission', 'PermissionSet']);

/** After the row's values are known; notes the error where the row, or the one it is part of, is a package's. */
export function checkManaged(call: DmlCall, work: RowWork): void {
  const { packages } = call.runtime.org;
  if (packages.isEmpty || call.isRollUp) {
    return;
  }
  const { name } = call.object;
  const part = PARTS[name];
  if (part !== undefined) {
    const [field, object] = part;
    const parent = work.before?.[field] ?? work.values[field];
    const row = typeof parent === 'string' ? call.store.get(object, parent) : null;
    if (row !== null && packages.has(row['NamespacePrefix'])) {
      work.errors.push(dmlError('managed', [object, row.Id]));
    }
  } else if (WHOLES.has(name) && work.before !== null && packages.has(work.before['NamespacePrefix'])) {
    work.errors.push(dmlError('managed', [name, work.before.Id]));
  }
}
