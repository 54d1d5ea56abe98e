/**
 * Our compiler against Salesforce's own front end, over every probe: what it accepts we accept, what it rejects we
 * reject, on the same line and in the same words. Where we differ on purpose stands in `differences.ts`; probes whose
 * words differ, each a text the parser can't read, stand in `otherWords.txt`. Both lists must be exact.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { askOurs, askPlatform, type Complaint, type Complaints } from './compilers.ts';
import { DIFFERENCES } from './differences.ts';
import { probesOf, type Probe } from './probes.ts';

const accepted = probesOf('accepted');
const rejected = probesOf('rejected');
let theirs: Complaints = new Map();
let ours: Complaints = new Map();

beforeAll(async () => {
  const all = [...accepted, ...rejected];
  const asked = askPlatform(all);
  ours = askOurs(all);
  theirs = await asked;
});

const of = (from: Complaints, probe: Probe): readonly Complaint[] => from.get(probe.name) ?? [];
const isDifferent = (probe: Probe): boolean => DIFFERENCES.some((one) => one.piece === probe.piece);
const said = (complaints: readonly Complaint[]): string =>
  complaints.map(({ line, message }) => `${line}: ${message}`).join(' | ') || 'accepted';
const report = (probe: Probe): string =>
  `${probe.name}\n  ${probe.piece}\n  platform: ${said(of(theirs, probe))}\n  ours: ${said(of(ours, probe))}`;

describe('probes', () => {
  test('are many', () => {
    expect(accepted.length).toBeGreaterThanOrEqual(250);
    expect(rejected.length).toBeGreaterThanOrEqual(500);
  });

  test('are filed as the platform judges them', () => {
    const misfiled = [
      ...accepted.filter((probe) => of(theirs, probe).length > 0),
      ...rejected.filter((probe) => of(theirs, probe).length === 0),
    ];
    expect(misfiled.map(report)).toEqual([]);
  });
});

describe('our compiler', () => {
  test('accepts what the platform accepts', () => {
    const refused = accepted.filter((probe) => of(ours, probe).length > 0 && !isDifferent(probe));
    expect(refused.map(report)).toEqual([]);
  });

  test('rejects what the platform rejects', () => {
    const missed = rejected.filter((probe) => of(ours, probe).length === 0 && !isDifferent(probe));
    expect(missed.map(report)).toEqual([]);
  });

  test('points at a line the platform points at', () => {
    const elsewhere = rejected.filter((probe) => {
      const lines = of(theirs, probe).map((one) => one.line);
      return of(ours, probe).some((one) => !lines.includes(one.line)) && !isDifferent(probe);
    });
    expect(elsewhere.map(report)).toEqual([]);
  });

  test('says what the platform says, but for the texts listed', () => {
    const others = rejected.filter((probe) => {
      const messages = of(theirs, probe).map((one) => one.message);
      return of(ours, probe).some((one) => !messages.includes(one.message)) && !isDifferent(probe);
    });
    const listed = readFileSync(fileURLToPath(new URL('./otherWords.txt', import.meta.url)), 'utf8');
    expect(others.map((probe) => `${probe.piece.replace(/\n/g, ' ')}\n`).join('')).toBe(listed);
  });
});

describe('a difference on purpose', () => {
  test.each(DIFFERENCES)('$piece', ({ piece, ours: expected }) => {
    const probe = [...accepted, ...rejected].find((one) => one.piece === piece);
    expect(probe).toBeDefined();
    expect(probe === undefined ? '' : said(of(ours, probe))).toBe(expected);
  });
});
