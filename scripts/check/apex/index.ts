import type { Check } from '../types.ts';
import { apexLs } from './apex-ls.ts';
import { compiler } from './compiler.ts';
import { rules } from './rules.ts';
import { deepScanner, scanner } from './scanner.ts';
import { soql } from './soql.ts';

/** The Apex checks, those that take longest first. */
export const apexChecks: Check[] = [scanner, apexLs, compiler, soql, rules];

/** Checks too slow for every run; `npm run check -- --deep` adds them. */
export const deepApexChecks: Check[] = [deepScanner];
