/** Types and their members. The position of a declaration is that of its name. */
import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  FieldDeclarationContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type {
  ClassDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  TypeDeclaration,
  TypeReference,
} from '../ast.ts';
import { modifiersOf, refuseMisplaced } from './modifiers.ts';
import { SyntaxFault } from './syntaxFault.ts';
import { at, optional, word } from './nodes.ts';
import { propertyDeclaration } from './properties.ts';
import { blockOf, declaredVariables } from './statements.ts';
import { typeReference, typeReferences } from './typeReferences.ts';

/** The contexts that declare a type: a file, a class body, a trigger or an anonymous block. */
interface TypeHolder {
  classDeclaration(): ClassDeclarationContext;
  interfaceDeclaration(): InterfaceDeclarationContext;
  enumDeclaration(): EnumDeclarationContext;
}
/** What class bodies, triggers and anonymous blocks may declare alike. */
export type CommonMemberContext = TypeHolder &
  Pick<MemberDeclarationContext, 'methodDeclaration' | 'propertyDeclaration' | 'fieldDeclaration'>;

export function typeDeclaration(
  context: TypeHolder,
  modifierContexts: readonly ModifierContext[],
): TypeDeclaration | null {
  const declaredClass = optional(context.classDeclaration());
  if (declaredClass !== null) {
    return classDeclaration(declaredClass, modifiersOf(modifierContexts));
  }
  const declaredInterface = optional(context.interfaceDeclaration());
  if (declaredInterface !== null) {
    return interfaceDeclaration(declaredInterface, modifiersOf(modifierContexts));
  }
  const declaredEnum = optional(context.enumDeclaration());
  return declaredEnum === null ? null : enumDeclaration(declaredEnum, modifiersOf(modifierContexts));
}

function classDeclaration(context: ClassDeclarationContext, modifiers: Modifiers): ClassDeclaration {
  const superclass = optional(context.typeRef());
  return {
    kind: 'Class',
    at: at(context.id()),
    name: word(context.id()),
    modifiers,
    extendsType: superclass === null ? null : typeReference(superclass),
    implementsTypes: typeReferences(optional(context.typeList())),
    members: context.classBody().classBodyDeclaration_list().flatMap(classMember),
  };
}

function interfaceDeclaration(context: InterfaceDeclarationContext, modifiers: Modifiers): InterfaceDeclaration {
  return {
    kind: 'Interface',
    at: at(context.id()),
    name: word(context.id()),
    modifiers,
    extendsTypes: typeReferences(optional(context.typeList())),
    methods: context.interfaceBody().interfaceMethodDeclaration_list().map(interfaceMethod),
  };
}

function enumDeclaration(context: EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  const values = optional(context.enumConstants())?.id_list() ?? [];
  return {
    kind: 'Enum',
    at: at(context.id()),
    name: word(context.id()),
    modifiers,
    values: values.map((id) => ({ at: at(id), name: word(id) })),
  };
}

/** A stray `;` declares nothing; `Integer a, b;` declares two fields. */
function classMember(context: ClassBodyDeclarationContext): readonly Member[] {
  const block = optional(context.block());
  if (block !== null) {
    return [
      { kind: 'Initializer', at: at(context), isStatic: optional(context.STATIC()) !== null, body: blockOf(block) },
    ];
  }
  const member = optional(context.memberDeclaration());
  if (member === null) {
    return [];
  }
  const declared = optional(member.constructorDeclaration());
  if (declared === null) {
    return commonMember(member, context.modifier_list());
  }
  const name = declared.qualifiedName();
  return [
    {
      kind: 'Constructor',
      at: at(name),
      name: name.getText(),
      modifiers: modifiersOf(context.modifier_list()),
      parameters: parametersOf(declared.formalParameters()),
      body: blockOf(declared.block()),
    },
  ];
}

export function commonMember(
  context: CommonMemberContext,
  modifierContexts: readonly ModifierContext[],
): readonly Member[] {
  const method = optional(context.methodDeclaration());
  if (method !== null) {
    return [methodDeclaration(method, modifiersOf(modifierContexts))];
  }
  const field = optional(context.fieldDeclaration());
  if (field !== null) {
    return fieldDeclarations(field, modifiersOf(modifierContexts));
  }
  const property = optional(context.propertyDeclaration());
  if (property !== null) {
    return [propertyDeclaration(property, modifiersOf(modifierContexts))];
  }
  const type = typeDeclaration(context, modifierContexts);
  return type === null ? [] : [type];
}

function fieldDeclarations(context: FieldDeclarationContext, modifiers: Modifiers): readonly FieldDeclaration[] {
  const type = typeReference(context.typeRef());
  return declaredVariables(context.variableDeclarators()).map((variable) => ({
    kind: 'Field',
    modifiers,
    type,
    ...variable,
  }));
}

function methodDeclaration(context: MethodDeclarationContext, modifiers: Modifiers): MethodDeclaration {
  const block = optional(context.block());
  return { ...signature(context, modifiers), body: block === null ? null : blockOf(block) };
}

function interfaceMethod(context: InterfaceMethodDeclarationContext): MethodDeclaration {
  const [modifier] = context.modifier_list();
  if (modifier !== undefined) {
    throw new SyntaxFault(at(modifier), `Missing '}' at '${modifier.start.text}'`);
  }
  return { ...signature(context, modifiersOf([])), body: null };
}

function signature(
  context: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers,
): Omit<MethodDeclaration, 'body'> {
  return {
    kind: 'Method',
    at: at(context.id()),
    name: word(context.id()),
    modifiers,
    returnType: returnType(optional(context.typeRef())),
    parameters: parametersOf(context.formalParameters()),
  };
}

function returnType(context: TypeRefContext | null): TypeReference | null {
  return context === null ? null : typeReference(context);
}

function parametersOf(context: FormalParametersContext): readonly Parameter[] {
  const parameters = optional(context.formalParameterList())?.formalParameter_list() ?? [];
  return parameters.map((parameter) => {
    const modifiers = modifiersOf(parameter.modifier_list());
    refuseMisplaced(modifiers, 'parameters', at(parameter.id()));
    return {
      at: at(parameter.id()),
      name: word(parameter.id()),
      type: typeReference(parameter.typeRef()),
      isFinal: modifiers.isFinal,
    };
  });
}
