/** The 471 tests of fflib-apex-mocks, through the command line: from nothing, then with the parse cache that left. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bar } from './bar.ts';

const REPOSITORY = 'https://github.com/apex-enterprise-patterns/fflib-apex-mocks.git';
const TESTS = 471;

/** The suite at `given`; without it a clone kept in the build folder. Null where there is neither it nor a network. */
function suite(root: string, given: string | undefined): string | null {
  if (given !== undefined) {
    return existsSync(given) ? given : null;
  }
  const clone = join(root, 'build', 'bench', 'fflib-apex-mocks');
  if (!existsSync(clone)) {
    mkdirSync(join(root, 'build', 'bench'), { recursive: true });
    const { status } = spawnSync('git', ['clone', '--quiet', '--depth', '1', REPOSITORY, clone], {
      stdio: 'ignore',
      timeout: 120_000,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
    if (status !== 0) {
      rmSync(clone, { recursive: true, force: true });
      return null;
    }
  }
  return clone;
}

export function mocksBars(root: string, given: string | undefined): readonly Bar[] {
  const cold = { name: 'fflib-apex-mocks, 471 tests, cold', limit: 8, unit: 's' } as const;
  const cached = { name: 'fflib-apex-mocks, 471 tests, parse cache', limit: 2, unit: 's' } as const;
  const directory = suite(root, given);
  if (directory === null) {
    const remark = 'not found: give its folder with --mocks DIR or FFLIB_APEX_MOCKS, or a network';
    return [cold, cached].map((bar) => ({ ...bar, measured: null, remark }));
  }
  const first = timed(root, directory, 2, () => mkdtempSync(join(tmpdir(), 'local-org-cache-')));
  const cache = mkdtempSync(join(tmpdir(), 'local-org-cache-'));
  timed(root, directory, 1, () => cache);
  const second = timed(root, directory, 3, () => cache);
  return [
    { ...cold, ...first },
    { ...cached, ...second },
  ];
}

function timed(
  root: string,
  directory: string,
  times: number,
  cacheOf: () => string,
): Pick<Bar, 'measured' | 'remark'> {
  let least = Number.POSITIVE_INFINITY;
  let last = '';
  for (let run = 0; run < times; run++) {
    const cache = cacheOf();
    const start = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'org.mjs'), 'test', '--source', directory, '--cache', cache],
      { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    least = Math.min(least, (performance.now() - start) / 1000);
    last = stdout.trim().split('\n').at(-1) ?? '';
  }
  const ran = [...last.matchAll(/(\d+) (?:passed|failed)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  return ran < TESTS ? { measured: null, remark: `only ${ran} tests ran: ${last}` } : { measured: least, remark: last };
}
