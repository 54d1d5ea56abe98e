/** `@salesforce/apex/Class.method`: a function to call and a wire adapter in one. Source: LWC Developer Guide, "Import Apex Methods". */
import type { Annotation } from '../../apex/ast.ts';
import type { MethodSymbol, UserType } from '../../apex/types.ts';
import type { LocalOrg } from '../../org/localOrg.ts';
import { notFoundIn, type ScopedImport } from './moduleText.ts';

/** The module in the browser that calls Apex. */
const APEX_MODULE = '/_/modules/shell/apex.js';

export function apexModule(local: LocalOrg, asked: ScopedImport): string {
  if (asked.name === '') {
    return `export { refreshApex, getSObjectValue } from '${APEX_MODULE}';\nexport default undefined;\n`;
  }
  const { namespace, className, methodName } = partsOf(asked);
  const type = local.parts.program.findType(className, namespace);
  if (type?.kind !== 'user' || type.namespace.toLowerCase() !== namespace.toLowerCase()) {
    throw notFoundIn(asked, `there is no Apex class ${className}`);
  }
  const method = (type.methods.get(methodName.toLowerCase()) ?? []).find(
    (one) => one.isStatic && auraEnabled(one) !== null,
  );
  if (method === undefined) {
    throw notFoundIn(asked, `${type.name} has no static @AuraEnabled method ${methodName}`);
  }
  if (namespace.toLowerCase() !== asked.namespace.toLowerCase() && !isGlobal(type, method)) {
    throw notFoundIn(asked, `other namespaces may call global methods only`);
  }
  const call = {
    namespace: type.namespace,
    classname: type.name,
    method: method.name,
    isCacheable: isCacheable(auraEnabled(method)),
  };
  return `import { apexMethod } from '${APEX_MODULE}';\nexport default apexMethod(${JSON.stringify(call)});\n`;
}

/** `Class.method` of the importing namespace, or `ns.Class.method`. */
function partsOf(asked: ScopedImport): {
  readonly namespace: string;
  readonly className: string;
  readonly methodName: string;
} {
  const parts = asked.name.split('.');
  const [first = '', second = '', third] = parts;
  if (parts.length === 2) {
    return { namespace: asked.namespace, className: first, methodName: second };
  }
  if (parts.length === 3 && third !== undefined) {
    return { namespace: first === 'c' ? asked.namespace : first, className: second, methodName: third };
  }
  throw notFoundIn(asked, 'a method is named Class.method or namespace.Class.method');
}

const isGlobal = (type: UserType, method: MethodSymbol): boolean =>
  type.declaration.modifiers.access === 'global' && method.declaration.modifiers.access === 'global';

function auraEnabled(method: MethodSymbol): Annotation | null {
  return method.declaration.modifiers.annotations.find((one) => one.name.toLowerCase() === 'auraenabled') ?? null;
}
function isCacheable(annotation: Annotation | null): boolean {
  const value = annotation?.parameters.find((one) => one.name.toLowerCase() === 'cacheable')?.value;
  return value?.kind === 'Literal' && value.value === true;
}
