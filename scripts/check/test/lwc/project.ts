import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../../types.ts';

const HERE = import.meta.dirname;
const REPOSITORY = join(HERE, '../../../..');
const SEEDS = join(HERE, 'seeds');
/** What a project needs to be checked as ours is. */
const SHARED = ['eslint.config.js', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.test.json', 'tsconfig.build.json'];

/** A defect that was put into a component on purpose, with the finding it must cause. */
export interface Seed {
  readonly name: string;
  readonly kind: string;
  /** The name of the check, or of one of its rules. */
  readonly check: string;
  readonly file: string;
  readonly line: number;
  /** A part of the message. */
  readonly message: string;
}

/** A copy of the fixture in a folder of its own, with this repository's configuration and tools. */
export class CopiedProject implements Project {
  readonly root = mkdtempSync(join(tmpdir(), 'timesheet-sync-lwc-'));
  readonly packageDirectories = ['force-app'];
  readonly namespace = 'tsync';

  constructor() {
    cpSync(join(HERE, 'fixture'), this.root, { recursive: true });
    for (const file of SHARED) {
      cpSync(join(REPOSITORY, file), join(this.root, file));
    }
    for (const file of ['wire.d.ts', 'salesforce.d.ts', 'lightning.d.ts']) {
      cpSync(join(REPOSITORY, 'types', file), join(this.root, 'types', file));
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.root, 'node_modules'), 'dir');
  }

  /** Puts every seed beside the fixture's components: each is a bundle of its own, so one run serves all. */
  addSeeds(): void {
    for (const name of readdirSync(SEEDS)) {
      cpSync(join(SEEDS, name), join(this.root, seedFolder(name)), {
        recursive: true,
        filter: (path) => !path.endsWith('expect.json'),
      });
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function readSeeds(): Seed[] {
  return readdirSync(SEEDS).map((name) => ({
    name,
    ...(JSON.parse(readFileSync(join(SEEDS, name, 'expect.json'), 'utf8')) as Omit<Seed, 'name'>),
  }));
}

export function seedFolder(name: string): string {
  return `force-app/main/time/lwc/${name}`;
}
