/**
 * A class becomes a JavaScript class. Its JavaScript constructor only sets every variable to null; Apex constructors
 * are methods that run the field initializers of their class, chain to the superclass and run their own body. Unlike
 * Java's, the initializers come before the superclass is set up: what its constructor calls finds them done, and they
 * find its variables null. The platform's compiler emits them so (ConstructorPreambleStatement of its front end). Statics
 * live in one object, made when first needed.
 */
import type { Block, ClassDeclaration, ConstructorDeclaration, Member, Statement } from '../ast.ts';
import type { ApexType, ConstructorSymbol, MethodSymbol, PropertySymbol, UserType } from '../types.ts';
import { emitFunction, placeOf } from './functions.ts';
import {
  bareSlot, classIdentifier, constructorSlot, fieldsSlot, getterSlot, initializerIdentifier, isPlain, localIdentifier, methodSlot, setterSlot,
  staticGetter, staticMethodIdentifier, staticSetter, staticsIdentifier, storageSlot,
} from './identifiers.ts'; // prettier-ignore
import { emit } from './expressions.ts';
import type { ProgramEmitter } from './programEmitter.ts';
import { standsForInterface } from './standIns.ts';
import { emitStatement, emitStatements } from './statements.ts';

const membersOf = (type: UserType): readonly Member[] => (type.declaration as ClassDeclaration).members;

export function isExceptionClass(type: UserType): boolean {
  return type.superType?.kind === 'user'
    ? isExceptionClass(type.superType)
    : type.superType?.kind === 'platform' && type.superType.class.form === 'exception';
}

/** Whether the class has anything to set up before its first use. */
export function hasStatics(type: UserType): boolean {
  return membersOf(type).some(
    (member) =>
      (member.kind === 'Initializer' && member.isStatic) ||
      ((member.kind === 'Field' || member.kind === 'Property') && member.modifiers.isStatic),
  );
}

const entryOf = (type: UserType): string =>
  hasStatics(type) ? `${staticsIdentifier(type)} ?? ${initializerIdentifier(type)}();` : '';

export function emitClass(
  shared: ProgramEmitter,
  type: UserType,
  script: { readonly body: Block; readonly place: string } | null = null,
): void {
  const { lines } = shared;
  const parent = type.superType;
  const base =
    parent?.kind === 'user' ? classIdentifier(parent) : isExceptionClass(type) ? '$ApexException' : '$UserObject';
  lines.line(`class ${classIdentifier(type)} extends ${base} {`);
  const slots = [...type.fields.values(), ...type.properties.values()]
    .filter((symbol) => !symbol.isStatic)
    .map((symbol) => `this.${storageSlot(symbol)} = null;`);
  if (slots.length > 0) {
    lines.line(`constructor() { super(); ${slots.join(' ')} }`);
  }
  emitFieldInitializers(shared, type);
  for (const constructor of type.constructors) {
    emitConstructor(shared, type, constructor);
  }
  if (isExceptionClass(type)) {
    lines.line(`${bareSlot(type)}() { this.${fieldsSlot(type)}(); ${superDefault(type)} return this; }`);
  }
  for (const method of [...type.methods.values()].flat()) {
    if (!method.isStatic && method.declaration.body !== null) {
      emitMethod(shared, type, method, method.declaration.body, methodSlot(method));
    }
    if (standsForInterface(method)) {
      lines.line(`${methodSlot(method)}(...$a) { return ${staticMethodIdentifier(method)}(...$a); }`);
    }
  }
  for (const bridge of type.bridges) {
    lines.line(`${methodSlot(bridge)}(...$a) { return this.${methodSlot(bridge.method)}(...$a); }`);
  }
  for (const property of type.properties.values()) {
    if (!property.isStatic) {
      emitAccessors(shared, type, property);
    }
  }
  if (script !== null) {
    emitFunction(shared, {
      owner: type,
      isStatic: false,
      head: '$body()',
      place: script.place,
      at: 0,
      statements: script.body.statements,
      write: (body) => {
        emitStatements(body, script.body.statements);
      },
    });
  }
  lines.line('}');
  lines.line(
    `${classIdentifier(type)}.prototype.apexType = ${JSON.stringify(type.name)}; ${classIdentifier(type)}.prototype.classInfo = ${shared.constants.name(shared.infoOf(type))};`,
  );
  emitStatics(shared, type);
}

function emitFieldInitializers(shared: ProgramEmitter, type: UserType): void {
  emitFunction(shared, {
    owner: type, isStatic: false, head: `${fieldsSlot(type)}()`, place: placeOf(type, '<init>'), at: 0, isPartOfConstructor: true,
    statements: blocksOf(type, false),
    write: (body) => {
      emitInitializers(type, false, (slot, text, at) => {
        body.line(`${body.count(at)}this.${slot} = ${text};`, at);
      }, body);
    },
  }); // prettier-ignore
}

const blocksOf = (type: UserType, isStatic: boolean): readonly Statement[] =>
  membersOf(type).flatMap((member) =>
    member.kind === 'Initializer' && member.isStatic === isStatic ? [member.body] : [],
  );

/** Initializers of variables and initializer blocks, in the order they are written. */
function emitInitializers(
  type: UserType,
  isStatic: boolean,
  store: (slot: string, text: string, at: number) => void,
  body: Parameters<typeof emit>[0],
): void {
  for (const member of membersOf(type)) {
    if (member.kind === 'Initializer' && member.isStatic === isStatic) {
      emitStatement(body, member.body);
    } else if (member.kind === 'Field' && member.modifiers.isStatic === isStatic && member.initializer !== null) {
      const symbol = type.fields.get(member.name.toLowerCase());
      if (symbol !== undefined) {
        store(storageSlot(symbol), emit(body, member.initializer), member.at);
      }
    }
  }
}

