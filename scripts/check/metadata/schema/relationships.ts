import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf, textOf } from '../xml.ts';

const RELATIONSHIP = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** The children of one parent have different relationship names: queries and reports reach them by that name. */
export const relationshipsRule: Rule = {
  name: 'relationships',
  *run(model): Generator<Defect> {
    const taken = new Map<string, string>();
    for (const object of model.objects.values()) {
      for (const field of object.fields.values()) {
        const name = field.source === null ? null : textOf(field.source.root, 'relationshipName');
        if (field.source === null || name === null) {
          continue;
        }
        const line = childOf(field.source.root, 'relationshipName')?.line ?? 1;
        if (!RELATIONSHIP.test(name)) {
          yield defect(
            field.source.path,
            line,
            `${name} is no relationship name`,
            'Use letters, digits and underscores.',
          );
        }
        for (const parent of field.referenceTo) {
          const key = `${parent}.${name}`.toLowerCase();
          const other = taken.get(key);
          if (other !== undefined) {
            const message = `${parent} already has a child relationship ${name} (${other})`;
            yield defect(field.source.path, line, message, 'Choose another relationshipName.');
          }
          taken.set(key, `${object.name}.${field.name}`);
        }
      }
    }
  },
};
