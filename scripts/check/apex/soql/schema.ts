import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Project } from '../../types.ts';
import { filesOf } from '../sources.ts';
import type { StandardModel, StandardObject } from '../standard-model.ts';

/** What a query may do with a field depends on this, not on the exact type. */
export type Kind =
  | 'text'
  | 'longtext'
  | 'number'
  | 'flag'
  | 'date'
  | 'datetime'
  | 'time'
  | 'id'
  | 'reference'
  | 'picklist'
  | 'multipicklist'
  | 'place'
  | 'other';

export interface Field {
  readonly name: string;
  readonly kind: Kind;
  /** Object names a lookup points at; `Name` stands for a lookup that may point at anything. */
  readonly targets: readonly string[];
  readonly formula: boolean;
}

export interface ObjectSchema {
  readonly name: string;
  readonly fields: Map<string, Field>;
  /** From the name used in a path (`Owner`, `Author__r`) to the objects it leads to. */
  readonly parents: Map<string, readonly string[]>;
  readonly children: Map<string, string>;
}

export class Schema {
  readonly #own = new Map<string, ObjectSchema>();
  readonly #read = new Map<string, ObjectSchema>();
  readonly #standard: StandardModel;
  readonly #prefix: string;

  constructor(standard: StandardModel, namespace: string) {
    this.#standard = standard;
    this.#prefix = namespace === '' ? '' : `${namespace.toLowerCase()}__`;
  }

  /** Source never writes the prefix, but an explicit one is legal in the namespaced reading. */
  plain(name: string): string {
    const lower = name.toLowerCase();
    return this.#prefix !== '' && lower.startsWith(this.#prefix) ? lower.slice(this.#prefix.length) : lower;
  }

  find(name: string): ObjectSchema | null {
    const key = this.plain(name);
    const known = this.#own.get(key) ?? this.#read.get(key);
    if (known !== undefined) {
      return known;
    }
    const standard = this.#standard.objects.get(key);
    const made = standard === undefined ? this.#companion(key) : fromStandard(standard);
    if (made !== null) {
      this.#read.set(key, made);
    }
    return made;
  }

  /** An object of the package, or a standard object that the package adds fields to. */
  own(name: string): ObjectSchema {
    const key = name.toLowerCase();
    let object = this.#own.get(key);
    if (object === undefined) {
      const standard = this.#standard.objects.get(key);
      object = standard ? fromStandard(standard) : { name, fields: new Map(), parents: new Map(), children: new Map() };
      this.#own.set(key, object);
    }
    return object;
  }

  isPolymorphic(targets: readonly string[]): boolean {
    return targets.length > 1 || targets.includes('Name');
  }

  /** The objects the platform makes beside each of ours: shares and history. */
  #companion(key: string): ObjectSchema | null {
    const match = /^(\w+)__(share|history)$/.exec(key);
    const parent = match === null ? undefined : this.#own.get(`${match[1]}__c`);
    if (match === null || parent === undefined) {
      return null;
    }
    const object: ObjectSchema = { name: key, fields: new Map(), parents: new Map(), children: new Map() };
    const add = (name: string, kind: Kind, ...targets: string[]): void => addField(object, name, kind, targets);
    add('Id', 'id');
    add('ParentId', 'reference', parent.name);
    add('LastModifiedDate', 'datetime');
    add('IsDeleted', 'flag');
    if (match[2] === 'share') {
      add('UserOrGroupId', 'reference', 'Name');
      add('RowCause', 'picklist');
      add('AccessLevel', 'picklist');
      add('LastModifiedById', 'reference', 'User');
    } else {
      add('Field', 'picklist');
      add('OldValue', 'other');
      add('NewValue', 'other');
      add('CreatedById', 'reference', 'User');
      add('CreatedDate', 'datetime');
    }
    return object;
  }
}

const STANDARD_KINDS: Readonly<Record<string, Kind>> = {
  Id: 'id',
  String: 'text',
  Integer: 'number',
  Long: 'number',
  Double: 'number',
  Decimal: 'number',
  Boolean: 'flag',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Address: 'place',
  Location: 'place',
};

/** Standard objects do not tell long text from short; these names are long wherever they occur. */
const LONG_STANDARD = new Set(['description', 'body', 'textbody', 'htmlbody', 'comments']);

function fromStandard(standard: StandardObject): ObjectSchema {
  const object: ObjectSchema = {
    name: standard.name,
    fields: new Map(),
    parents: new Map(),
    children: new Map([...standard.childRelationships].map(([name, child]) => [name, child.childObject])),
  };
  for (const field of standard.fields.values()) {
    const plainKind = STANDARD_KINDS[field.type] ?? 'other';
    const kind = LONG_STANDARD.has(field.name.toLowerCase()) && plainKind === 'text' ? 'longtext' : plainKind;
    const targets = field.referenceTo;
    object.fields.set(field.name.toLowerCase(), {
      name: field.name,
      kind: targets.length > 0 ? 'reference' : kind,
      targets,
      formula: false,
    });
    if (field.relationshipName !== null) {
      object.parents.set(field.relationshipName.toLowerCase(), targets);
    }
  }
  return object;
}

