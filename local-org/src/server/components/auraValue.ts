/**
 * What Apex returns to components: rows as their fields, objects of user classes as their `@AuraEnabled` members,
 * moments in UTC with milliseconds, nulls of objects left out as the platform does.
 */
import type { PropertyDeclaration, FieldDeclaration } from '../../apex/ast.ts';
import type { UserType } from '../../apex/types.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/collections.ts';
import { EnumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { SObjectValue } from '../../runtime/sobject.ts';
import { readMember } from '../../runtime/userClass.ts';
import { serialize } from '../../system/System/json/serialize.ts';
import { ApexDatetime } from '../../values/temporal.ts';

export function auraValue(runtime: Runtime, value: ApexValue): unknown {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'bigint' ? Number(value) : value;
  }
  if (value instanceof ApexList) {
    return value.items.map((item) => auraValue(runtime, item));
  }
  if (value instanceof ApexSet) {
    return [...value.values()].map((item) => auraValue(runtime, item));
  }
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      [...value.entries.values()].map(({ key, value: item }) => [runtime.text(key), auraValue(runtime, item)]),
    );
  }
  if (value instanceof SObjectValue) {
    return rowValue(runtime, value);
  }
  if (value instanceof EnumValue) {
    return value.name;
  }
  if (value instanceof ApexDatetime) {
    return value.toIsoString();
  }
  const members = runtime.org.program.membersOf(value);
  if (members === null) {
    return JSON.parse(serialize(runtime, value, false, false)) as unknown;
  }
  const shown = auraEnabledNames(runtime, value);
  return Object.fromEntries(
    members
      .filter((member) => shown.has(member.name.toLowerCase()))
      .map((member) => [member.name, readMember(value, member)] as const)
      .filter(([, content]) => content !== null)
      .map(([name, content]) => [name, auraValue(runtime, content)]),
  );
}

function rowValue(runtime: Runtime, row: SObjectValue): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...row.content]
      .filter(([, content]) => content !== null)
      .map(([folded, content]) => [
        row.field(folded)?.name ?? row.spelling.get(folded) ?? folded,
        auraValue(runtime, content),
      ]),
  );
}

/** Lower-case names of the members that carry the annotation, inherited ones too. */
function auraEnabledNames(runtime: Runtime, value: object): ReadonlySet<string> {
  const names = new Set<string>();
  let type = runtime.org.program.findType(runtime.typeName(value), null) as UserType | null;
  while (type !== null && type.kind === 'user') {
    for (const member of [...type.fields.values(), ...type.properties.values()]) {
      if (isAuraEnabled(member.declaration)) {
        names.add(member.name.toLowerCase());
      }
    }
    type = type.superType as UserType | null;
  }
  return names;
}

function isAuraEnabled(declaration: FieldDeclaration | PropertyDeclaration): boolean {
  return declaration.modifiers.annotations.some((one) => one.name.toLowerCase() === 'auraenabled');
}
