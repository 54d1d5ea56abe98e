/** Classes of the platform are found by name in any case; those not simulated are known by name. */
import { expect, test } from 'vitest';
import { PlatformCatalog } from '../../../src/system/catalog.ts';
import { MESSAGES } from '../../../src/apex/check/messages.ts';
import { PLATFORM } from './fixtures/platform.ts';

const catalog = new PlatformCatalog(PLATFORM);

test.each([
  ['string', 'System.String'], ['SYSTEM.String', 'System.String'], ['sobjecttype', 'Schema.SObjectType'], ['Database.QueryLocator', 'Database.QueryLocator'],
  ['QueryLocator', undefined], ['SingleEmailMessage', undefined], ['messaging.singleemailmessage', 'Messaging.SingleEmailMessage'],
])('%s finds %s', (name, found) => {
  expect(catalog.find(name)?.name).toBe(found);
}); // prettier-ignore

test('what is not simulated is known by name, with its members', () => {
  expect(catalog.knownName('HttpRequest')).toBe('System.HttpRequest');
  expect(catalog.knownName('Zork')).toBeNull();
  expect(catalog.knownOverloads('System.String', 'abbreviate', 2)).toBe(1);
  expect(catalog.knowsMember('System.String', 'zork')).toBe(false);
});

test('no two messages are the same', () => {
  expect(new Set(Object.values(MESSAGES)).size).toBe(Object.keys(MESSAGES).length);
});
