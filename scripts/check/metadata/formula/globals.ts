import { resolvePath } from '../model/paths.ts';
import type { ProjectModel } from '../model/project.ts';

/** Global variables whose members are fields of a standard object. */
const OBJECTS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $organization: 'Organization',
  $userrole: 'UserRole',
  $recordtype: 'RecordType',
};
/** Global variables whose members the source cannot tell. */
const OPEN = new Set([
  '$api',
  '$action',
  '$setup',
  '$system',
  '$custommetadata',
  '$objecttype',
  '$resource',
  '$site',
  '$network',
]);

/** The metadata or Apex type of a `$…` reference, or why it does not resolve. */
export function resolveGlobal(model: ProjectModel, path: string): { type: string } | { problem: string } {
  const [root = '', ...rest] = path.split('.');
  const key = root.toLowerCase();
  const object = OBJECTS[key];
  if (object !== undefined) {
    const found = resolvePath(model, object, rest.join('.'));
    return 'problem' in found ? found : { type: found.field.type };
  }
  const name = rest.at(-1) ?? '';
  if (key === '$label') {
    return model.labels.has(name.toLowerCase()) ? { type: 'Text' } : { problem: `Label ${name} does not exist` };
  }
  if (key === '$permission') {
    const exists = model.has('CustomPermission', name);
    return exists ? { type: 'Checkbox' } : { problem: `Custom permission ${name} does not exist` };
  }
  if (key === '$setup') {
    return fieldOf(model, rest);
  }
  if (key === '$custommetadata') {
    const [type = '', record = '', field = ''] = rest;
    if (!model.has('CustomMetadata', `${type.replace(/__mdt$/, '')}.${record}`)) {
      return { problem: `Custom metadata record ${type}.${record} does not exist` };
    }
    return fieldOf(model, [type, field]);
  }
  return OPEN.has(key) ? { type: '' } : { problem: `There is no global variable ${root}` };
}

function fieldOf(
  model: ProjectModel,
  [object = '', field = '']: readonly string[],
): { type: string } | { problem: string } {
  const found = resolvePath(model, object, field);
  return 'problem' in found ? found : { type: found.field.type };
}
