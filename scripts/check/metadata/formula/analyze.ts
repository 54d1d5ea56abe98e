import { resolvePath } from '../model/paths.ts';
import type { FieldModel } from '../model/objects.ts';
import type { ProjectModel } from '../model/project.ts';
import { didYouMean } from '../rule.ts';
import { FUNCTIONS, ONLY_WHEN_SAVING, type FormulaFunction, type FormulaType } from './functions.ts';
import { resolveGlobal } from './globals.ts';
import { parseFormula, type FormulaNode } from './parse.ts';
import { FormulaError } from './tokens.ts';

export interface FormulaProblem {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

export interface FormulaPlace {
  readonly object: string;
  /** The field the formula computes, which it must not use itself. */
  readonly field: string | null;
  readonly result: FormulaType | null;
}

const TYPES: Readonly<Record<string, FormulaType>> = {
  Text: 'text',
  TextArea: 'text',
  LongTextArea: 'text',
  Html: 'text',
  AutoNumber: 'text',
  Email: 'text',
  Phone: 'text',
  Url: 'text',
  Lookup: 'text',
  MasterDetail: 'text',
  Id: 'text',
  Number: 'number',
  Currency: 'number',
  Percent: 'number',
  Summary: 'number',
  Decimal: 'number',
  Integer: 'number',
  Double: 'number',
  Long: 'number',
  Checkbox: 'checkbox',
  Boolean: 'checkbox',
  Date: 'date',
  DateTime: 'datetime',
  Datetime: 'datetime',
  Time: 'time',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Location: 'location',
};

export function formulaType(metadataType: string): FormulaType {
  return TYPES[metadataType] ?? 'any';
}

/** All that is wrong with a formula: syntax first, else functions, references, types and picklist values. */
export function analyzeFormula(model: ProjectModel, source: string, place: FormulaPlace): readonly FormulaProblem[] {
  try {
    const analysis = new Analysis(model, place);
    const tree = parseFormula(source);
    const type = analysis.typeOf(tree);
    if (place.result !== null && !fits(type, place.result)) {
      analysis.report(
        tree.offset,
        `The formula results in ${type}, not ${place.result}`,
        `Make it result in ${place.result}.`,
      );
    }
    return analysis.problems;
  } catch (error: unknown) {
    if (error instanceof FormulaError) {
      return [{ offset: error.offset, message: error.message, fix: 'Correct the formula at this place.' }];
    }
    throw error;
  }
}

function fits(type: FormulaType, wanted: FormulaType): boolean {
  return type === 'any' || wanted === 'any' || type === wanted;
}

class Analysis {
  readonly problems: FormulaProblem[] = [];
  readonly #model: ProjectModel;
  readonly #place: FormulaPlace;

  constructor(model: ProjectModel, place: FormulaPlace) {
    this.#model = model;
    this.#place = place;
  }

  report(offset: number, message: string, fix: string): void {
    this.problems.push({ offset, message, fix });
  }

  typeOf(node: FormulaNode): FormulaType {
    switch (node.kind) {
      case 'string':
        return 'text';
      case 'number':
        return 'number';
      case 'boolean':
        return 'checkbox';
      case 'null':
        return 'any';
      case 'reference':
        return this.#reference(node.path, node.offset);
      case 'unary':
        return this.#unary(node.operator, node.right);
      case 'binary':
        return this.#binary(node);
      case 'call':
        return this.#call(node.name, node.args, node.offset);
    }
  }

  #reference(path: string, offset: number): FormulaType {
    if (path.startsWith('$')) {
      const global = resolveGlobal(this.#model, path);
      if ('problem' in global) {
        this.report(offset, global.problem, 'Name something that exists.');
        return 'any';
      }
      return formulaType(global.type);
    }
    const found = resolvePath(this.#model, this.#place.object, path);
    if ('problem' in found) {
      this.report(
        offset,
        found.problem,
        `Name a field that exists.${didYouMean(path.split('.').at(-1) ?? '', found.near)}`,
      );
      return 'any';
    }
    if (found.field.name === this.#place.field && found.object.name === this.#place.object) {
      this.report(offset, `The formula uses its own field ${path}`, 'Compute the value from other fields.');
    }
    if (this.#place.field !== null && ['LongTextArea', 'Html'].includes(found.field.type)) {
      this.report(
        offset,
        `A formula field cannot read the long text ${path}`,
        'Use a Text field, or a flag set in Apex.',
      );
    }
    return formulaType(found.field.type);
  }

  #unary(operator: string, right: FormulaNode): FormulaType {
    const wanted: FormulaType = operator === '!' ? 'checkbox' : 'number';
    this.#expect(right, wanted, `operator ${operator}`);
    return wanted;
  }

