/** Calls no class declares: of enums, of every object, of settings, and `addError` on a field. */
import type { ApexType } from '../types.ts';
import { signatureOf } from '../bind/signatures.ts';
import { BOOLEAN, INTEGER, OBJECT, STRING, UNKNOWN, VOID } from '../bind/typePool.ts';
import type { Body } from './body.ts';
import { convertArguments, type CallNode } from './calls.ts';
import { isEnum, isException } from './conversions.ts';
import { platformType } from './fieldTypes.ts';
import { chooseOverload } from './overloads.ts';
import { bindRow } from './platformCalls.ts';

/** `values()`, `valueOf(text)`, `name()`, `ordinal()`; null when the call is none of them. */
export function enumCall(
  body: Body,
  call: CallNode,
  type: ApexType,
  args: readonly ApexType[],
  isStatic: boolean,
): ApexType | null {
  if (!isEnum(type)) {
    return null;
  }
  const folded = call.name.toLowerCase();
  if (isStatic && folded === 'values' && args.length === 0) {
    return body.set(call, body.world.pool.list(type), { kind: 'enumMethod', type, name: 'values' });
  }
  if (
    isStatic &&
    folded === 'valueof' &&
    args.length === 1 &&
    body.conversions.isArgument(args[0] ?? UNKNOWN, STRING)
  ) {
    convertArguments(body, call.arguments, [STRING]);
    return body.set(call, type, { kind: 'enumMethod', type, name: 'valueOf' });
  }
  if (!isStatic && (folded === 'values' || folded === 'valueof')) {
    // A variable of the type's name hides the type.
    const result = folded === 'values' ? `List<${type.name}>` : type.name;
    return body.set(
      call,
      body.fail(
        call.at,
        'STATIC_METHOD_CONTEXT',
        `${result} ${type.name}.${signatureOf(folded === 'values' ? 'values' : 'valueOf', folded === 'values' ? [] : [STRING])}`,
      ),
    );
  }
  if (!isStatic && folded === 'name' && args.length === 0) {
    return body.set(call, STRING, { kind: 'enumMethod', type, name: 'name' });
  }
  if (!isStatic && folded === 'ordinal' && args.length === 0) {
    return body.set(call, INTEGER, { kind: 'enumMethod', type, name: 'ordinal' });
  }
  return null;
}

/** `toString()`, `equals(Object)`, `hashCode()`, and `clone()` of user classes. */
export function objectCall(body: Body, call: CallNode, type: ApexType, args: readonly ApexType[]): ApexType | null {
  const folded = call.name.toLowerCase();
  if (folded === 'tostring' && args.length === 0) {
    return body.set(call, STRING, { kind: 'objectMethod', name: 'toString' });
  }
  if (folded === 'hashcode' && args.length === 0) {
    return body.set(call, INTEGER, { kind: 'objectMethod', name: 'hashCode' });
  }
  if (folded === 'equals' && args.length === 1) {
    convertArguments(body, call.arguments, [OBJECT]);
    return body.set(call, BOOLEAN, { kind: 'objectMethod', name: 'equals' });
  }
  if (folded === 'clone' && args.length === 0 && type.kind === 'user' && type.form === 'class' && !isException(type)) {
    return body.set(call, type, { kind: 'objectMethod', name: 'clone' });
  }
  return null;
}

const SETTINGS: ReadonlySet<string> = new Set(['listSetting', 'hierarchySetting', 'customMetadata']);

/** `Setting__c.getInstance()`, `Type__mdt.getAll()`, `Account.getSObjectType()`: statics of the generic row class. */
export function settingCall(
  body: Body,
  call: CallNode,
  type: Extract<ApexType, { kind: 'sobject' }>,
  args: readonly ApexType[],
): ApexType {
  const { world } = body;
  const { object } = type;
  const folded = call.name.toLowerCase();
  if (object === null) {
    return body.set(call, body.fail(call.at, 'METHOD_MISSING', signatureOf(call.name, args), type.name));
  }
  if (folded === 'getsobjecttype' && args.length === 0) {
    return body.set(call, platformType(world, 'Schema.SObjectType'), { kind: 'objectToken', object });
  }
  const namesake = world.catalog.find(object.name);
  const rows = world.platform.methods(type, folded).filter((one) => one.method.isStatic && SETTINGS.has(object.kind));
  const candidates =
    rows.length > 0 || namesake === null
      ? rows
      : world.platform.methods(world.pool.platform(namesake), folded).filter((one) => one.method.isStatic);
  const choice = chooseOverload(world, body.conversions, candidates, args);
  if (choice.kind === 'none') {
    // An object may share its name with a class, as BusinessHours does; a setting has the statics of every row.
    const className = SETTINGS.has(object.kind) ? 'System.SObject' : `System.${object.name}`;
    const isKnown = world.catalog.knownOverloads(className, folded, args.length) > candidates.length;
    body.report(
      call.at,
      isKnown ? 'UNSUPPORTED' : 'METHOD_MISSING',
      isKnown ? `${type.name}.${signatureOf(call.name, args)}` : signatureOf(call.name, args),
      type.name,
    );
    return body.set(call, UNKNOWN);
  }
  const found = choice.kind === 'one' ? choice.chosen : choice.first;
  convertArguments(body, call.arguments, found.parameterTypes);
  const boundTo = rows.length > 0 ? object : null;
  const result = boundTo === null ? found.returnType : bindRow(body, found.returnType, boundTo);
  return body.set(call, result, { kind: 'platformMethod', owner: found.owner, method: found.method, boundTo });
}

/** `row.Field.addError('…')`; null when the call is not one. */
export function fieldErrorCall(body: Body, call: CallNode, args: readonly ApexType[]): ApexType | null {
  if (call.name.toLowerCase() !== 'adderror' || call.target === null) {
    return null;
  }
  const reference = body.referenceOf(call.target);
  const type = body.world.info.get(call.target)?.type;
  if (
    type === undefined ||
    (type.kind === 'sobject' && reference?.kind !== 'sobjectField') ||
    type.kind === 'platform'
  ) {
    return null;
  }
  if (reference?.kind !== 'sobjectField') {
    return body.set(call, body.fail(call.at, 'ADD_ERROR_FIELD'));
  }
  const [first = UNKNOWN, second = BOOLEAN] = args;
  const isText = body.conversions.isArgument(first, STRING) || isException(first);
  if (args.length < 1 || args.length > 2 || !isText || !body.conversions.isArgument(second, BOOLEAN)) {
    return body.set(call, body.fail(call.at, 'METHOD_MISSING', signatureOf(call.name, args), type.name));
  }
  return body.set(call, VOID, { kind: 'fieldError', object: reference.object, field: reference.field });
}
