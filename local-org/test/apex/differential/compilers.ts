/** The two compilers over the same probes: the platform's front end and ours. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, compileJava, compilerJar, java } from '../../../../scripts/check/apex/toolbox.ts';
import { columnOf, lineOf } from '../../../src/apex/ast.ts';
import { checkProgram, type SourceUnit } from '../../../src/apex/check/checkProgram.ts';
import { parseApex } from '../../../src/apex/parse/parseApex.ts';
import { buildSchema } from '../../../src/data/index.ts';
import { platformCatalog } from '../../../src/system/index.ts';
import type { Probe } from './probes.ts';

export interface Complaint {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** By the probe's name; an accepted probe has none. */
export type Complaints = ReadonlyMap<string, readonly Complaint[]>;

const SUFFIX = { class: 'cls', trigger: 'trigger', anonymous: 'apex' } as const;

/** Salesforce's front end, once over everything. */
export async function askPlatform(probes: readonly Probe[]): Promise<Complaints> {
  const jar = compilerJar();
  const classes = await compileJava('ApexProbe', [jar]);
  mkdirSync(BUILD, { recursive: true });
  const folder = mkdtempSync(join(BUILD, 'probes-'));
  try {
    const files = new Map(
      probes.map((probe, index) => [join(folder, `${index}.${SUFFIX[probe.kind]}`), probe] as const),
    );
    files.forEach((probe, path) => writeFileSync(path, probe.text));
    const list = join(folder, 'list.txt');
    writeFileSync(list, [...files].map(([path, probe]) => `${probe.kind}\t${path}`).join('\n'));
    const done = await java([jar, classes], 'ApexProbe', [jar, list]);
    if (done.code !== 0) {
      throw new Error(`The Apex compiler front end failed: ${done.stderr.trim().slice(-600)}`);
    }
    const found = new Map<string, Complaint[]>(probes.map((probe) => [probe.name, []]));
    for (const row of done.stdout.split('\n').filter((one) => one !== '')) {
      const [line = '', column = '', path = '', message = ''] = row.split('\t');
      found.get(files.get(path)?.name ?? '')?.push({ line: Number(line), column: Number(column), message });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function askOurs(probes: readonly Probe[]): Complaints {
  const found = new Map<string, Complaint[]>(probes.map((probe) => [probe.name, []]));
  const units: SourceUnit[] = [];
  const add = (name: string, at: number, message: string): void => {
    found.get(name)?.push({ line: lineOf(at), column: columnOf(at), message: message.replace(/\s+/g, ' ') });
  };
  for (const probe of probes) {
    const { unit, errors } = parseApex(probe.text, probe.name, probe.kind);
    errors.forEach((error) => add(probe.name, error.at, error.message));
    if (errors.length === 0) {
      units.push({ file: probe.name, unit, apiVersion: 67, namespace: '' });
    }
  }
  const platform = platformCatalog();
  const schema = buildSchema([]);
  const isAnonymous = (unit: SourceUnit): boolean => unit.unit.kind === 'Anonymous';
  const programs = [units.filter((unit) => !isAnonymous(unit)), ...units.filter(isAnonymous).map((unit) => [unit])];
  for (const program of programs) {
    const checked = checkProgram({ units: program, platform, schema, hasLabel: () => false });
    checked.errors.forEach((error) => add(error.file, error.at, error.message));
  }
  return found;
}
