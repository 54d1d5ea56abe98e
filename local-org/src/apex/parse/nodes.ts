/** The generated parser types every part of a rule as present; at run time an absent part is null. */
import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { Position } from '../ast.ts';
import { positionOf } from './syntaxFault.ts';

export function optional<Part>(part: Part): Part | null {
  return part;
}

export function at(context: ApexParserRuleContext): Position {
  return positionOf(context.start);
}

/** The spelling of a rule that is always one token. */
export function word(context: ApexParserRuleContext): string {
  return context.start.text;
}
