/** Formula text to code: parsed, checked and turned into closures once, run for each record. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../data/schema.ts';
import type { ApexContext } from './apexContext.ts';
import { kindOf } from './fieldValues.ts';
import type { Purpose } from './functions/define.ts';
import { FUNCTIONS, REFUSED } from './functions/index.ts';
import { FormulaNumber } from './number.ts';
import { binary, unary } from './operators.ts';
import { parseFormula } from './parse.ts';
import { FormulaProblem } from './problem.ts';
import { reference, type Scope } from './references.ts';
import type { FormulaNode } from './tree.ts';
import { nameOf, typed, type Kind, type Typed } from './typed.ts';

/** Compiles the formulas of one org. What it keeps depends on the schema alone. */
export class FormulaCompiler {
  readonly #schema: OrgSchema;
  readonly #hasLabel: Scope['hasLabel'];
  readonly #fields = new Map<FieldInfo, Typed>();
  /** Formula fields being compiled, outermost first: one that is met again refers to itself. */
  readonly #open: FieldInfo[] = [];

  constructor(schema: OrgSchema, hasLabel: Scope['hasLabel']) {
    this.#schema = schema;
    this.#hasLabel = hasLabel;
  }

  /** The code of a formula field. Throws a FormulaProblem. */
  field(object: ObjectInfo, field: FieldInfo, at = 0): Typed {
    const known = this.#fields.get(field);
    if (known !== undefined) {
      return known;
    }
    if (this.#open.includes(field)) {
      throw new FormulaProblem(
        `The formula references itself: ${[...this.#open, field].map((one) => one.name).join(' > ')}`,
        at,
      );
    }
    this.#open.push(field);
    try {
      const compiled = this.#compile(field.formula ?? 'NULL', object, 'field', field.blanksAsZero);
      // The field keeps its declared type, and a chain reads it without rounding.
      const result = fitting(compiled, kindOf(field, at, 'rule'), at);
      this.#fields.set(field, result);
      return result;
    } finally {
      this.#open.pop();
    }
  }

  /** A condition over a record: validation rules. */
  rule(object: ObjectInfo, text: string): Typed {
    return fitting(this.#compile(text, object, 'rule', false), 'boolean', 0);
  }

  /** A default value: globals and functions, no fields. */
  defaultValue(object: ObjectInfo, field: FieldInfo): Typed {
    return fitting(
      this.#compile(field.defaultFormula ?? 'NULL', object, 'default', false),
      kindOf(field, 0, 'rule'),
      0,
    );
  }

  /** Any formula, for tests and tools. */
  expression(object: ObjectInfo | null, text: string, purpose: Purpose, blanksAsZero: boolean): Typed {
    return this.#compile(text, object, purpose, blanksAsZero);
  }

  /** A formula over objects of Apex, with the functions of validation rules. */
  overApex(context: ApexContext, text: string, wanted: Kind, blanksAsZero: boolean): Typed {
    return fitting(this.#compile(text, null, 'rule', blanksAsZero, context), wanted, 0);
  }

  #compile(
    text: string,
    object: ObjectInfo | null,
    purpose: Purpose,
    blanksAsZero: boolean,
    context: ApexContext | null = null,
  ): Typed {
    const scope: Scope = {
      context,
      schema: this.#schema,
      object,
      namespace: object?.namespace ?? '',
      purpose,
      blanksAsZero,
      hasLabel: this.#hasLabel,
      formulaField: (owner, field, at) => this.field(owner, field, at),
    };
    return compileNode(parseFormula(text), scope);
  }
}

/** Text formulas may show a picklist's text only through TEXT(); a picklist default is text. */
function fitting(compiled: Typed, wanted: Kind, at: number): Typed {
  const isText = (kind: Kind): boolean => kind === 'text' || kind === 'picklist' || kind === 'multipicklist';
  if (compiled.kind === 'null' || compiled.kind === wanted || (isText(wanted) && compiled.kind === 'text')) {
    return compiled.kind === wanted ? compiled : { ...compiled, kind: wanted };
  }
  throw new FormulaProblem(
    `Formula result is data type (${nameOf(compiled.kind)}), incompatible with expected data type (${nameOf(wanted)}).`,
    at,
  );
}

function compileNode(node: FormulaNode, scope: Scope): Typed {
  switch (node.kind) {
    case 'number': {
      const value = new FormulaNumber(node.text);
      return typed('number', node.at, () => value);
    }
    case 'text':
      return typed('text', node.at, () => node.value, null, node.value);
    case 'boolean':
      return typed('boolean', node.at, () => node.value);
    case 'null':
      return typed('null', node.at, () => null);
    case 'path':
      return reference(scope, node.parts, node.at);
    case 'unary':
      return unary(node.operator, compileNode(node.operand, scope), node.at);
    case 'binary':
      return binary(node.operator, compileNode(node.left, scope), compileNode(node.right, scope), node.at);
    case 'call':
      return compileCall(node, scope);
  }
}

function compileCall(node: Extract<FormulaNode, { kind: 'call' }>, scope: Scope): Typed {
  const name = node.name.toUpperCase();
  const found = FUNCTIONS.get(name);
  if (found === undefined) {
    throw REFUSED.has(name)
      ? new FormulaProblem(`The formula function ${name}()`, node.at, true)
      : new FormulaProblem(`Unknown function ${node.name}. Check spelling.`, node.at);
  }
  const count = node.parameters.length;
  if (count < found.minimum || count > found.maximum) {
    throw new FormulaProblem(
      `Incorrect number of parameters for function '${name}()'. Expected ${count < found.minimum ? found.minimum : found.maximum}, received ${count}`,
      node.at,
    );
  }
  if (found.purposes !== undefined && !found.purposes.includes(scope.purpose)) {
    throw new FormulaProblem(`Function ${name} may not be used in this type of formula`, node.at);
  }
  if (found.compileRaw !== undefined) {
    return found.compileRaw(
      node.parameters,
      (inner) => compileNode(inner, scope),
      scope.schema,
      scope.namespace,
      node.at,
    );
  }
  return found.compile({
    name,
    at: node.at,
    parameters: node.parameters.map((one) => compileNode(one, scope)),
    purpose: scope.purpose,
  });
}
