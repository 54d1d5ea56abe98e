import { formulaSeeds } from './formulas.ts';
import { referenceSeeds } from './references.ts';
import { repositorySeeds } from './repository.ts';
import { schemaSeeds } from './schema.ts';
import type { Seed } from './seed.ts';

export const seeds: readonly Seed[] = [...schemaSeeds, ...referenceSeeds, ...formulaSeeds, ...repositorySeeds];
