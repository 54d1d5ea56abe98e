/** Emits one function: head with parameters and temporaries, statements, end. */
import type { Position, Statement } from '../ast.ts';
import type { UserType } from '../types.ts';
import { BodyEmitter, TICK } from './bodyEmitter.ts';
import { nonNullLocals } from './nonNull.ts';
import type { ProgramEmitter } from './programEmitter.ts';

/** Counts the methods on the stack; near the limit the stack itself is counted. */
const DEPTH = 'if (++$depth > 900) $deep();';

export interface FunctionPlan {
  readonly owner: UserType;
  readonly isStatic: boolean;
  readonly isConstructor?: boolean;
  /** What stands before the brace: `m$run(a$0)`. */
  readonly head: string;
  readonly place: string;
  readonly at: Position;
  readonly isPartOfConstructor?: boolean;
  /** The lower-case name of a method: it may call itself. */
  readonly method?: string;
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
  const { lines, recursion } = shared;
  const method = plan.method ?? null;
  const head = lines.reserve(plan.at);
  recursion.begin(method);
  plan.write(body);
  recursion.begin(null);
  const end = lines.reserve(0);
  lines.endFunction();
  const start = `${plan.head} {${body.declaredTemporaries} ${TICK}`;
  recursion.whenKnown(method, (isRecursive) => {
    lines.fill(head, `${start}${isRecursive ? ` try { ${DEPTH}` : ''} ${plan.entry ?? ''}`);
    lines.fill(end, isRecursive ? '} finally { $depth--; } }' : '}');
  });
}

/** `Class.ns.Outer.Inner.member`. */
export function placeOf(type: UserType, member: string | null): string {
  const file = type.file.toLowerCase();
  const isAnonymous = type.name === 'AnonymousBlock' || type.name.startsWith('AnonymousBlock.');
  const root = isAnonymous ? '' : file.endsWith('.trigger') ? 'Trigger.' : 'Class.';
  const namespace = type.namespace === '' ? '' : `${type.namespace}.`;
  return `${root}${isAnonymous ? '' : namespace}${type.name}${member === null ? '' : `.${member}`}`;
}
