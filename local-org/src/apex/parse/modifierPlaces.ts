/**
 * Which modifiers and annotations may stand where. The table was asked of the platform's compiler, API 67, one
 * modifier and one place at a time; what it says of a misplaced one is `static is not allowed on locals`.
 */
import type { Modifiers } from '../ast.ts';

export type Place =
  'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'locals' | 'parameters';

const EVERY_MEMBER = 'private protected public global @deprecated @namespaceaccessible @suppresswarnings @testvisible';
const STORED = `${EVERY_MEMBER} static final transient webservice @auraenabled @remoteaction`;

const ALLOWED: Readonly<Record<Place, ReadonlySet<string>>> = {
  classes: words(
    'private public global abstract virtual final sharing @deprecated @istest @jsonaccess @namespaceaccessible @remoteaction @suppresswarnings @testvisible @restresource',
  ),
  interfaces: words(
    'private public global virtual transient @deprecated @namespaceaccessible @suppresswarnings @testvisible @restresource',
  ),
  enums: words('private public global transient @deprecated @namespaceaccessible @suppresswarnings @testvisible'),
  fields: words(`${STORED} @invocablevariable`),
  properties: words(STORED),
  methods: words(
    `${EVERY_MEMBER} static abstract virtual override final testmethod webservice @auraenabled @future @invocablemethod @istest @readonly @remoteaction @testsetup @restresource @httpdelete @httpget @httppatch @httppost @httpput`,
  ),
  constructors: words(EVERY_MEMBER),
  locals: words('final transient @remoteaction @suppresswarnings @testvisible'),
  parameters: words('final @suppresswarnings'),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Printed as written here, whatever the source has. */
const ANNOTATION_NAMES = [
  'AuraEnabled', 'Deprecated', 'Future', 'InvocableMethod', 'InvocableVariable', 'IsTest', 'JsonAccess', 'NamespaceAccessible', 'ReadOnly',
  'RemoteAction', 'SuppressWarnings', 'TestSetup', 'TestVisible', 'RestResource', 'HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut',
] as const; // prettier-ignore

/** Lower-case name to the name as the messages print it. */
export const ANNOTATIONS: ReadonlyMap<string, string> = new Map(
  ANNOTATION_NAMES.map((name) => [name.toLowerCase(), name]),
);

/** The names of what stands where it may not, as the messages print them. An unknown annotation is another error. */
export function misplaced(modifiers: Modifiers, place: Place): readonly string[] {
  const allowed = ALLOWED[place];
  const keywords: readonly (readonly [boolean, string, string])[] = [
    [modifiers.access !== null, modifiers.access ?? '', modifiers.access ?? ''],
    [modifiers.isStatic, 'static', 'static'],
    [modifiers.isAbstract, 'abstract', 'abstract'],
    [modifiers.isVirtual, 'virtual', 'virtual'],
    [modifiers.isOverride, 'override', 'override'],
    [modifiers.isFinal, 'final', 'final'],
    [modifiers.isTransient, 'transient', 'transient'],
    [modifiers.isTestMethod, 'testmethod', 'testMethod'],
    [modifiers.isWebService, 'webservice', 'webService'],
    [modifiers.sharing !== null, 'sharing', `${modifiers.sharing ?? ''}Sharing`],
  ];
  return [
    ...keywords.filter(([isSet, key]) => isSet && !allowed.has(key)).map(([, , printed]) => printed),
    ...modifiers.annotations.flatMap(({ name }) => {
      const printed = ANNOTATIONS.get(name.toLowerCase());
      return printed === undefined || allowed.has(`@${name.toLowerCase()}`) ? [] : [printed];
    }),
  ];
}
