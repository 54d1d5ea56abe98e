/** Names in inline SOQL are checked against the schema. */
import { expect, test } from 'vitest';
import { statementMessages } from './fixtures/check.ts';

const column = (name: string, entity: string): string =>
  `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;

test.each([
  ['SELECT Zork FROM Account', column('Zork', 'Account')],
  ['SELECT Id FROM Account WHERE Zork = 1', column('Zork', 'Account')],
  ['SELECT Id FROM Account ORDER BY Zork', column('Zork', 'Account')],
  ['SELECT Account.Zork FROM Contact', column('Zork', 'Account')],
  ['SELECT (SELECT Zork FROM Contacts) FROM Account', column('Zork', 'Contact')],
  ['SELECT Id FROM Account WHERE Id IN (SELECT Zork FROM Contact)', column('Zork', 'Contact')],
  ['SELECT Id FROM Zork__c', "sObject type 'Zork__c' is not supported."],
])('%s', (query, message) => {
  expect(statementMessages(`o = [${query}];`)).toEqual([message]);
});

test.each([
  'SELECT Id, Owner.Name, (SELECT Id FROM Contacts) FROM Account WHERE Name = :s AND Id IN :accounts',
  'SELECT a.Id, a.Name FROM Account a WHERE a.Industry != null',
  'SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY Industry',
  'SELECT Whole__r.Name FROM Part__c WHERE Whole__r.Owner.Name = :s',
])('%s is allowed', (query) => {
  expect(statementMessages(`o = [${query}];`)).toEqual([]);
});