  #binary(node: FormulaNode & { kind: 'binary' }): FormulaType {
    const { operator, left, right, offset } = node;
    if (operator === '&&' || operator === '||') {
      this.#expect(left, 'checkbox', `operator ${operator}`);
      this.#expect(right, 'checkbox', `operator ${operator}`);
      return 'checkbox';
    }
    const [a, b] = [this.typeOf(left), this.typeOf(right)];
    if (['=', '==', '<>', '!=', '<', '>', '<=', '>='].includes(operator)) {
      this.#comparison(node, a, b);
      return 'checkbox';
    }
    if (operator === '&') {
      return 'text';
    }
    const result = arithmetic(operator, a, b);
    if (result === null) {
      this.report(offset, `Operator ${operator} cannot join ${a} and ${b}`, 'Convert one of the two sides.');
    }
    return result ?? 'any';
  }

  #comparison(node: FormulaNode & { kind: 'binary' }, a: FormulaType, b: FormulaType): void {
    if (a === 'picklist' || b === 'picklist' || a === 'multipicklist' || b === 'multipicklist') {
      this.report(
        node.offset,
        'A picklist cannot be compared directly',
        'Use ISPICKVAL(), or TEXT() around the field.',
      );
    } else if (!fits(a, b)) {
      this.report(
        node.offset,
        `Operator ${node.operator} cannot compare ${a} with ${b}`,
        'Convert one of the two sides.',
      );
    }
    for (const [call, literal] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      if (call.kind === 'call' && call.name === 'TEXT') {
        this.#picklistValue(call.args[0], literal);
      }
    }
  }

  #call(name: string, args: readonly FormulaNode[], offset: number): FormulaType {
    const known = FUNCTIONS[name];
    if (known === undefined) {
      const fix = `Use a function that exists.${didYouMean(name, Object.keys(FUNCTIONS))}`;
      this.report(offset, `There is no function ${name}()`, fix);
      args.forEach((each) => this.typeOf(each));
      return 'any';
    }
    if (args.length < known.least || args.length > known.most) {
      const count = known.least === known.most ? `${known.least}` : `${known.least} to ${known.most}`;
      this.report(offset, `${name}() takes ${count} arguments, here it has ${args.length}`, 'Correct the arguments.');
    }
    if (this.#place.field !== null && ONLY_WHEN_SAVING.has(name)) {
      this.report(
        offset,
        `A formula field cannot call ${name}()`,
        'Use it in a validation rule, or compute the value in Apex.',
      );
    }
    const types = args.map((each, index) => this.#expect(each, wantedType(known, index), `${name}()`));
    if (name === 'ISPICKVAL' || name === 'INCLUDES') {
      this.#picklistValue(args[0], args[1]);
    } else if (name === 'CASE') {
      args
        .slice(1, -1)
        .filter((_, index) => index % 2 === 0)
        .forEach((each) => this.#picklistValue(args[0], each));
    }
    const results = name === 'IF' ? types.slice(1) : types.slice(0, 1);
    const [first = 'any', ...others] = results;
    const other = others.find((each) => !fits(each, first));
    if (name === 'IF' && other !== undefined) {
      this.report(offset, `IF() results in ${first} or ${other}`, 'Let both branches have one type.');
    }
    return known.result === 'same' ? (results.find((each) => each !== 'any') ?? 'any') : known.result;
  }

  #expect(node: FormulaNode, wanted: FormulaType, where: string): FormulaType {
    const type = this.typeOf(node);
    if (!fits(type, wanted)) {
      this.report(node.offset, `${where} takes ${wanted}, here it gets ${type}`, `Give it a ${wanted}.`);
    }
    return type;
  }

  #picklistValue(of: FormulaNode | undefined, literal: FormulaNode | undefined): void {
    const inner = of?.kind === 'call' && (of.name === 'TEXT' || of.name === 'PRIORVALUE') ? of.args[0] : of;
    if (inner?.kind !== 'reference' || literal?.kind !== 'string' || literal.text === '') {
      return;
    }
    const found = resolvePath(this.#model, this.#place.object, inner.path);
    const field: FieldModel | null = 'field' in found ? found.field : null;
    if (field !== null && field.picklist !== null && !field.picklist.includes(literal.text)) {
      const fix = `Use one of its values.${didYouMean(literal.text, field.picklist)}`;
      this.report(literal.offset, `Picklist ${field.name} has no value "${literal.text}"`, fix);
    }
  }
}

function wantedType(known: FormulaFunction, index: number): FormulaType {
  return (typeof known.args === 'string' ? known.args : known.args?.[index]) ?? 'any';
}

const MOMENTS: readonly FormulaType[] = ['date', 'datetime', 'time'];

/** Null where the platform refuses the two types; `any` where one of them is not known. */
function arithmetic(operator: string, a: FormulaType, b: FormulaType): FormulaType | null {
  if (a === 'any' || b === 'any') {
    return 'any';
  }
  if (a === 'number' && b === 'number') {
    return 'number';
  }
  if (operator === '+' && a === 'text' && b === 'text') {
    return 'text';
  }
  if (operator === '-' && a === b && MOMENTS.includes(a)) {
    return 'number';
  }
  if (MOMENTS.includes(a) && b === 'number' && (operator === '+' || operator === '-')) {
    return a;
  }
  return operator === '+' && a === 'number' && MOMENTS.includes(b) ? b : null;
}
