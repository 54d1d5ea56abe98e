/** Metadata relationship fields of custom metadata types: names of objects and fields are text, other records are ids. */
import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, textFieldXml } from '../support/apex.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const typeXml = (label: string): string =>
  `${XML}<CustomObject ${NS}><label>${label}</label><pluralLabel>${label}s</pluralLabel><visibility>Public</visibility></CustomObject>`;
const relationXml = (name: string, target: string, controlling: string | null = null): string =>
  `${XML}<CustomField ${NS}><fullName>${name}</fullName><label>${name}</label>${
    controlling === null
      ? ''
      : `<metadataRelationshipControllingField>${controlling}</metadataRelationshipControllingField>`
  }<referenceTo>${target}</referenceTo><relationshipName>${name.replace('__c', 's')}</relationshipName><type>MetadataRelationship</type></CustomField>`;
const recordXml = (label: string, values: Readonly<Record<string, string>>): string =>
  `${XML}<CustomMetadata ${NS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${label}</label><protected>false</protected>${Object.entries(
    values,
  )
    .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
    .join('')}</CustomMetadata>`;

const SOURCE = {
  'objects/Mapping__mdt/Mapping__mdt.object-meta.xml': typeXml('Mapping'),
  'objects/Mapping__mdt/fields/Object__c.field-meta.xml': relationXml('Object__c', 'EntityDefinition'),
  'objects/Mapping__mdt/fields/Field__c.field-meta.xml': relationXml(
    'Field__c',
    'FieldDefinition',
    'Mapping__mdt.Object__c',
  ),
  'objects/Mapping__mdt/fields/Group__c.field-meta.xml': relationXml('Group__c', 'Mapping_Group__mdt'),
  'objects/Mapping_Group__mdt/Mapping_Group__mdt.object-meta.xml': typeXml('Mapping Group'),
  'objects/Account/fields/Colour__c.field-meta.xml': textFieldXml('Colour__c'),
  'customMetadata/Mapping_Group.Main.md-meta.xml': recordXml('Main', {}),
  'customMetadata/Mapping.Standard.md-meta.xml': recordXml('Standard', {
    Object__c: 'Account',
    Field__c: 'Name',
    Group__c: 'Main',
  }),
  'customMetadata/Mapping.Custom.md-meta.xml': recordXml('Custom', { Object__c: 'Account', Field__c: 'Colour__c' }),
};

test('names are text and lead to the description; records are ids', async () => {
  const methods = {
    textInApex: `
      Mapping__mdt made = new Mapping__mdt(Object__c = 'Anything__c', Field__c = 'Name');
      made.put('Object__c', 'OpportunityTeam');
      System.assertEquals('opportunityteam', made.Object__c.toLowerCase());
      System.assertEquals('OpportunityTeam', made.get('Object__c'));`,
    relations: `
      Mapping__mdt found = [
        SELECT Object__c, Object__r.QualifiedApiName, Field__r.QualifiedApiName, Field__r.DeveloperName, Group__c,
          Group__r.DeveloperName
        FROM Mapping__mdt WHERE DeveloperName = 'Standard'];
      System.assertEquals('Account', found.Object__c);
      System.assertEquals('Account', found.Object__r.QualifiedApiName);
      System.assertEquals('Name', found.Field__r.QualifiedApiName);
      System.assertEquals([SELECT Id FROM Mapping_Group__mdt].Id, found.Group__c);
      System.assertEquals('Main', found.Group__r.DeveloperName);`,
    customField: `
      Mapping__mdt found = [SELECT Field__c, Field__r.QualifiedApiName FROM Mapping__mdt WHERE DeveloperName = 'Custom'];
      System.assertEquals('Colour__c', found.Field__r.QualifiedApiName);
      System.assert(found.Field__c.startsWith('Account.00N'), found.Field__c);`,
  };
  const org = await orgOf({ ...SOURCE, 'classes/MappingTest.cls': testClass('MappingTest', methods) });
  expect(org.compileErrors).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
