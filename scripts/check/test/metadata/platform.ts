import type { StandardField, StandardModel, StandardObject } from '../../apex/standard-model.ts';

type FieldRow = readonly [name: string, type: string, target?: string, relationship?: string];

function standardObject(name: string, rows: readonly FieldRow[]): readonly [string, StandardObject] {
  const fields = rows.map(([field, type, target, relationship]): readonly [string, StandardField] => [
    field.toLowerCase(),
    { name: field, type, referenceTo: target === undefined ? [] : [target], relationshipName: relationship ?? null },
  ]);
  return [name.toLowerCase(), { name, fields: new Map(fields), childRelationships: new Map() }];
}

/** As much of the platform as the fixture touches, so that these tests need no Java. */
export const smallPlatform: StandardModel = {
  objects: new Map([
    standardObject('Account', [
      ['Id', 'Id'],
      ['Name', 'String'],
      ['BillingCity', 'String'],
      ['OwnerId', 'Id', 'User', 'Owner'],
    ]),
    standardObject('Opportunity', [
      ['Id', 'Id'],
      ['Name', 'String'],
      ['AccountId', 'Id', 'Account', 'Account'],
    ]),
    standardObject('User', [
      ['Id', 'Id'],
      ['Name', 'String'],
      ['Email', 'String'],
    ]),
  ]),
  classNames: new Set(['assert', 'test', 'label', 'fieldset', 'sobjecttype']),
};
