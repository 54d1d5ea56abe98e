/**
 * Apex methods as components import them. One that is cacheable is shared by all who call or wire it with the same
 * arguments; any other is called each time.
 */
import type { WireAdapterConstructor } from 'lwc';
import { call } from 'shell/http';
import { loadedSource, type Source } from 'shell/recordStore';
import { refreshWired, wireAdapter, type WireValue } from 'shell/wire';

export interface ApexTarget {
  readonly namespace: string;
  readonly classname: string;
  readonly method: string;
  readonly isCacheable: boolean;
}
type Parameters = Readonly<Record<string, unknown>>;
export interface ApexMethod {
  (parameters?: Parameters): Promise<unknown>;
  readonly adapter: WireAdapterConstructor<Parameters, WireValue<unknown>>;
}

export function apexMethod(target: ApexTarget): ApexMethod {
  const sourceOf = (parameters: Parameters, isCacheable: boolean): Source =>
    loadedSource(keyOf(target, parameters), 'apex', () => invoke(target, parameters, isCacheable));
  const method = (parameters: Parameters = {}): Promise<unknown> => {
    const settled = plain(parameters);
    return target.isCacheable ? sourceOf(settled, true).read() : invoke(target, settled, false);
  };
  // A wire is cacheable whatever the method is: the org refuses one that is not.
  const adapter = wireAdapter<Parameters, unknown>((config) =>
    Object.values(config).includes(undefined) ? null : sourceOf(plain(config), true),
  );
  return Object.assign(method, { adapter });
}

async function invoke(target: ApexTarget, parameters: Parameters, isCacheable: boolean): Promise<unknown> {
  const { namespace, classname, method } = target;
  const answer = (await call('POST', '/_/org/apex', {
    namespace,
    classname,
    method,
    params: parameters,
    cacheable: isCacheable,
  })) as { readonly returnValue: unknown };
  return answer.returnValue;
}

/** Arguments as they are now: what is sent is JSON, and the caller may change its objects later. */
const plain = (parameters: Parameters): Parameters => JSON.parse(JSON.stringify(parameters)) as Parameters;

/** The same for arguments in any order. */
function keyOf({ namespace, classname, method }: ApexTarget, parameters: Parameters): string {
  const sorted = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
  return `apex ${namespace}.${classname}.${method} ${JSON.stringify(sorted)}`;
}

/** Reads again what a wired Apex method delivered; takes the whole object the wire delivered, not its data. */
export const refreshApex = refreshWired;

interface FieldReference {
  readonly fieldApiName: string;
}
/** The value of a field, relationships included, in a row that Apex returned. */
export function getSObjectValue(row: unknown, field: FieldReference | string): unknown {
  const path = (typeof field === 'string' ? field.slice(field.indexOf('.') + 1) : field.fieldApiName).split('.');
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Parameters)[name] : undefined),
    row,
  );
}
