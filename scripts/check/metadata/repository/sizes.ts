import { defect, type Defect, type Rule } from '../rule.ts';
import { isGenerated } from '../tree.ts';

const CEILING = 400;
const MEASURED = /\.(?:cls|trigger|ts|js|html|css)$/;

/** No source file is longer than a person reads in one go. */
export const sizesRule: Rule = {
  name: 'sizes',
  *run(model): Generator<Defect> {
    for (const [path, text] of model.tree.files) {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      if (MEASURED.test(path) && !isGenerated(path, model.tree.files) && lines > CEILING) {
        yield defect(
          path,
          CEILING + 1,
          `The file has ${lines} lines; the ceiling is ${CEILING}`,
          'Split it by subject.',
        );
      }
    }
  },
};
