/** Folds a list of modifiers into one record. A modifier stands at most once, and at most one gives access or sharing. */
import type { AnnotationContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers, Position } from '../ast.ts';
import { literalOf } from './literalExpressions.ts';
import { misplaced } from './modifierPlaces.ts';
import { at, optional, word } from './nodes.ts';
import { SyntaxFault } from './syntaxFault.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export const NO_MODIFIERS: Modifiers = {
  access: null,
  isStatic: false,
  isAbstract: false,
  isVirtual: false,
  isOverride: false,
  isFinal: false,
  isTransient: false,
  isTestMethod: false,
  isWebService: false,
  sharing: null,
  annotations: [],
};

export function modifiersOf(contexts: readonly ModifierContext[]): Modifiers {
  if (contexts.length === 0) {
    return NO_MODIFIERS;
  }
  const result: Mutable<Modifiers> = { ...NO_MODIFIERS };
  const annotations: Annotation[] = [];
  const seen = new Set<string>();
  for (const context of contexts) {
    const annotation = optional(context.annotation());
    if (annotation !== null) {
      annotations.push(annotationOf(annotation));
      continue;
    }
    const keyword = word(context).toLowerCase();
    if (seen.has(keyword)) {
      throw new SyntaxFault(at(context), `Duplicate modifier: ${keyword}`);
    }
    seen.add(keyword);
    apply(result, keyword, context);
  }
  return { ...result, annotations };
}

function apply(result: Mutable<Modifiers>, keyword: string, context: ModifierContext): void {
  switch (keyword) {
    case 'private':
    case 'protected':
    case 'public':
    case 'global':
      if (result.access !== null) {
        throw new SyntaxFault(at(context), 'Declarations can only have one scope');
      }
      result.access = keyword;
      return;
    case 'with':
    case 'without':
    case 'inherited':
      refuseSecond(result.sharing, keyword, context);
      result.sharing = keyword;
      return;
    case 'static':
      result.isStatic = true;
      return;
    case 'abstract':
      result.isAbstract = true;
      return;
    case 'virtual':
      result.isVirtual = true;
      return;
    case 'override':
      result.isOverride = true;
      return;
    case 'final':
      result.isFinal = true;
      return;
    case 'transient':
      result.isTransient = true;
      return;
    case 'testmethod':
      result.isTestMethod = true;
      return;
    case 'webservice':
      result.isWebService = true;
      return;
    default:
      throw new SyntaxFault(at(context), `Unexpected token '${keyword}'.`);
  }
}

/** Where no member is declared, a modifier out of place is a fault of the syntax tree already. */
export function refuseMisplaced(modifiers: Modifiers, place: 'locals' | 'parameters', where: Position): void {
  const [first] = misplaced(modifiers, place);
  if (first !== undefined) {
    throw new SyntaxFault(where, `${first} is not allowed on ${place}`);
  }
}

function refuseSecond(first: string | null, second: string, context: ModifierContext): void {
  if (first !== null) {
    throw new SyntaxFault(at(context), `Unexpected token '${second}'.`);
  }
}

function annotationOf(context: AnnotationContext): Annotation {
  const single = optional(context.elementValue());
  const pairs = optional(context.elementValuePairs())?.elementValuePair_list() ?? [];
  const parameters =
    single !== null
      ? [{ name: 'value', value: literalOf(single.literal()) }]
      : pairs.map((pair) => ({ name: word(pair.id()), value: literalOf(pair.elementValue().literal()) }));
  // Numbers are no values: the compiler then takes the whole for no annotation.
  if (parameters.some(({ value }) => value.type !== 'string' && value.type !== 'boolean')) {
    throw new SyntaxFault(at(context), "Unexpected token '@'.");
  }
  return { at: at(context), name: word(context.id()), parameters };
}
