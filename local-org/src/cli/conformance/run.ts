/** Runs one project after the other, so that each is measured alone. Exit code 0 unless the local org itself broke. */
import { writeFileSync } from 'node:fs';
import type { Print } from '../options.ts';
import type { PoolOptions, PoolResult } from '../pool.ts';
import type { ConformanceArguments } from './arguments.ts';
import { readProject, type Project } from './project.ts';
import { brokenReport, projectReport, projectText, totalOf, totalText, type ProjectReport } from './report.ts';

export type RunTests = (options: PoolOptions) => Promise<PoolResult>;

export async function runConformance(args: ConformanceArguments, runTests: RunTests, print: Print): Promise<number> {
  const projects = args.operands.map((operand) => readProject(operand, args.labels));
  const reports: ProjectReport[] = [];
  for (const project of projects) {
    const report = await runProject(project, args, runTests);
    reports.push(report);
    print(projectText(report));
  }
  print(totalText(reports));
  if (args.json !== null) {
    writeFileSync(args.json, `${JSON.stringify({ projects: reports, total: totalOf(reports) }, null, 2)}\n`);
  }
  return reports.some((report) => report.internalErrors > 0) ? 1 : 0;
}

async function runProject(project: Project, args: ConformanceArguments, runTests: RunTests): Promise<ProjectReport> {
  const begin = performance.now();
  const seconds = (): number => (performance.now() - begin) / 1000;
  if (project.classes.length === 0) {
    return projectReport(project, [], 0, seconds());
  }
  try {
    const { results, errors } = await runTests({
      org: {
        sources: project.sources.map((directory) => ({ directory })),
        features: args.features,
        ...(args.cache === null ? {} : { parseCacheDirectory: args.cache }),
      },
      only: project.classes,
      workers: args.workers,
      timeLimitSeconds: args.timeLimitSeconds,
      hasCoverage: false,
    });
    return projectReport(project, results, errors.length, seconds());
  } catch (error) {
    return brokenReport(project.name, project.commit, error, seconds());
  }
}
