/**
 * A checked program as JavaScript text: one function that takes helpers, constants and counters and gives the linked
 * program. Superclasses come before their subclasses, inner classes included.
 */
import type { CheckedProgram, Script, UserType } from '../types.ts';
import type { ClassInfo } from '../../runtime/userClass.ts';
import { emitClass, hasStatics } from './classes.ts';
import type { CoverageTable } from './coverage.ts';
import { placeOf } from './functions.ts';
import { classIdentifier, staticMethodIdentifier, staticsIdentifier, typeIdentifier } from './identifiers.ts';
import type { LineTable } from './lines.ts';
import { ProgramEmitter } from './programEmitter.ts';

export interface EmittedProgram {
  readonly text: string;
  readonly lines: LineTable;
  readonly coverage: CoverageTable;
  /** The values the text refers to by number. */
  readonly constants: readonly unknown[];
}

export interface EmitOptions {
  readonly hasCoverage: boolean;
  /** Names of the functions the text expects to be given. */
  readonly helpers: readonly string[];
  readonly infoOf: (type: UserType) => ClassInfo;
}

/** Loop turns and calls between two looks at the clock. */
const TICKS = 10_000;

export function emitProgram(program: CheckedProgram, options: EmitOptions): EmittedProgram {
  const shared = new ProgramEmitter({ program, hasCoverage: options.hasCoverage, infoOf: options.infoOf });
  const { lines } = shared;
  const classes = program.types.filter((type) => type.form === 'class');
  const holders = program.scripts.map((script) => script.holder);
  const withStatics = [...classes, ...holders].filter(hasStatics).map(staticsIdentifier);
  lines.line("'use strict'; (function ($helpers, $constants, $c) {");
  lines.line(`const { ${options.helpers.join(', ')} } = $helpers;`);
  lines.line(
    `let $r = null, $ticks = 0, $depth = 0; function $tick() { $ticks = ${TICKS}; $r.limits.check(); } function $deep() { $r.checkDepth($depth); }`,
  );
  const declaration = lines.reserve(0);
  lines.line(withStatics.length === 0 ? '' : `let ${withStatics.map((name) => `${name} = null`).join(', ')};`);
  for (const type of inOrder(classes)) {
    emitClass(shared, type);
  }
  for (const script of program.scripts) {
    emitScript(shared, script);
  }
  shared.recursion.settle();
  lines.fill(declaration, shared.constants.declaration('$constants'));
  lines.line('return {');
  lines.line(
    `enter($next, $statics) { const $before = { runtime: $r, values: [${withStatics.join(', ')}], ticks: $ticks, depth: $depth }; $r = $next;`,
  );
  lines.line(
    `if ($statics === null) { ${withStatics.map((name) => `${name} = null;`).join(' ')} $ticks = 0; $depth = 0; } else { ${withStatics.length === 0 ? '' : `[${withStatics.join(', ')}] = $statics.values;`} $ticks = $statics.ticks; $depth = $statics.depth; } return $before; },`,
  );
  lines.line(`classes: { ${[...classes, ...holders].map(classEntry).join(',\n')} },`);
  lines.line('evaluate($text) { return eval($text); },');
  lines.line('}; })');
  return { text: lines.toString(), lines, coverage: shared.coverage, constants: shared.constants.values };
}

/** One script for a program that is linked already: its text runs in the scope of the program's. */
export function emitLateScript(
  program: CheckedProgram,
  script: Script,
  options: Pick<EmitOptions, 'infoOf'>,
): EmittedProgram {
  const shared = new ProgramEmitter({ program, hasCoverage: false, infoOf: options.infoOf, constantPrefix: '$q' });
  const { lines } = shared;
  const inner = program.types.filter((type) => type.outer === script.holder && type.form === 'class');
  const withStatics = [...inner, script.holder].filter(hasStatics).map(staticsIdentifier);
  lines.line('(function ($lateConstants) {');
  const declaration = lines.reserve(0);
  lines.line(withStatics.length === 0 ? '' : `let ${withStatics.map((name) => `${name} = null`).join(', ')};`);
  for (const type of inOrder(inner)) {
    emitClass(shared, type);
  }
  emitScript(shared, script);
  shared.recursion.settle();
  lines.fill(declaration, shared.constants.declaration('$lateConstants'));
  lines.line(`return { ${[...inner, script.holder].map(classEntry).join(',\n')} }; })`);
  return { text: lines.toString(), lines, coverage: shared.coverage, constants: shared.constants.values };
}

function emitScript(shared: ProgramEmitter, script: Script): void {
  const isTrigger = script.declaration.kind === 'Trigger';
  if (isTrigger) {
    shared.setMode(script.holder, { ...shared.modeOf(script.holder), sharing: 'without', isSharedAtEntry: false });
  } else {
    shared.setMode(script.holder, { ...shared.modeOf(script.holder), sharing: 'with', isSharedAtEntry: true });
  }
  emitClass(shared, script.holder, { body: script.declaration.body, place: placeOf(script.holder, null) });
}

function classEntry(type: UserType): string {
  const statics = [...type.methods.values()]
    .flat()
    .filter((method) => method.isStatic && method.declaration.body !== null);
  return `${typeIdentifier(type)}: { linkedClass: ${classIdentifier(type)}, statics: { ${statics.map((method) => `${method.key}: ${staticMethodIdentifier(method)}`).join(', ')} } }`;
}

/** Every class behind its superclass. */
function inOrder(classes: readonly UserType[]): readonly UserType[] {
  const done = new Set<UserType>();
  const visit = (type: UserType): void => {
    if (done.has(type)) {
      return;
    }
    if (type.superType?.kind === 'user' && classes.includes(type.superType)) {
      visit(type.superType);
    }
    done.add(type);
  };
  for (const type of classes) {
    visit(type);
  }
  return [...done];
}
