import { notGrantable } from '../references/permissions.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Every field that a permission can open is open to some persona: else nobody but an administrator ever sees it. */
export const grantsRule: Rule = {
  name: 'grants',
  *run(model): Generator<Defect> {
    const fields = new Set<string>();
    const objects = new Set<string>();
    for (const { root } of model.ofType('PermissionSet')) {
      for (const entry of childrenOf(root, 'fieldPermissions')) {
        if (textOf(entry, 'readable') === 'true') {
          fields.add((textOf(entry, 'field') ?? '').toLowerCase());
        }
      }
      for (const entry of childrenOf(root, 'objectPermissions')) {
        objects.add((textOf(entry, 'object') ?? '').toLowerCase());
      }
    }
    for (const object of model.objects.values()) {
      if (object.source !== null && object.kind === 'custom' && !objects.has(object.name.toLowerCase())) {
        yield defect(object.source.path, 1, `No permission set grants ${object.name}`, 'Grant it to a persona.');
      }
      for (const field of object.kind === 'custom' || object.kind === 'standard' ? object.fields.values() : []) {
        const isGranted = fields.has(`${object.name}.${field.name}`.toLowerCase());
        if (field.source !== null && field.isCustom && notGrantable(field) === null && !isGranted) {
          const message = `No permission set grants ${object.name}.${field.name}`;
          yield defect(field.source.path, 1, message, 'Grant it to a persona.');
        }
      }
    }
  },
};
