/** Whole files: a class file holds one type; a trigger and an anonymous block mix declarations with statements. */
import type {
  AnonymousUnitContext,
  CompilationUnitContext,
  ModifierContext,
  StatementContext,
  TriggerCaseContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import {
  position,
  type AnonymousBlock,
  type Member,
  type Statement,
  type TriggerDeclaration,
  type TriggerEvent,
  type TypeDeclaration,
} from '../ast.ts';
import { commonMember, typeDeclaration, type CommonMemberContext } from './declarations.ts';
import { modifiersOf } from './modifiers.ts';
import { at, optional, word } from './nodes.ts';
import { declaredVariables, statementOf, type LocalVariable } from './statements.ts';
import { SyntaxFault } from './syntaxFault.ts';
import { typeReference } from './typeReferences.ts';

const TRIGGER_EVENTS: ReadonlySet<string> = new Set<TriggerEvent>([
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
]);

export function classUnit(context: CompilationUnitContext): TypeDeclaration {
  const declaration = context.typeDeclaration();
  const type = typeDeclaration(declaration, declaration.modifier_list());
  if (type === null) {
    throw new Error(`The grammar has no declaration ${declaration.getText()}`);
  }
  return type;
}

export function triggerUnit(context: TriggerUnitContext): TriggerDeclaration {
  const block = context.triggerBlock();
  const { members, statements } = separate(
    block.triggerBlockMember_list().map((member) => ({
      declaration: optional(member.triggerMemberDeclaration()),
      modifiers: member.modifier_list(),
      statement: optional(member.statement()),
    })),
  );
  return {
    kind: 'Trigger',
    at: at(context.id(0)),
    name: word(context.id(0)),
    objectName: word(context.id(1)),
    events: context.triggerCase_list().map(triggerEvent),
    members,
    body: { kind: 'Block', at: at(block), statements },
  };
}

export function anonymousUnit(context: AnonymousUnitContext): AnonymousBlock {
  const { members, statements } = separate(
    context
      .anonymousBlock()
      .anonymousBlockMember_list()
      .map((member) => ({
        declaration: optional(member.anonymousMemberDeclaration()),
        modifiers: member.modifier_list(),
        statement: optional(member.statement()),
      })),
  );
  const start = position(1, 1);
  return { kind: 'Anonymous', at: start, members, body: { kind: 'Block', at: start, statements } };
}

function triggerEvent(context: TriggerCaseContext): TriggerEvent {
  const event = (context.children ?? []).map((child) => child.getText().toLowerCase()).join(' ');
  if (event === 'before undelete') {
    throw new SyntaxFault(at(context), 'Trigger Usage Before Undelete is not supported');
  }
  if (!isTriggerEvent(event)) {
    throw new SyntaxFault(at(context), `Unexpected token '${event.replace(/^\w+ /, '')}'.`);
  }
  return event;
}

function isTriggerEvent(text: string): text is TriggerEvent {
  return TRIGGER_EVENTS.has(text);
}

interface TopLevelPart {
  readonly declaration: CommonMemberContext | null;
  readonly modifiers: readonly ModifierContext[];
  readonly statement: StatementContext | null;
}

/** A variable at the top level runs where it stands, so it is a statement, unless it is static. */
function separate(parts: readonly TopLevelPart[]): {
  readonly members: readonly Member[];
  readonly statements: readonly Statement[];
} {
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const { declaration, modifiers, statement } of parts) {
    if (statement !== null) {
      statements.push(statementOf(statement));
    } else if (declaration !== null) {
      const local = topLevelVariable(declaration, modifiers);
      if (local === null) {
        members.push(...commonMember(declaration, modifiers));
      } else {
        statements.push(local);
      }
    }
  }
  return { members, statements };
}

function topLevelVariable(
  declaration: CommonMemberContext,
  modifierContexts: readonly ModifierContext[],
): LocalVariable | null {
  const field = optional(declaration.fieldDeclaration());
  const modifiers = modifiersOf(modifierContexts);
  if (field === null || modifiers.isStatic) {
    return null;
  }
  const start = modifierContexts[0] ?? field;
  return {
    kind: 'LocalVariable',
    at: at(start),
    type: typeReference(field.typeRef()),
    isFinal: modifiers.isFinal,
    variables: declaredVariables(field.variableDeclarators()),
  };
}