/** Calls what a constructor calls when it does not say `super(…)`. */
function superDefault(type: UserType): string {
  const parent: ApexType | null = type.superType;
  if (parent?.kind !== 'user') {
    return '';
  }
  const constructor = parent.constructors.find((one) => one.parameterTypes.length === 0);
  return constructor === undefined
    ? isExceptionClass(parent)
      ? `this.${bareSlot(parent)}();`
      : ''
    : `this.${constructorSlot(constructor)}();`;
}

function chainOf(declaration: ConstructorDeclaration | null): 'this' | 'super' | null {
  const first = declaration?.body.statements[0];
  const name =
    first?.kind === 'Expression' && first.expression.kind === 'Call' && first.expression.target === null
      ? first.expression.name.toLowerCase()
      : null;
  return name === 'this' || name === 'super' ? name : null;
}

function emitConstructor(shared: ProgramEmitter, type: UserType, constructor: ConstructorSymbol): void {
  const { declaration } = constructor;
  const statements = declaration?.body.statements ?? [];
  const chain = chainOf(declaration);
  emitFunction(shared, {
    owner: type, isStatic: false, isConstructor: true, head: `${constructorSlot(constructor)}(${parameters(shared, declaration?.parameters ?? [])})`,
    place: placeOf(type, '<init>'), at: declaration?.at ?? type.declaration.at, statements, entry: entryOf(type),
    write: (body) => {
      const [first, ...rest] = statements;
      const at = declaration?.at ?? type.declaration.at;
      if (chain !== 'this') {
        body.line(`this.${fieldsSlot(type)}();`, at);
      }
      if (chain === null) {
        body.line(superDefault(type), at);
      } else if (first !== undefined) {
        emitStatement(body, first);
      }
      emitStatements(body, chain === null ? statements : rest);
      body.line('return this;');
    },
  }); // prettier-ignore
}

function parameters(shared: ProgramEmitter, declared: readonly object[]): string {
  return declared
    .map((parameter, index) => {
      const local = shared.program.locals.get(parameter);
      return local === undefined ? `$p${index}` : localIdentifier(local);
    })
    .join(', ');
}

function emitMethod(shared: ProgramEmitter, type: UserType, method: MethodSymbol, block: Block, name: string): void {
  emitFunction(shared, {
    owner: type, isStatic: method.isStatic, head: `${name}(${parameters(shared, method.declaration.parameters)})`, place: placeOf(type, method.name),
    at: method.declaration.at, method: method.name.toLowerCase(), statements: block.statements, entry: method.isStatic ? entryOf(type) : '',
    write: (body) => {
      emitStatements(body, block.statements);
    },
  }); // prettier-ignore
}

/** Accessors that have code, or that subclasses may replace. */
function emitAccessors(shared: ProgramEmitter, type: UserType, property: PropertySymbol): void {
  const { getter, setter, at } = property.declaration;
  const isStatic = property.isStatic;
  const common = { owner: type, isStatic, place: placeOf(type, `__sfdc_${property.name}`) };
  const storage = isStatic
    ? `(${staticsIdentifier(type)} ?? ${initializerIdentifier(type)}()).${storageSlot(property)}`
    : `this.${storageSlot(property)}`;
  const start = isStatic ? 'function ' : '';
  if (getter !== null && !isPlain(property, 'getter')) {
    const statements = getter.body?.statements ?? [];
    emitFunction(shared, {
      ...common,
      at: getter.at,
      statements,
      head: `${start}${isStatic ? staticGetter(property) : getterSlot(property)}()`,
      write: (body) => {
        if (getter.body === null) {
          body.line(`return ${storage};`, at);
        }
        emitStatements(body, statements);
      },
    });
  }
  if (setter !== null && !isPlain(property, 'setter')) {
    const statements = setter.body?.statements ?? [];
    const value = shared.program.locals.get(setter);
    const parameter = value === undefined ? '$p0' : localIdentifier(value);
    emitFunction(shared, {
      ...common,
      at: setter.at,
      statements,
      head: `${start}${isStatic ? staticSetter(property) : setterSlot(property)}(${parameter})`,
      write: (body) => {
        if (setter.body === null) {
          body.line(`${storage} = ${parameter};`, at);
        }
        emitStatements(body, statements);
      },
    });
  }
}

function emitStatics(shared: ProgramEmitter, type: UserType): void {
  for (const method of [...type.methods.values()].flat()) {
    if (method.isStatic && method.declaration.body !== null) {
      emitMethod(shared, type, method, method.declaration.body, `function ${staticMethodIdentifier(method)}`);
    }
  }
  for (const property of type.properties.values()) {
    if (property.isStatic) {
      emitAccessors(shared, type, property);
    }
  }
  if (!hasStatics(type)) {
    return;
  }
  const slots = [...type.fields.values(), ...type.properties.values()]
    .filter((symbol) => symbol.isStatic)
    .map((symbol) => `${storageSlot(symbol)}: null`);
  const parent = type.superType;
  const parentFirst = parent?.kind === 'user' ? entryOf(parent) : '';
  emitFunction(shared, {
    owner: type, isStatic: true, head: `function ${initializerIdentifier(type)}()`, place: placeOf(type, '<clinit>'), at: type.declaration.at,
    statements: blocksOf(type, true), entry: `${parentFirst} const $s = ${staticsIdentifier(type)} = { ${slots.join(', ')} };`,
    write: (body) => {
      emitInitializers(type, true, (slot, text, at) => {
        body.line(`${body.count(at)}$s.${slot} = ${text};`, at);
      }, body);
      body.line('return $s;');
    },
  }); // prettier-ignore
}
