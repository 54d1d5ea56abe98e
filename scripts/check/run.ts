import { MissingToolError, type Check, type Finding, type Project } from './types.ts';

/** How one check ended. Without a `problem` it ran to its end, and no findings means that it passed. */
export interface Outcome {
  readonly check: Check;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  readonly problem?: Problem;
}

/** Why a check could not say anything: the machine lacks a tool, or the check itself broke. */
export interface Problem {
  readonly kind: 'missing tool' | 'broken check';
  readonly message: string;
}

export interface RunOptions {
  /** How many checks may be under way at once; several start Java or a compiler of their own. */
  readonly parallel: number;
  readonly onStart?: (check: Check) => void;
  readonly onEnd?: (outcome: Outcome) => void;
}

/** Runs every check, whatever happens to the others; the outcomes come in the order of `checks`. */
export async function runChecks(
  checks: readonly Check[],
  project: Project,
  { parallel, onStart, onEnd }: RunOptions,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Check, Outcome>();
  const waiting = [...checks];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      onStart?.(check);
      const outcome = await runCheck(check, project);
      outcomes.set(check, outcome);
      onEnd?.(outcome);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return checks.flatMap((check) => outcomes.get(check) ?? []);
}

async function runCheck(check: Check, project: Project): Promise<Outcome> {
  const start = performance.now();
  const secondsSoFar = (): number => (performance.now() - start) / 1000;
  try {
    const findings = inReadingOrder(await runReadings(check, project));
    return { check, seconds: secondsSoFar(), findings };
  } catch (error: unknown) {
    return { check, seconds: secondsSoFar(), findings: [], problem: problemOf(error) };
  }
}

/** The same source becomes a managed package and is deployed plainly to a scratch org: it must hold in both readings. */
async function runReadings(check: Check, project: Project): Promise<readonly Finding[]> {
  const asDeclared = await check.run(project);
  if (!check.readsNamespace || project.namespace === '') {
    return asDeclared;
  }
  const plain = await check.run({ ...project, namespace: '' });
  const declaredKeys = new Set(asDeclared.map(keyOf));
  const plainKeys = new Set(plain.map(keyOf));
  return [
    ...asDeclared.map((finding) => (plainKeys.has(keyOf(finding)) ? finding : inReading(finding, project.namespace))),
    ...plain.filter((finding) => !declaredKeys.has(keyOf(finding))).map((finding) => inReading(finding, '')),
  ];
}

function inReading(finding: Finding, namespace: string): Finding {
  const reading = namespace === '' ? 'without a namespace' : `with namespace ${namespace}`;
  return { ...finding, message: `${finding.message} (only ${reading})` };
}

function keyOf({ check, file, line, message }: Finding): string {
  return [check, file, line, message].join('\n');
}

function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function problemOf(error: unknown): Problem {
  if (error instanceof MissingToolError) {
    return { kind: 'missing tool', message: error.message };
  }
  return { kind: 'broken check', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
