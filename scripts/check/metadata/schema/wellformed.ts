import { defect, type Defect, type Rule } from '../rule.ts';
import { loadMetadataTypes } from './types.ts';
import { validate } from './validate.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Every file parses strictly, has its type's root element and fits the Metadata API's types. */
export const typesRule: Rule = {
  name: 'types',
  *run(model): Generator<Defect> {
    const types = loadMetadataTypes();
    for (const { path, document, kind } of model.metas) {
      const [error] = document.errors;
      if (error !== undefined) {
        yield defect(path, error.line, `The XML is malformed: ${error.message}`, 'Correct the XML at this place.');
        continue;
      }
      const { root } = document;
      if (root === null || kind === null) {
        continue;
      }
      if (root.namespace !== NAMESPACE) {
        const message = `The root element is in namespace "${root.namespace}"`;
        yield defect(path, root.line, message, `Write xmlns="${NAMESPACE}".`);
      }
      if (root.name !== kind.type) {
        const message = `The root element is <${root.name}>, but this file holds a ${kind.type}`;
        yield defect(path, root.line, message, `Name the root element ${kind.type}, or give the file its own suffix.`);
      } else {
        yield* validate(path, root, kind.type, types);
      }
    }
  },
};
