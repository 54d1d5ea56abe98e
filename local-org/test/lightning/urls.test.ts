import { describe, expect, test } from 'vitest';
import type { PageReference } from '../../src/lightning/modules/shell/router/pageReference.ts';
import { pageReferenceOf, urlOf } from '../../src/lightning/modules/shell/router/urls.ts';

const ID = '006000000000001AAA';

/** Source: LWC Developer Guide, "PageReference Types", with the address each has in Lightning Experience. */
const PAGES: readonly (readonly [string, PageReference])[] = [
  [
    `/lightning/r/Opportunity/${ID}/view`,
    {
      type: 'standard__recordPage',
      attributes: { objectApiName: 'Opportunity', recordId: ID, actionName: 'view' },
      state: {},
    },
  ],
  [
    `/lightning/r/${ID}/edit`,
    { type: 'standard__recordPage', attributes: { recordId: ID, actionName: 'edit' }, state: {} },
  ],
  [
    `/lightning/r/Account/${ID}/related/Opportunities/view`,
    {
      type: 'standard__recordRelationshipPage',
      attributes: {
        objectApiName: 'Account',
        recordId: ID,
        relationshipApiName: 'Opportunities',
        actionName: 'view',
      },
      state: {},
    },
  ],
  [
    `/lightning/r/${ID}/related/Opportunities/view`,
    {
      type: 'standard__recordRelationshipPage',
      attributes: { recordId: ID, relationshipApiName: 'Opportunities', actionName: 'view' },
      state: {},
    },
  ],
  [
    '/lightning/o/ns__Thing__c/list?filterName=Recent',
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'ns__Thing__c', actionName: 'list' },
      state: { filterName: 'Recent' },
    },
  ],
  [
    '/lightning/o/Contact/new?defaultFieldValues=LastName%3DO%2527Hara%252C+K.&nooverride=1',
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Contact', actionName: 'new' },
      state: { defaultFieldValues: 'LastName=O%27Hara%2C K.', nooverride: '1' },
    },
  ],
  [
    '/lightning/o/Account/home',
    { type: 'standard__objectPage', attributes: { objectApiName: 'Account', actionName: 'home' }, state: {} },
  ],
  ['/lightning/page/home', { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} }],
  [
    '/lightning/n/ns__Board?ns__week=2026-11-23',
    { type: 'standard__navItemPage', attributes: { apiName: 'ns__Board' }, state: { ns__week: '2026-11-23' } },
  ],
  [
    '/lightning/cmp/c__thing?c__id=1',
    { type: 'standard__component', attributes: { componentName: 'c__thing' }, state: { c__id: '1' } },
  ],
  [
    `/lightning/action/quick/Global.Log?context=RECORD_DETAIL&recordId=${ID}`,
    {
      type: 'standard__quickAction',
      attributes: { apiName: 'Global.Log' },
      state: { context: 'RECORD_DETAIL', recordId: ID },
    },
  ],
  ['/lightning/search?term=a%26b', { type: 'standard__search', attributes: {}, state: { term: 'a&b' } }],
  ['/lightning/app/c__Sales', { type: 'standard__app', attributes: { appTarget: 'c__Sales' }, state: {} }],
  [
    '/lightning/app/c__Sales/o/Account/list',
    {
      type: 'standard__app',
      attributes: {
        appTarget: 'c__Sales',
        pageRef: {
          type: 'standard__objectPage',
          attributes: { objectApiName: 'Account', actionName: 'list' },
          state: {},
        },
      },
      state: {},
    },
  ],
];

test.each(PAGES)('%s is the address of its page', (url, reference) => {
  expect(urlOf(reference)).toBe(url);
});
test.each(PAGES)('%s leads to its page', (url, reference) => {
  expect(pageReferenceOf(url)).toEqual(reference);
});

describe('addresses that are not written as they are read', () => {
  test.each<readonly [string, Partial<PageReference>]>([
    ['/lightning', { type: 'standard__app', attributes: {} }],
    ['/', { type: 'standard__app', attributes: {} }],
    ['/lightning/o/Account', { attributes: { objectApiName: 'Account', actionName: 'home' } }],
    // State of components carries a namespace; the platform drops what has none.
    ['/lightning/n/Board?week=1&c__week=2', { state: { c__week: '2' } }],
  ])('%s', (url, reference) => {
    expect(pageReferenceOf(url)).toMatchObject(reference);
  });
});

test.each(['/lightning/x', '/lightning/o', '/lightning/r/A/B/C/D', '/services/data', '/lightning/app/c__Sales/x'])(
  '%s is no page',
  (url) => {
    expect(pageReferenceOf(url)).toBeNull();
  },
);

test('a record page needs no action and no object', () => {
  expect(urlOf({ type: 'standard__recordPage', attributes: { recordId: ID } })).toBe(`/lightning/r/${ID}/view`);
});
test('a web page is where it is', () => {
  const url = 'https://example.com/a?b=c';
  expect(urlOf({ type: 'standard__webPage', attributes: { url } })).toBe(url);
});
test.each<PageReference>([
  { type: 'comm__namedPage', attributes: { name: 'Home' } },
  { type: 'standard__recordPage', attributes: {} },
])('%o has no address', (reference) => {
  expect(urlOf(reference)).toBeNull();
});