function addField(object: ObjectSchema, name: string, kind: Kind, targets: readonly string[], formula = false): void {
  object.fields.set(name.toLowerCase(), { name, kind, targets, formula });
  if (targets.length > 0) {
    object.parents.set(name.toLowerCase().replace(/__c$/, '__r').replace(/id$/, ''), targets);
  }
}

const CUSTOM_KINDS: Readonly<Record<string, Kind>> = {
  LongTextArea: 'longtext',
  Html: 'longtext',
  EncryptedText: 'longtext',
  Number: 'number',
  Currency: 'number',
  Percent: 'number',
  Summary: 'number',
  Checkbox: 'flag',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Location: 'place',
};

/** Child relationships that every custom object with records has. */
const COMMON_CHILDREN: Readonly<Record<string, string>> = {
  attachments: 'Attachment',
  attachedcontentdocuments: 'AttachedContentDocument',
  combinedattachments: 'CombinedAttachment',
  contentdocumentlinks: 'ContentDocumentLink',
  duplicaterecorditems: 'DuplicateRecordItem',
  notes: 'Note',
  notesandattachments: 'NoteAndAttachment',
  processinstances: 'ProcessInstance',
  processsteps: 'ProcessInstanceHistory',
  tasks: 'Task',
  events: 'Event',
  activityhistories: 'ActivityHistory',
  openactivities: 'OpenActivity',
};

/** Reads the objects and fields of a project over the standard ones. */
export function readSchema(project: Project, standard: StandardModel): Schema {
  const schema = new Schema(standard, project.namespace);
  const files = filesOf(project);
  for (const path of files.filter((each) => each.endsWith('.object-meta.xml'))) {
    systemFields(schema, basename(path, '.object-meta.xml'), readFileSync(path, 'utf8'), files);
  }
  for (const path of files.filter((each) => each.endsWith('.field-meta.xml'))) {
    const owner = /([^/\\]+)[/\\]fields[/\\][^/\\]+$/.exec(path)?.[1];
    if (owner !== undefined) {
      customField(schema, owner, basename(path, '.field-meta.xml'), readFileSync(path, 'utf8'));
    }
  }
  return schema;
}

function customField(schema: Schema, owner: string, name: string, xml: string): void {
  const flat = xml.replace(/<valueSet>[\s\S]*?<\/valueSet>/g, '');
  const type = /<type>(\w+)<\/type>/.exec(flat)?.[1] ?? '';
  const object = schema.own(owner);
  if (!name.endsWith('__c') || type === '') {
    return;
  }
  const kind = CUSTOM_KINDS[type] ?? 'text';
  const targets = [...flat.matchAll(/<referenceTo>(\w+)<\/referenceTo>/g)].map((each) => each[1] ?? '');
  addField(object, name, kind, kind === 'reference' ? targets : [], flat.includes('<formula>'));
  if (type === 'Location') {
    const stem = name.replace(/__c$/, '');
    addField(object, `${stem}__Latitude__s`, 'number', []);
    addField(object, `${stem}__Longitude__s`, 'number', []);
  }
  const relationship = /<relationshipName>(\w+)<\/relationshipName>/.exec(flat)?.[1];
  for (const target of relationship === undefined ? [] : targets) {
    schema.own(target).children.set(`${relationship?.toLowerCase()}__r`, object.name);
  }
}

/** Gives an object the fields that the platform adds by the object's kind. */
function systemFields(schema: Schema, name: string, xml: string, files: readonly string[]): void {
  const object = schema.own(name);
  const add = (field: string, kind: Kind, ...targets: string[]): void => addField(object, field, kind, targets);
  if (!/__(c|mdt|e|b|x)$/.test(name)) {
    return;
  }
  add('Id', 'id');
  if (name.endsWith('__mdt')) {
    for (const field of ['DeveloperName', 'MasterLabel', 'Label', 'Language', 'NamespacePrefix', 'QualifiedApiName']) {
      add(field, 'text');
    }
    add('SystemModstamp', 'datetime');
    return;
  }
  add('CreatedById', 'reference', 'User');
  add('CreatedDate', 'datetime');
  if (name.endsWith('__e')) {
    add('ReplayId', 'text');
    add('EventUuid', 'text');
    return;
  }
  add('Name', 'text');
  add('LastModifiedById', 'reference', 'User');
  add('LastModifiedDate', 'datetime');
  add('SystemModstamp', 'datetime');
  add('IsDeleted', 'flag');
  if (xml.includes('<customSettingsType>')) {
    add('SetupOwnerId', 'reference', 'Name');
    return;
  }
  add('LastViewedDate', 'datetime');
  add('LastReferencedDate', 'datetime');
  add('LastActivityDate', 'date');
  if (!/<sharingModel>ControlledByParent</.test(xml)) {
    add('OwnerId', 'reference', 'Name');
    object.children.set('shares', name.replace(/__c$/, '__Share'));
  }
  object.children.set('histories', name.replace(/__c$/, '__History'));
  // The platform adds the record type only to an object that has one.
  if (files.some((each) => new RegExp(`[/\\\\]${name}[/\\\\]recordTypes[/\\\\]`).test(each))) {
    add('RecordTypeId', 'reference', 'RecordType');
  }
  object.parents.set('userrecordaccess', ['UserRecordAccess']);
  for (const [child, target] of Object.entries(COMMON_CHILDREN)) {
    object.children.set(child, target);
  }
}
