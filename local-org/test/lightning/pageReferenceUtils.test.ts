import { expect, test } from 'vitest';
import {
  decodeDefaultFieldValues,
  encodeDefaultFieldValues,
} from '../../src/lightning/modules/lightning/pageReferenceUtils/pageReferenceUtils.ts';

test('default field values survive commas, signs and spaces', () => {
  const encoded = encodeDefaultFieldValues({ FirstName: 'Morag, K. = "Hi"', NumberOfEmployees: 35000, Is__c: true });

  expect(encoded).toBe('FirstName=Morag%2C%20K.%20%3D%20%22Hi%22,NumberOfEmployees=35000,Is__c=true');
  expect(decodeDefaultFieldValues(encoded)).toEqual({
    FirstName: 'Morag, K. = "Hi"',
    NumberOfEmployees: '35000',
    Is__c: 'true',
  });
});
test('fields without a value are left out', () => {
  expect(encodeDefaultFieldValues({ Name: undefined, Phone: null })).toBe('');
  expect(decodeDefaultFieldValues('')).toEqual({});
});
