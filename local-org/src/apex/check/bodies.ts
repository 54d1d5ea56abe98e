/** Checks every body of a type or script: initializers, methods, constructors, accessors. */
import type { Accessor, Block, ConstructorDeclaration, Member, Parameter } from '../ast.ts';
import type { ApexType, Script, UserType } from '../types.ts';
import { UNKNOWN, VOID } from '../bind/typePool.ts';
import { Body, type Tools } from './body.ts';
import { isException } from './conversions.ts';
import { expressionType } from './expressions.ts';
import { checkBlock, checkStatements } from './statements.ts';
import { checkTrigger } from './triggers.ts';

export function checkTypeBodies(tools: Tools, type: UserType): void {
  if (type.declaration.kind !== 'Class') {
    return;
  }
  for (const member of type.declaration.members) {
    checkMember(tools, type, member);
  }
  const parent = type.superType;
  if (
    parent?.kind === 'user' &&
    type.constructors.every((one) => one.declaration === null) &&
    !parent.constructors.some((one) => one.parameterTypes.length === 0) &&
    !isException(type)
  ) {
    tools.world.report(type.file, type.declaration.at, 'NO_DEFAULT_CONSTRUCTOR', parent.name);
  }
}

function checkMember(tools: Tools, type: UserType, member: Member): void {
  switch (member.kind) {
    case 'Field': {
      const symbol = type.fields.get(member.name.toLowerCase());
      if (member.initializer === null || symbol?.declaration !== member) {
        return;
      }
      const body = new Body(tools, {
        kind: 'initializer',
        owner: type,
        isStatic: member.modifiers.isStatic,
        returnType: null,
      });
      body.initializing = { isStatic: symbol.isStatic, at: member.at };
      body.assign(member.initializer, expressionType(body, member.initializer), symbol.type, member.at);
      return;
    }
    case 'Property': {
      const property = type.properties.get(member.name.toLowerCase());
      if (property?.declaration !== member) {
        return;
      }
      const common = { owner: type, isStatic: property.isStatic, property };
      checkAccessor(
        new Body(tools, { ...common, kind: 'getter', returnType: property.type }),
        member.getter,
        property.type,
      );
      if (member.setter?.body) {
        const body = new Body(tools, { ...common, kind: 'setter', returnType: VOID });
        body.declare(member.setter, member.setter.at, 'value', property.type, false);
        checkAccessor(body, member.setter, VOID);
      }
      return;
    }
    case 'Method': {
      const method = type.methods.get(member.name.toLowerCase())?.find((one) => one.declaration === member);
      if (member.body === null || method === undefined) {
        return;
      }
      const body = new Body(tools, {
        kind: 'method',
        owner: type,
        isStatic: method.isStatic,
        returnType: method.returnType,
      });
      declareParameters(body, member.parameters, method.parameterTypes);
      if (checkBlock(body, member.body) === 'continues' && method.returnType !== VOID) {
        body.report(member.at, 'RETURN_MISSING', method.returnType.name);
      }
      return;
    }
    case 'Constructor':
      checkConstructor(tools, type, member);
      return;
    case 'Initializer':
      checkBlock(
        new Body(tools, { kind: 'initializer', owner: type, isStatic: member.isStatic, returnType: null }),
        member.body,
      );
      return;
    default:
  }
}

function checkAccessor(body: Body, accessor: Accessor | null, returnType: ApexType): void {
  if (!accessor?.body) {
    return;
  }
  if (checkBlock(body, accessor.body) === 'continues' && returnType !== VOID) {
    body.report(accessor.at, 'RETURN_MISSING', returnType.name);
  }
}

function declareParameters(body: Body, parameters: readonly Parameter[], types: readonly ApexType[]): void {
  parameters.forEach((parameter, index) => {
    body.declare(parameter, parameter.at, parameter.name, types[index] ?? UNKNOWN, parameter.isFinal);
  });
}

function checkConstructor(tools: Tools, type: UserType, member: ConstructorDeclaration): void {
  const symbol = type.constructors.find((one) => one.declaration === member);
  if (symbol === undefined) {
    return;
  }
  const body = new Body(tools, { kind: 'constructor', owner: type, isStatic: false, returnType: null });
  declareParameters(body, member.parameters, symbol.parameterTypes);
  checkChaining(body, member.body);
  checkBlock(body, member.body);
}

/** `this(…)` and `super(…)` come first; without them the superclass must have a constructor without arguments. */
function checkChaining(body: Body, block: Block): void {
  const isChain = (statement: Block['statements'][number]): 'this' | 'super' | null => {
    const call =
      statement.kind === 'Expression' && statement.expression.kind === 'Call' && statement.expression.target === null
        ? statement.expression.name.toLowerCase()
        : null;
    return call === 'this' || call === 'super' ? call : null;
  };
  block.statements.slice(1).forEach((statement) => {
    const which = isChain(statement);
    if (which !== null) {
      body.report(statement.at, which === 'this' ? 'THIS_FIRST' : 'SUPER_FIRST');
    }
  });
  const [first] = block.statements;
  const parent = body.owner.superType;
  if (
    (first === undefined || isChain(first) === null) &&
    parent?.kind === 'user' &&
    !parent.constructors.some((one) => one.parameterTypes.length === 0)
  ) {
    body.report(block.at, 'NO_DEFAULT_CONSTRUCTOR', parent.name);
  }
}

export function checkScript(tools: Tools, script: Script): void {
  const { declaration, holder } = script;
  const isTrigger = declaration.kind === 'Trigger';
  if (isTrigger) {
    checkTrigger(tools, script);
  }
  for (const member of declaration.members) {
    checkMember(tools, holder, member);
  }
  const body = new Body(tools, {
    kind: isTrigger ? 'trigger' : 'anonymous',
    owner: holder,
    isStatic: false,
    returnType: null,
    ...(isTrigger ? { triggerObject: script.object } : {}),
  });
  checkStatements(body, declaration.body.statements);
}
