/** Elements whose text is for people: a name in it refers to nothing. */
export const PROSE: ReadonlySet<string> = new Set([
  'description',
  'errorMessage',
  'fullName',
  'helpText',
  'inlineHelpText',
  'label',
  'masterLabel',
  'pluralLabel',
  'relationshipLabel',
  'shortDescription',
  'translation',
]);
