import {
  ApexErrorListener,
  ApexParserFactory,
  type ClassBodyDeclarationContext,
  type ClassDeclarationContext,
  type EnumDeclarationContext,
  type ModifierContext,
  type TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { SourceFile } from './files.ts';

/** A type as Apex writes it: `Map<String, List<BudgetView>>` is Map with two arguments. */
export interface ApexTypeRef {
  readonly name: string;
  readonly arguments: readonly ApexTypeRef[];
  readonly line: number;
}

export interface ApexField {
  readonly name: string;
  readonly type: ApexTypeRef;
  /** A field with an initializer is the promise that it is never null. */
  readonly initialized: boolean;
}

export interface ApexMethodModel {
  readonly name: string;
  readonly cacheable: boolean;
  readonly returns: ApexTypeRef | undefined;
  readonly parameters: readonly { readonly name: string; readonly type: ApexTypeRef }[];
}

/** What a Lightning component can see of an Apex type: the members that carry `@AuraEnabled`. */
export interface ApexTypeModel {
  /** `HoursView`, or `HoursView.Line` for an inner type. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly parent: string | undefined;
  readonly fields: readonly ApexField[];
  readonly methods: readonly ApexMethodModel[];
  /** The constants of an enum; undefined for a class. */
  readonly constants: readonly string[] | undefined;
}

class SyntaxErrors extends ApexErrorListener {
  first: { line: number; message: string } | undefined;

  override apexSyntaxError(line: number, _column: number, message: string): void {
    this.first ??= { line, message };
  }
}

/** Parses one class file into its outer type and inner types; a file that does not parse yields its first syntax error. */
export function readApexFile(source: SourceFile): ApexTypeModel[] | { line: number; message: string } {
  const errors = new SyntaxErrors();
  const { parser } = ApexParserFactory.createLexerAndParser(source.text, errors);
  const declaration = parser.compilationUnit().typeDeclaration();
  if (errors.first) {
    return errors.first;
  }
  const outerClass = declaration.classDeclaration();
  if (outerClass) {
    return readClass(outerClass, source.path, '');
  }
  const outerEnum = declaration.enumDeclaration();
  return outerEnum ? [readEnum(outerEnum, source.path, '')] : [];
}

function readClass(context: ClassDeclarationContext, file: string, prefix: string): ApexTypeModel[] {
  const name = prefix + context.id().getText();
  const fields: ApexField[] = [];
  const methods: ApexMethodModel[] = [];
  const inner: ApexTypeModel[] = [];
  for (const body of context.classBody().classBodyDeclaration_list()) {
    const member = body.memberDeclaration();
    const innerClass = member?.classDeclaration();
    const innerEnum = member?.enumDeclaration();
    if (innerClass) {
      inner.push(...readClass(innerClass, file, `${name}.`));
    } else if (innerEnum) {
      inner.push(readEnum(innerEnum, file, `${name}.`));
    } else if (auraEnabled(body)) {
      fields.push(...readFields(body));
      methods.push(...readMethods(body));
    }
  }
  const parent = context.typeRef();
  return [
    {
      name,
      file,
      line: context.start.line,
      parent: parent ? readTypeRef(parent).name : undefined,
      fields,
      methods,
      constants: undefined,
    },
    ...inner,
  ];
}

function readEnum(context: EnumDeclarationContext, file: string, prefix: string): ApexTypeModel {
  const constants = context.enumConstants()?.id_list() ?? [];
  return {
    name: prefix + context.id().getText(),
    file,
    line: context.start.line,
    parent: undefined,
    fields: [],
    methods: [],
    constants: constants.map((constant) => constant.getText()),
  };
}

function readFields(body: ClassBodyDeclarationContext): ApexField[] {
  const property = body.memberDeclaration()?.propertyDeclaration();
  if (property) {
    return [{ name: property.id().getText(), type: readTypeRef(property.typeRef()), initialized: false }];
  }
  const field = body.memberDeclaration()?.fieldDeclaration();
  if (!field) {
    return [];
  }
  const type = readTypeRef(field.typeRef());
  return field
    .variableDeclarators()
    .variableDeclarator_list()
    .map((variable) => ({
      name: variable.id().getText(),
      type,
      initialized: Boolean(variable.expression()) && variable.expression().getText().toLowerCase() !== 'null',
    }));
}

function readMethods(body: ClassBodyDeclarationContext): ApexMethodModel[] {
  const method = body.memberDeclaration()?.methodDeclaration();
  if (!method) {
    return [];
  }
  const parameters = method.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
  const returns = method.typeRef();
  return [
    {
      name: method.id().getText(),
      cacheable: /cacheable=true/i.test(auraEnabled(body)?.getText() ?? ''),
      returns: returns ? readTypeRef(returns) : undefined,
      parameters: parameters.map((parameter) => ({
        name: parameter.id().getText(),
        type: readTypeRef(parameter.typeRef()),
      })),
    },
  ];
}

function auraEnabled(body: ClassBodyDeclarationContext): ModifierContext | undefined {
  return body.modifier_list().find((modifier) => /^@AuraEnabled\b/i.test(modifier.getText()));
}

function readTypeRef(context: TypeRefContext): ApexTypeRef {
  const line = context.start.line;
  const parts = context.typeName_list();
  const last = parts.at(-1);
  const list = last?.typeArguments()?.typeList().typeRef_list() ?? [];
  // List, Set and Map are keywords of the grammar, so the name is the text before the arguments, not an identifier.
  const name = parts.map((part) => part.getText().replace(/<.*$/s, '')).join('.');
  const type = { name, arguments: list.map(readTypeRef), line };
  const isArray = context.arraySubscripts().getText() !== '';
  return isArray ? { name: 'List', arguments: [type], line } : type;
}
