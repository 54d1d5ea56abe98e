/**
 * Inline queries as text. Comments are gone, blanks outside string literals are single, and `:0`, `:1` … stand where
 * the source binds an expression; the number after a date literal (`LAST_N_DAYS:5`) is no bind and stays.
 */
import {
  ApexParser,
  BoundExpressionContext,
  type ApexParseTree,
  type ApexToken,
  type ApexTerminalNode,
  type SoqlLiteralContext,
  type SoslLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import { expressionOf } from './expressions.ts';
import { decodeString } from './literals.ts';
import { at } from './nodes.ts';
import { positionOf, SyntaxFault } from './syntaxFault.ts';

export function soqlExpression(context: SoqlLiteralContext): Expression {
  const query = new QueryText();
  query.add(context.query());
  return { kind: 'Soql', at: at(context), text: query.text, binds: query.binds };
}

export function soslExpression(context: SoslLiteralContext): Expression {
  const query = new QueryText();
  (context.children ?? []).forEach((child) => query.add(child));
  return { kind: 'Sosl', at: at(context), text: query.text, binds: query.binds };
}

class QueryText {
  #text = '';
  #end = -1;
  readonly #binds: Expression[] = [];

  get text(): string {
    return this.#text;
  }

  get binds(): readonly Expression[] {
    return this.#binds;
  }

  add(node: ApexParseTree): void {
    if (node instanceof BoundExpressionContext) {
      this.#append(`:${this.#binds.length}`, node.start.start, (node.stop ?? node.start).stop);
      this.#binds.push(expressionOf(node.expression()));
    } else if (isTerminal(node)) {
      this.#addToken(node.symbol);
    } else {
      const { children } = node as { readonly children?: readonly ApexParseTree[] | null };
      children?.forEach((child) => this.add(child));
    }
  }

  #addToken(token: ApexToken): void {
    switch (token.type) {
      case ApexParser.LBRACK:
      case ApexParser.RBRACK:
        return;
      case ApexParser.MultilineStringLiteral:
        throw new SyntaxFault(positionOf(token), `Unexpected token '${token.text}'.`);
      case ApexParser.StringLiteral:
        decodeString(token);
        break;
      case ApexParser.FindLiteral:
        this.#append(token.text.replace(/^\[\s*(find)\s+/i, '$1 '), token.start, token.stop);
        return;
    }
    this.#append(token.text, token.start, token.stop);
  }

  #append(text: string, start: number, stop: number): void {
    const follows = this.#text !== '' && start > this.#end + 1;
    this.#text += follows ? ` ${text}` : text;
    this.#end = stop;
  }
}

function isTerminal(node: ApexParseTree): node is ApexTerminalNode {
  return 'symbol' in node;
}
