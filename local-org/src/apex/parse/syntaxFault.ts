/** What the source got wrong, thrown while the tree is built and reported as one `ApexSyntaxError`. */
import type { ApexToken } from '@apexdevtools/apex-parser';
import { position, type Position } from '../ast.ts';

export interface ApexSyntaxError {
  readonly at: Position;
  readonly message: string;
}

export class SyntaxFault extends Error {
  readonly at: Position;

  constructor(at: Position, message: string) {
    super(message);
    this.name = 'SyntaxFault';
    this.at = at;
  }
}

/** Tokens count columns from 0; positions count from 1. */
export function positionOf(token: ApexToken): Position {
  return position(token.line, token.column + 1);
}
