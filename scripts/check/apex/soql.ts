import { QueryContext, SubQueryContext } from '@apexdevtools/apex-parser';
import type { Check, Finding, Project } from '../types.ts';
import { apexSources } from './sources.ts';
import { checkLoops, checkModes } from './soql/modes.ts';
import type { Report } from './soql/paths.ts';
import { checkQuery } from './soql/query.ts';
import { readSchema } from './soql/schema.ts';
import { loadStandardModel } from './standard-model.ts';
import { all, lineOf, treeOf } from './tree.ts';

const NAME = 'apex/soql';

/** Checks every static query against our objects' metadata and the standard objects. */
export const soql: Check = {
  name: NAME,
  proves: 'Every static query names what exists, compares what fits, states its mode and stays out of loops.',
  readsNamespace: false,
  async run(project: Project): Promise<readonly Finding[]> {
    const sources = apexSources(project);
    if (sources.length === 0) {
      return [];
    }
    const schema = readSchema(project, await loadStandardModel(project.root));
    const findings: Finding[] = [];
    for (const source of sources) {
      const { root, problems } = treeOf(source);
      const report: Report = (node, message, fix) =>
        findings.push({ check: NAME, file: source.file, line: lineOf(node), message, fix });
      for (const problem of problems) {
        findings.push({ check: NAME, file: source.file, ...problem, fix: 'Correct the syntax.' });
      }
      // A query that did not parse has holes where its parts should be.
      if (problems.length > 0) {
        continue;
      }
      for (const query of all(root, QueryContext, (node) => !(node instanceof SubQueryContext))) {
        checkQuery(schema, query, report);
      }
      checkModes(source, root, report);
      checkLoops(root, report);
    }
    return findings;
  },
};
