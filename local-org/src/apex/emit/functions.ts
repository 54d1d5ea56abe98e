/** Emits one function: head with parameters and temporaries, statements, end. */
import type { Position, Statement } from '../ast.ts';
import type { UserType } from '../types.ts';
import { BodyEmitter, TICK } from './bodyEmitter.ts';
import { nonNullLocals } from './nonNull.ts';
import type { ProgramEmitter } from './programEmitter.ts';

export interface FunctionPlan {
  readonly owner: UserType;
  readonly isStatic: boolean;
  readonly isConstructor?: boolean;
  /** What stands before the brace: `m$run(a$0)`. */
  readonly head: string;
  readonly place: string;
  readonly at: Position;
  readonly isPartOfConstructor?: boolean;
  /** Looked through for variables that are never null. */
  readonly statements: readonly Statement[];
  /** Statements of JavaScript the function begins with. */
  readonly entry?: string;
  readonly write: (body: BodyEmitter) => void;
}

export function emitFunction(shared: ProgramEmitter, plan: FunctionPlan): void {
  shared.lines.beginFunction({
    place: plan.place,
    file: plan.owner.file,
    mode: shared.modeOf(plan.owner),
    isPartOfConstructor: plan.isPartOfConstructor ?? false,
  });
  const body = new BodyEmitter(shared, {
    owner: plan.owner,
    isStatic: plan.isStatic,
    isConstructor: plan.isConstructor ?? false,
    nonNull: nonNullLocals(shared.program, plan.statements),
  });
  const head = shared.lines.reserve(plan.at);
  plan.write(body);
  shared.lines.fill(head, `${plan.head} {${body.declaredTemporaries} ${TICK} ${plan.entry ?? ''}`);
  shared.lines.line('}');
  shared.lines.endFunction();
}

/** `Class.ns.Outer.Inner.member`. */
export function placeOf(type: UserType, member: string | null): string {
  const file = type.file.toLowerCase();
  const isAnonymous = type.name === 'AnonymousBlock' || type.name.startsWith('AnonymousBlock.');
  const root = isAnonymous ? '' : file.endsWith('.trigger') ? 'Trigger.' : 'Class.';
  const namespace = type.namespace === '' ? '' : `${type.namespace}.`;
  return `${root}${isAnonymous ? '' : namespace}${type.name}${member === null ? '' : `.${member}`}`;
}
