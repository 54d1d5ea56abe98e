/** Names the platform refuses. The words were asked of its compiler, API 67; methods may have any of them. */
import type { Position } from '../ast.ts';
import type { World } from './world.ts';

const RESERVED: ReadonlySet<string> = new Set(
  (
    'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default double end ' +
    'exit export float goto group having hint import inner int integer into join long loop number object of outer package parallel pragma retrieve ' +
    'rollback set short sobject sort string switch synchronized system then time transaction when'
  ).split(' '),
);
/** Words of statements and queries: to the platform's parser they are no names at all. */
const TOKENS: ReadonlySet<string> = new Set(
  'and as asc bulk by commit desc from in instanceof like limit not nulls or select trigger using where'.split(' '),
);
const RESERVED_FOR_VARIABLES: ReadonlySet<string> = new Set(['exception']);
const RESERVED_FOR_TYPES: ReadonlySet<string> = new Set(['apexpages', 'page']);

/** An underscore stands neither first nor last nor beside another one. */
const BAD_UNDERSCORE = /^_|__|_$|\$/;

function checkCharacters(world: World, file: string, at: Position, name: string): void {
  if (BAD_UNDERSCORE.test(name)) {
    world.report(file, at, 'NAME_CHARACTER', name);
  }
}

export function checkVariableName(world: World, file: string, at: Position, name: string): void {
  if (TOKENS.has(name.toLowerCase())) {
    world.report(file, at, 'TOKEN_UNEXPECTED', name);
    return;
  }
  checkCharacters(world, file, at, name);
  const folded = name.toLowerCase();
  if (RESERVED.has(folded) || RESERVED_FOR_VARIABLES.has(folded)) {
    world.report(file, at, 'RESERVED_NAME', name);
  }
}

export function checkTypeName(world: World, file: string, at: Position, name: string): void {
  checkCharacters(world, file, at, name);
  const folded = name.toLowerCase();
  if (RESERVED.has(folded)) {
    world.report(file, at, 'RESERVED_NAME', name);
  } else if (RESERVED_FOR_TYPES.has(folded)) {
    world.report(file, at, 'RESERVED_TYPE', name);
  }
}

export const checkMethodName = checkCharacters;
