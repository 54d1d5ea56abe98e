import { expect, test } from 'vitest';
import { i18nModules } from '../../src/server/pages/i18n.ts';

const settings = (locale: string): Parameters<typeof i18nModules>[0] => ({
  locale,
  language: 'en_US',
  timeZone: 'GMT',
  currency: 'USD',
});

test.each([
  ['en_US', 'M/d/yyyy'],
  ['en_GB', 'dd/MM/yyyy'],
  ['de_DE', 'dd.MM.yyyy'],
])('short dates of %s have years of four digits, as inputs write and read them', (locale, format) => {
  expect(i18nModules(settings(locale))['@salesforce/i18n/dateTime.shortDateFormat']).toBe(format);
});
