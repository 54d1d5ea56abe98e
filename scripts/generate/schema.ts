import { basename, dirname } from 'node:path';
import { readFiles } from './files.ts';

/** What each of our objects has without a field file of its own. */
const SYSTEM_FIELDS = ['Id', 'Name', 'OwnerId', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];

/** The standard objects and fields that components of ours may import. Add a row when a component needs one. */
const STANDARD_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Id', 'Name', 'OwnerId'],
  Opportunity: ['Id', 'Name', 'AccountId', 'Amount', 'CloseDate', 'IsClosed', 'OwnerId', 'StageName'],
  User: ['Id', 'Name', 'Email', 'IsActive'],
};
const STANDARD_PARENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Opportunity: { Account: 'Account', Owner: 'User' },
  Account: { Owner: 'User' },
};
/** The platform resolves at most this many relationships in one import. */
const MAX_RELATIONSHIPS = 5;

/** The objects and fields a component can name by `@salesforce/schema/…`. */
export class SchemaModel {
  readonly #fields = new Map<string, Set<string>>();
  /** For each object: relationship name to parent object. */
  readonly #parents = new Map<string, Map<string, string>>();

  constructor(root: string, folders: readonly string[]) {
    for (const [object, fields] of Object.entries(STANDARD_FIELDS)) {
      this.#fields.set(object, new Set(fields));
      this.#parents.set(object, new Map(Object.entries(STANDARD_PARENTS[object] ?? {})));
    }
    for (const { path } of readFiles(root, folders, '.object-meta.xml')) {
      const object = basename(path, '.object-meta.xml');
      this.#object(object);
    }
    for (const { path, text } of readFiles(root, folders, '.field-meta.xml')) {
      const object = basename(dirname(dirname(path)));
      const field = basename(path, '.field-meta.xml');
      this.#object(object).add(field);
      const parent = /<referenceTo>([^<]+)<\/referenceTo>/.exec(text)?.[1];
      if (parent) {
        this.#parents.get(object)?.set(field.replace(/__c$/, '__r'), parent);
      }
    }
  }

  hasObject(object: string): boolean {
    return this.#fields.has(object);
  }

  /** True when `Time_Entry__c`, `Time_Entry__c.Seconds__c` or `Time_Entry__c.Opportunity__r.Name` exists. */
  has(path: string): boolean {
    const [object, ...rest] = path.split('.');
    const field = rest.pop();
    if (object === undefined || !this.#fields.has(object) || rest.length > MAX_RELATIONSHIPS) {
      return false;
    }
    let current: string | undefined = object;
    for (const relationship of rest) {
      current = this.#parents.get(current)?.get(relationship);
      if (current === undefined) {
        return false;
      }
    }
    return field === undefined || (this.#fields.get(current)?.has(field) ?? false);
  }

  /** Every object and every field of it; paths over relationships are declared where something imports them. */
  paths(): string[] {
    return [...this.#fields].flatMap(([object, fields]) => [
      object,
      ...[...fields].sort().map((field) => `${object}.${field}`),
    ]);
  }

  #object(object: string): Set<string> {
    const known = this.#fields.get(object);
    if (known) {
      return known;
    }
    const fields = new Set(SYSTEM_FIELDS);
    this.#fields.set(object, fields);
    this.#parents.set(object, new Map([['Owner', 'User']]));
    return fields;
  }
}

export function declareSchema(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const [object, ...field] = path.split('.');
      const type =
        field.length === 0
          ? `{ readonly objectApiName: '${object}' }`
          : `{ readonly fieldApiName: '${field.join('.')}'; readonly objectApiName: '${object}' }`;
      return `declare module '@salesforce/schema/${path}' {\n  const name: ${type};\n  export default name;\n}`;
    })
    .join('\n');
}
