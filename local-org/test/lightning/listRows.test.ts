import { expect, test } from 'vitest';
import {
  fieldOfColumn,
  summary,
  tableColumns,
  tableRow,
  tileOf,
  type DisplayColumn,
  type RecordValue,
} from '../../src/lightning/modules/shell/listRows/listRows.ts';

const column = (fieldApiName: string, lookupId: string | null = null): DisplayColumn => ({
  fieldApiName,
  label: fieldApiName,
  lookupId,
  sortable: true,
});
const COLUMNS = [column('Name', 'Id'), column('Account.Name', 'Account.Id'), column('Amount'), column('IsWon')];
const value = (
  content: unknown,
  displayValue: string | null = null,
): { value: unknown; displayValue: string | null } => ({
  value: content,
  displayValue,
});
const record = (fields: RecordValue['fields']): RecordValue => ({ apiName: 'Opportunity', id: '006A', fields });

const FULL = record({
  Name: value('Rollout'),
  Account: value({ apiName: 'Account', id: '001A', fields: { Name: value('Acme') } }, 'Acme'),
  Amount: value(1250, '$1,250.00'),
  IsWon: value(false),
});

test('names lead to their records, values read as the server formatted them', () => {
  expect(tableRow(FULL, COLUMNS)).toEqual({
    id: '006A',
    Name: 'Rollout',
    'Name#url': '/lightning/r/Opportunity/006A/view',
    'Account.Name': 'Acme',
    'Account.Name#url': '/lightning/r/Account/001A/view',
    Amount: '$1,250.00',
    IsWon: false,
  });
});

test('an empty lookup leads nowhere', () => {
  const row = tableRow(record({ Name: value('Rollout'), Account: value(null) }), COLUMNS);

  expect(row).toMatchObject({ 'Account.Name': null, 'Account.Name#url': null, Amount: null });
});

test('columns have the type of their field, and actions the rights of the user', () => {
  const types = { Amount: { dataType: 'Currency' }, IsWon: { dataType: 'Boolean' } };
  const columns = tableColumns(COLUMNS, types, { canEdit: true, canDelete: false });

  expect(columns.map(({ fieldName, type, cellAttributes }) => [fieldName, type, cellAttributes])).toEqual([
    ['Name#url', 'url', undefined],
    ['Account.Name#url', 'url', undefined],
    ['Amount', 'text', { alignment: 'right' }],
    ['IsWon', 'boolean', undefined],
    [undefined, 'action', undefined],
  ]);
  expect(columns.at(-1)?.typeAttributes).toEqual({ rowActions: [{ label: 'Edit', name: 'edit' }] });
  expect(tableColumns(COLUMNS, types, { canEdit: false, canDelete: false })).toHaveLength(COLUMNS.length);
});

test('a sorted column is sorted by its field', () => {
  expect(['Name#url', 'Amount'].map(fieldOfColumn)).toEqual(['Name', 'Amount']);
});

test('a tile has the first column as its name and no empty values', () => {
  const row = tableRow(record({ Name: value('Rollout'), Amount: value(1250, '$1,250.00') }), COLUMNS);

  expect(tileOf(row, 'Opportunity', COLUMNS)).toEqual({
    id: '006A',
    label: 'Rollout',
    url: '/lightning/r/Opportunity/006A/view',
    values: [{ label: 'Amount', value: '$1,250.00' }],
  });
});

test.each([
  [{ shown: 1, total: 1, sortedBy: null, filteredBy: [] }, '1 item'],
  [{ shown: 50, total: 70, sortedBy: 'Name', filteredBy: [] }, '50 of 70 items • Sorted by Name'],
  [
    { shown: 0, total: 0, sortedBy: 'Name', filteredBy: ['Stage', 'Owner'] },
    '0 items • Sorted by Name • Filtered by Stage, Owner',
  ],
])('%o is told as %s', (parts, text) => {
  expect(summary(parts)).toBe(text);
});
