/** Calls of platform methods. Where the platform has an overload the local org lacks, the call is refused. */
import type { ApexType } from '../types.ts';
import type { ObjectInfo } from '../../data/schema.ts';
import { nameOf, signatureOf } from '../bind/signatures.ts';
import { SOBJECT, UNKNOWN } from '../bind/typePool.ts';
import type { PlatformCallable } from '../bind/platformTypes.ts';
import type { Body } from './body.ts';
import { convertArguments, type CallNode } from './calls.ts';
import { chooseOverload } from './overloads.ts';
import { objectCall } from './specialCalls.ts';

/** Methods whose query text may bind the caller's variables. */
const BINDING: ReadonlySet<string> = new Set(['query', 'countquery', 'getquerylocator']);

export function platformCall(
  body: Body,
  call: CallNode,
  target: ApexType,
  methods: readonly PlatformCallable[],
  args: readonly ApexType[],
  isStatic: boolean,
): ApexType {
  const { world } = body;
  // Objects such as BusinessHours share their name with a class that has the static methods.
  const choice = chooseOverload(
    world,
    body.conversions,
    methods.filter((one) => one.method.isStatic || !isStatic),
    args,
  );
  if (choice.kind === 'none') {
    const common = isStatic ? null : objectCall(body, call, target, args);
    return common ?? refuse(body, call, target, methods, args, isStatic);
  }
  if (choice.kind === 'ambiguous') {
    return body.set(call, body.fail(call.at, 'METHOD_AMBIGUOUS', signatureOf(call.name, args)));
  }
  const found = choice.chosen;
  if (found.method.isStatic && !isStatic) {
    body.report(
      call.at,
      'STATIC_METHOD_CONTEXT',
      `${nameOf(found.returnType)} ${target.name}.${signatureOf(found.method.name, found.parameterTypes)}`,
    );
  }
  convertArguments(body, call.arguments, found.parameterTypes);
  if (found.owner.name === 'System.Database' && BINDING.has(found.method.name.toLowerCase())) {
    world.visibleLocals.set(call, body.visibleLocals());
  }
  return body.set(call, resultOf(body, target, found), {
    kind: 'platformMethod',
    owner: found.owner,
    method: found.method,
    boundTo: null,
  });
}

/** What a method gives that its signature can't say: a clone is of the row's object, a dynamic query may be one row. */
function resultOf(body: Body, target: ApexType, found: PlatformCallable): ApexType {
  const name = found.method.name.toLowerCase();
  if (target.kind === 'sobject' && name === 'clone') {
    return target;
  }
  if (found.owner.name === 'System.Database' && (name === 'query' || name === 'querywithbinds')) {
    return body.world.pool.query(SOBJECT);
  }
  return found.returnType;
}

function refuse(
  body: Body,
  call: CallNode,
  target: ApexType,
  methods: readonly PlatformCallable[],
  args: readonly ApexType[],
  isStatic: boolean,
): ApexType {
  const { catalog, platform } = body.world;
  if (args.some((one) => one.kind === 'unknown')) {
    return body.set(call, UNKNOWN);
  }
  const inherited = [target, ...platform.superTypes(target)].map((one) => platform.classNameOf(one));
  const ours = methods.filter((one) => one.parameterTypes.length === args.length).length;
  const className = inherited.find((one) => catalog.knownOverloads(one, call.name, args.length) > ours);
  if (className !== undefined) {
    body.report(call.at, 'UNSUPPORTED', `${className}.${signatureOf(call.name, args)}`);
  } else if (isStatic && methods.some((one) => !one.method.isStatic)) {
    body.report(
      call.at,
      'INSTANCE_METHOD_CONTEXT',
      `${nameOf(methods[0]?.returnType ?? UNKNOWN)} ${target.name}.${signatureOf(call.name, args)}`,
    );
  } else {
    body.report(call.at, 'METHOD_MISSING', signatureOf(call.name, args), target.name);
  }
  return body.set(call, UNKNOWN);
}

/** The type of a setting's static method: `SObject` in its signature means the setting. */
export function bindRow(body: Body, type: ApexType, object: ObjectInfo): ApexType {
  const { pool } = body.world;
  switch (type.kind) {
    case 'sobject':
      return type === SOBJECT ? pool.sobject(object) : type;
    case 'list':
      return pool.list(bindRow(body, type.element, object));
    case 'map':
      return pool.map(type.key, bindRow(body, type.value, object));
    default:
      return type;
  }
}
