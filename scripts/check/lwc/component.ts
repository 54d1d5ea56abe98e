import ts from 'typescript';

/** One `import … from '…'` that is still there once types are erased. */
export interface ModuleImport {
  readonly module: string;
  /** The names in braces, as the module exports them. */
  readonly names: readonly string[];
  readonly line: number;
}

/** What a template and a parent can see of a component's class. */
export interface ComponentClass {
  /** Properties and accessors with `@api`; methods are not attributes. */
  readonly properties: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** False when the class inherits from something whose members are not in this file. */
  readonly membersAreKnown: boolean;
}

export interface ComponentScript {
  readonly imports: readonly ModuleImport[];
  /** Undefined for a module that exports no component. */
  readonly component: ComponentClass | undefined;
}

/** Members that LightningElement gives every template. */
const INHERITED = ['refs', 'template', 'title', 'hidden', 'isConnected'];

/** Reads a bundle's main file without resolving anything: syntax says all that templates and parents need. */
export function readComponent(text: string, file: string): ComponentScript {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const component = source.statements.find(isDefaultClass);
  return {
    imports: source.statements.flatMap((statement) => readImport(statement, source)),
    component: component ? readClass(component) : undefined,
  };
}

function isDefaultClass(statement: ts.Statement): statement is ts.ClassDeclaration {
  return (
    ts.isClassDeclaration(statement) &&
    (statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false)
  );
}

/** Type-only imports and names leave no trace in the code, so they are no imports. */
function readImport(statement: ts.Statement, source: ts.SourceFile): ModuleImport[] {
  const parts = partsOf(statement);
  if (!parts?.module || !ts.isStringLiteral(parts.module)) {
    return [];
  }
  const values = parts.elements.filter((element) => !element.isTypeOnly);
  return [
    {
      module: parts.module.text,
      names: values.map((element) => (element.propertyName ?? element.name).text),
      line: source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1,
    },
  ];
}

interface ImportParts {
  readonly module: ts.Expression | undefined;
  readonly elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[];
}

function partsOf(statement: ts.Statement): ImportParts | undefined {
  if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
    const bindings = statement.importClause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    return { module: statement.moduleSpecifier, elements };
  }
  if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
    const bindings = statement.exportClause;
    const elements = bindings && ts.isNamedExports(bindings) ? [...bindings.elements] : [];
    return { module: statement.moduleSpecifier, elements };
  }
  return undefined;
}

function readClass(node: ts.ClassDeclaration): ComponentClass {
  const named = node.members.flatMap((member) =>
    member.name && ts.isIdentifier(member.name) ? [{ name: member.name.text, member }] : [],
  );
  const base = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
    ?.expression;
  return {
    properties: new Set(
      named.filter(({ member }) => isApi(member) && !ts.isMethodDeclaration(member)).map(({ name }) => name),
    ),
    members: new Set([...INHERITED, ...named.map(({ name }) => name)]),
    membersAreKnown: base !== undefined && isLightningElement(base),
  };
}

function isApi(member: ts.ClassElement): boolean {
  return (
    ts.canHaveDecorators(member) &&
    (ts.getDecorators(member)?.some((decorator) => decorator.expression.getText() === 'api') ?? false)
  );
}

/** `LightningElement`, alone or in the platform's NavigationMixin, which adds no member that a template could name. */
function isLightningElement(base: ts.Expression): boolean {
  if (ts.isCallExpression(base) && base.expression.getText() === 'NavigationMixin') {
    return base.arguments.length === 1 && base.arguments[0] !== undefined && isLightningElement(base.arguments[0]);
  }
  return base.getText() === 'LightningElement';
}
