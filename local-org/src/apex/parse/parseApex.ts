/**
 * Apex text to syntax tree. A source with a syntax error yields the first error and, as its unit, an empty declaration
 * named after the file: nothing of a broken file is ever compiled.
 */
import { ApexErrorListener, ApexParserFactory, type ApexParser, type ApexToken } from '@apexdevtools/apex-parser';
import type { CompilationUnit, Expression, Statement } from '../ast.ts';
import { position } from '../ast.ts';
import { expressionOf } from './expressions.ts';
import { describeLexicalError } from './lexicalErrors.ts';
import { describeUnfinished } from './unfinished.ts';
import { NO_MODIFIERS } from './modifiers.ts';
import { statementOf } from './statements.ts';
import { SyntaxFault, type ApexSyntaxError } from './syntaxFault.ts';
import { describeAnonymousError, describeSyntaxError } from './syntaxMessages.ts';
import { settleTokens } from './tokens.ts';
import { anonymousUnit, classUnit, triggerUnit } from './units.ts';

export type { ApexSyntaxError } from './syntaxFault.ts';
export type SourceKind = 'class' | 'trigger' | 'anonymous';

export interface ParseResult {
  readonly unit: CompilationUnit;
  readonly errors: readonly ApexSyntaxError[];
}

type ErrorDescriber = typeof describeSyntaxError;

/** Prediction without and with the full call stack: the first is fast, only the second has no false errors. */
const FAST_PREDICTION = 0;
const FULL_PREDICTION = 1;

export function parseApex(source: string, file: string, kind: SourceKind): ParseResult {
  try {
    return { unit: parseUnit(source, kind), errors: [] };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) {
      throw fault;
    }
    return { unit: emptyUnit(file, kind), errors: [{ at: fault.at, message: fault.message }] };
  }
}

function parseUnit(source: string, kind: SourceKind): CompilationUnit {
  switch (kind) {
    case 'class':
      return classUnit(parseTree(source, (parser) => parser.compilationUnit()));
    case 'trigger':
      return triggerUnit(parseTree(source, (parser) => parser.triggerUnit()));
    case 'anonymous':
      return anonymousUnit(parseTree(source, (parser) => parser.anonymousUnit(), describeAnonymousError));
  }
}

/** Parses one expression; throws a `SyntaxFault`. */
export function parseExpression(source: string): Expression {
  return expressionOf(parseTree(`(${source})`, (parser) => parser.parExpression()).expression());
}

/** Parses one statement; throws a `SyntaxFault`. */
export function parseStatement(source: string): Statement {
  return statementOf(parseTree(source, (parser) => parser.statement()));
}

/** Runs one grammar rule over the source, first with fast prediction, again with full prediction if that failed. */
function parseTree<Tree>(
  source: string,
  rule: (parser: ApexParser) => Tree,
  describe: ErrorDescriber = describeSyntaxError,
): Tree {
  const lexer = ApexParserFactory.createLexer(source);
  lexer.addErrorListener(new LexicalErrors(source));
  const stream = ApexParserFactory.createTokenStream(lexer);
  stream.fill();
  settleTokens(stream.tokens);
  const parser = ApexParserFactory.createParser(stream);
  parser.addErrorListener(new ParserErrors(stream.tokens, describe));
  try {
    parser._interp.predictionMode = FAST_PREDICTION;
    parser.reset();
    return rule(parser);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) {
      throw fault;
    }
    parser._interp.predictionMode = FULL_PREDICTION;
    parser.reset();
    return rule(parser);
  }
}

class LexicalErrors extends ApexErrorListener {
  readonly #source: string;

  constructor(source: string) {
    super();
    this.#source = source;
  }

  override apexSyntaxError(line: number, column: number): void {
    const { at, message } = describeLexicalError(this.#source, line, column);
    throw new SyntaxFault(at, message);
  }
}

class ParserErrors extends ApexErrorListener {
  readonly #tokens: readonly ApexToken[];
  readonly #describe: ErrorDescriber;

  constructor(tokens: readonly ApexToken[], describe: ErrorDescriber) {
    super();
    this.#tokens = tokens;
    this.#describe = describe;
  }

  override syntaxError(
    _recognizer: unknown,
    offending: ApexToken | number,
    line: number,
    column: number,
    complaint: string,
  ): void {
    if (typeof offending === 'number') {
      return this.apexSyntaxError(line, column, complaint);
    }
    const unfinished = describeUnfinished(this.#tokens, offending);
    if (unfinished !== null) {
      throw new SyntaxFault(unfinished.at, unfinished.message);
    }
    const next = this.#tokens.slice(offending.tokenIndex + 1).find((token) => token.channel === 0) ?? null;
    const { at, message } = this.#describe(complaint, offending, next);
    throw new SyntaxFault(at, message);
  }

  override apexSyntaxError(line: number, column: number, complaint: string): void {
    throw new SyntaxFault(position(line, column + 1), complaint);
  }
}

function emptyUnit(file: string, kind: SourceKind): CompilationUnit {
  const at = position(1, 1);
  const name = file.replace(/^.*[\\/]/, '').replace(/\..*$/, '');
  const body = { kind: 'Block', at, statements: [] } as const;
  switch (kind) {
    case 'class':
      return { kind: 'Class', at, name, modifiers: NO_MODIFIERS, extendsType: null, implementsTypes: [], members: [] };
    case 'trigger':
      return { kind: 'Trigger', at, name, objectName: '', events: [], members: [], body };
    case 'anonymous':
      return { kind: 'Anonymous', at, members: [], body };
  }
}
