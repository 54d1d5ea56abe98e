import { expect, test } from 'vitest';
import { excerptOf } from '../../src/soql/excerpt.ts';

// Excerpts printed by the platform, from public issue threads: forcedotcom/soql-tooling 86, boomii/bdw 94, forcedotcom/cli 1356
test.each([
  ['Select Id, Status, Location, ', 'Body from ApexLog', 'Select Id, Status, Location, Body from ApexLog', 29],
  [
    'SELECT X__c, WebEmail__c, Case_Resolution_Summary__c, ',
    'MW_Case_ID__c, Escalation_Helper_Contact__c, Y__c FROM Case',
    'WebEmail__c, Case_Resolution_Summary__c, MW_Case_ID__c, Escalation_Helper_Contact__c',
    41,
  ],
  [
    'SELECT Id FROM Thing WHERE A = 1 AND LastModifiedDate=TODAY AND ',
    "LastModifiedBy='0050h00000IW2Jf'",
    "AND LastModifiedDate=TODAY AND LastModifiedBy='0050h00000IW2Jf'",
    31,
  ],
  [
    'SELECT Id, A__c,CreatedById,Q__ActualCap__c,',
    'PXX_Product__c,Name,Q__JobId__c,Z__c FROM T',
    'A__c,CreatedById,Q__ActualCap__c,PXX_Product__c,Name,Q__JobId__c',
    33,
  ],
])('%s^%s', (before, after, shown, spaces) => {
  expect(excerptOf(before + after, before.length)).toBe(
    `\n${shown}\n${' '.repeat(spaces)}^\nERROR at Row:1:Column:${before.length + 1}\n`,
  );
});

test('an excerpt stays within its line', () => {
  expect(excerptOf('SELECT Id\nFROM Foo\nLIMIT 1', 15)).toBe('\nFROM Foo\n     ^\nERROR at Row:2:Column:6\n');
});
