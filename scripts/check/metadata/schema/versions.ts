import { defect, type Defect, type Rule } from '../rule.ts';
import { childOf } from '../xml.ts';

const VERSION = '67.0';

/** One API version everywhere: Apex security defaults differ between versions, so a mix would behave in two ways. */
export const versionsRule: Rule = {
  name: 'api-version',
  *run(model): Generator<Defect> {
    for (const { path, root } of model.metas) {
      const version = childOf(root, 'apiVersion');
      if (version !== null && version.text.trim() !== VERSION) {
        const message = `The API version is ${version.text.trim()}; this project uses ${VERSION}`;
        yield defect(path, version.line, message, `Write ${VERSION}.`);
      }
    }
    const declared = /"sourceApiVersion"\s*:\s*"([^"]*)"/.exec(model.tree.files.get('sfdx-project.json') ?? '');
    if (declared?.[1] !== VERSION) {
      const message = `sourceApiVersion is ${declared?.[1] ?? 'missing'}; this project uses ${VERSION}`;
      yield defect('sfdx-project.json', 1, message, `Write "sourceApiVersion": "${VERSION}".`);
    }
  },
};
