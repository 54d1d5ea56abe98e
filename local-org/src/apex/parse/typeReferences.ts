/** Reads type names as written; nothing is resolved here. */
import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeNamePart, TypeReference } from '../ast.ts';
import { at, optional, word } from './nodes.ts';

export function typeReference(context: TypeRefContext): TypeReference {
  const parts = context
    .typeName_list()
    .map((part) => namePart(word(part), optional(part.typeArguments())?.typeList() ?? null));
  return { at: at(context), parts, arrayDepth: context.arraySubscripts().LBRACK_list().length };
}

export function typeReferences(context: TypeListContext | null): readonly TypeReference[] {
  return context === null ? [] : context.typeRef_list().map(typeReference);
}

/** The type after `new`; `arrayDepth` counts the brackets that follow the name. */
export function createdType(context: CreatedNameContext, arrayDepth: number): TypeReference {
  const parts = context.idCreatedNamePair_list().map((part) => namePart(word(part.anyId()), optional(part.typeList())));
  return { at: at(context), parts, arrayDepth };
}

export function qualifiedType(context: QualifiedNameContext): TypeReference {
  return { at: at(context), parts: context.id_list().map((id) => namePart(word(id), null)), arrayDepth: 0 };
}

function namePart(name: string, typeArguments: TypeListContext | null): TypeNamePart {
  return { name, typeArguments: typeReferences(typeArguments) };
}
