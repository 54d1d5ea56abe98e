import type { Check } from '../types.ts';
import { lwcCompile } from './compile.ts';
import { eslint } from './eslint.ts';
import { suppression } from './suppression.ts';
import { tsc } from './tsc.ts';

/** The checks of everything in TypeScript, JavaScript, HTML and CSS, Lightning web components above all. */
export const lwcChecks: Check[] = [tsc, eslint, lwcCompile, suppression];
