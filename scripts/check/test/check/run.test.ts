import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { exitCodeOf, lineOf, progressOf, summaryOf } from '../../report.ts';
import { runChecks, type Outcome } from '../../run.ts';
import { MissingToolError, type Check, type Finding, type Project } from '../../types.ts';

const project: Project = { root: '/nowhere', packageDirectories: ['force-app'], namespace: 'tsync' };

function finding(overrides: Partial<Finding> = {}): Finding {
  return { check: 'names', file: 'a.cls', line: 3, message: 'Bad name.', fix: 'Rename it.', ...overrides };
}

function check(overrides: Partial<Check> = {}): Check {
  return { name: 'names', proves: 'names are good', readsNamespace: false, run: finds(), ...overrides };
}

/** How a check behaves that finds the same wherever it looks. */
function finds(...findings: readonly Finding[]): Check['run'] {
  return () => Promise.resolve(findings);
}

async function outcomeOf(overrides: Partial<Check>): Promise<Outcome> {
  const [outcome] = await runChecks([check(overrides)], project, { parallel: 1 });
  return outcome!;
}

describe('running checks', () => {
  test('reads the source without its namespace only where that makes a difference', async () => {
    const readings: string[] = [];
    const run = ({ namespace }: Project): Promise<readonly Finding[]> => {
      readings.push(namespace);
      return Promise.resolve([]);
    };

    await runChecks([check({ run }), check({ run, readsNamespace: true })], project, { parallel: 1 });

    expect(readings).toEqual(['tsync', 'tsync', '']);
  });

  test('reports once what both readings find and says which reading found the rest', async () => {
    const own = (namespace: string): Finding => finding({ file: 'b.cls', message: `Found in "${namespace}".` });

    const { findings } = await outcomeOf({
      readsNamespace: true,
      run: ({ namespace }) => Promise.resolve([finding(), own(namespace)]),
    });

    expect(findings.map(({ message }) => message)).toEqual([
      'Bad name.',
      'Found in "tsync". (only with namespace tsync)',
      'Found in "". (only without a namespace)',
    ]);
  });

  test('puts findings in the order in which a person reads files', async () => {
    const { findings } = await outcomeOf({
      run: finds(finding({ file: 'b.cls' }), finding({ line: 9 }), finding({ line: 2 })),
    });

    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.cls:2', 'a.cls:9', 'b.cls:3']);
  });

  test('keeps at most the given number of checks under way and returns them in their order', async () => {
    let underWay = 0;
    let most = 0;
    const run = (milliseconds: number) => async (): Promise<readonly Finding[]> => {
      most = Math.max(most, ++underWay);
      await after(milliseconds);
      underWay--;
      return [];
    };
    const names = ['slow', 'quick', 'middle'];
    const checks = [30, 1, 10].map((milliseconds, at) => check({ name: names[at]!, run: run(milliseconds) }));

    const outcomes = await runChecks(checks, project, { parallel: 2 });

    expect(most).toBe(2);
    expect(outcomes.map((outcome) => outcome.check.name)).toEqual(names);
  });

  test('lets the others go on when one lacks a tool and one breaks', async () => {
    const checks = [
      check({ run: () => Promise.reject(new MissingToolError('Java is missing. Install JDK 17.')) }),
      check({ run: () => Promise.reject(new Error('index out of range')) }),
      check({ run: finds(finding()) }),
    ];

    const outcomes = await runChecks(checks, project, { parallel: 2 });

    expect(outcomes[0]?.problem).toEqual({ kind: 'missing tool', message: 'Java is missing. Install JDK 17.' });
    expect(outcomes[1]?.problem?.kind).toBe('broken check');
    expect(outcomes[1]?.problem?.message).toContain('index out of range');
    expect(outcomes[2]?.findings).toHaveLength(1);
  });
});

describe('reporting', () => {
  test('a finding is one line with place, check, message and fix', () => {
    expect(lineOf(finding({ message: 'Bad\n  name.' }))).toBe('a.cls:3  names  Bad name.  → Rename it.');
  });

  test('progress says what a passed check proves, and otherwise what came of it', async () => {
    const progress = await Promise.all(
      [
        {},
        { run: finds(finding(), finding({ line: 4 })) },
        { run: () => Promise.reject(new MissingToolError('Java is missing.')) },
      ].map(async (overrides) => progressOf(await outcomeOf(overrides))),
    );

    expect(progress.map((line) => line.replace(/ +/g, ' '))).toEqual([
      '✓ names 0.0 s names are good',
      '✗ names 0.0 s 2 findings',
      '✗ names 0.0 s missing tool',
    ]);
  });

  test('the summary ends with the counts', async () => {
    const outcomes = [
      await outcomeOf({}),
      await outcomeOf({ run: finds(finding()) }),
      await outcomeOf({ run: () => Promise.reject(new MissingToolError('Java is missing.')) }),
    ];

    expect(summaryOf(outcomes, 12.3).split('\n')).toEqual([
      'a.cls:3  names  Bad name.  → Rename it.',
      'names  missing tool: Java is missing.',
      '1 of 3 checks passed, 1 finding, 1 check could not run in 12 s',
    ]);
  });

  test.each([
    ['everything passed', [{}], 0],
    ['a finding', [{}, { run: finds(finding()) }], 1],
    ['a finding and a missing tool', [{ run: finds(finding()) }, { run: missing }], 2],
    ['a broken check', [{ run: () => Promise.reject(new TypeError('x')) }], 2],
  ] satisfies readonly (readonly [string, readonly Partial<Check>[], number])[])('%s', async (_case, checks, code) => {
    expect(exitCodeOf(await Promise.all(checks.map(outcomeOf)))).toBe(code);
  });
});

function missing(): Promise<readonly Finding[]> {
  return Promise.reject(new MissingToolError('Java is missing.'));
}
