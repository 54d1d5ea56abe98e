/** VLOOKUP: the value of a field of the custom object's record whose name is the one looked for. */
import type { FieldInfo, ObjectInfo, OrgSchema } from '../../../data/schema.ts';
import { FormulaProblem } from '../problem.ts';
import { kindOf, valueOf } from '../fieldValues.ts';
import type { FormulaNode } from '../tree.ts';
import { asText, expectKind, typed } from '../typed.ts';
import type { FunctionTable } from './define.ts';

/** `$ObjectType.Zip_Code__c.Fields.City__c`. */
function fieldAt(
  node: FormulaNode | undefined,
  schema: OrgSchema,
  namespace: string,
): { readonly object: ObjectInfo; readonly field: FieldInfo } {
  const parts = node?.kind === 'path' ? node.parts : [];
  const object =
    parts.length === 4 && parts[0]?.toLowerCase() === '$objecttype' && parts[2]?.toLowerCase() === 'fields'
      ? schema.find(parts[1] ?? '', namespace)
      : null;
  const field = object === null ? null : schema.findField(object, parts[3] ?? '', namespace);
  if (object === null || field === null) {
    throw new FormulaProblem(
      "Incorrect parameter for function 'VLOOKUP()'. Expected a field such as $ObjectType.Object__c.Fields.Field__c",
      node?.at ?? 0,
    );
  }
  return { object, field };
}

export const LOOKUP: FunctionTable = {
  VLOOKUP: {
    minimum: 3,
    maximum: 3,
    purposes: ['rule'],
    compile: (call) => {
      throw new Error(`${call.name} reads its parameters as written`);
    },
    compileRaw(nodes, compile, schema, namespace, at) {
      const result = fieldAt(nodes[0], schema, namespace);
      const key = fieldAt(nodes[1], schema, namespace);
      const wantedNode = nodes[2];
      if (
        result.object !== key.object ||
        !key.field.isNameField ||
        key.object.kind !== 'custom' ||
        wantedNode === undefined
      ) {
        throw new FormulaProblem('VLOOKUP() compares the record name of one custom object', at);
      }
      const wanted = compile(wantedNode);
      expectKind(wanted, ['text'], "function 'VLOOKUP()'");
      return typed(kindOf(result.field, at, 'rule'), at, (frame) => {
        const name = asText(wanted.run(frame));
        for (const row of frame.runtime.org.store.rows(key.object.name)) {
          if (row[key.field.name] === name) {
            return valueOf(result.field, row[result.field.name] ?? null);
          }
        }
        return null;
      });
    },
  },
};
