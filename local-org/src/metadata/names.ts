/** Names of a namespaced tree: what is custom and carries no namespace gets the tree's. */

/** What may follow the last `__` of a custom name. */
const SUFFIXES = 'c|r|mdt|e|x|b|kav|pc|pr|Share|History|Feed|ChangeEvent|Tag|hd|Latitude__s|Longitude__s|s';
const OWN = new RegExp(`^([A-Za-z]\\w*?)__(${SUFFIXES})$`);

/** `Thing__c` becomes `ns__Thing__c`; a standard name or one that has a namespace stays. */
export function qualify(name: string, namespace: string): string {
  if (namespace === '') {
    return name;
  }
  const match = OWN.exec(name);
  return match === null || (match[1] ?? '').includes('__') ? name : `${namespace}__${name}`;
}

/** Each part of a path or list entry: `Thing__c.Total__c`, `Thing__r.Owner.Name`. */
export function qualifyPath(path: string, namespace: string): string {
  return path
    .split('.')
    .map((part) => qualify(part, namespace))
    .join('.');
}

/** A name without suffix (a class, a label, a permission set): `Thing` becomes `ns__Thing`. */
export function qualifyPlain(name: string, namespace: string): string {
  return namespace === '' || name.includes('__') ? name : `${namespace}__${name}`;
}

/** The namespace of a name: `ns` of `ns__Thing__c`, empty for `Thing__c` and `Account`. */
export function namespaceOf(name: string): string {
  const parts = name.split('__');
  const hasSuffix = new RegExp(`^(${SUFFIXES})$`).test(parts.at(-1) ?? '');
  return parts.length > (hasSuffix ? 2 : 1) ? (parts[0] ?? '') : '';
}

/** Without namespace: `Thing__c` of `ns__Thing__c`. */
export function withoutNamespace(name: string): string {
  const namespace = namespaceOf(name);
  return namespace === '' ? name : name.slice(namespace.length + 2);
}
