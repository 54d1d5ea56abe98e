import { describe, expect, test } from 'vitest';
import { fieldNames, sectionsOf } from '../../src/lightning/modules/shell/layoutModel/layoutModel.ts';
import type { FieldInfo, Layout, LayoutItem, ObjectInfo } from '../../src/lightning/modules/shell/uiApi/types.ts';

const field = (apiName: string, isWritable = true): FieldInfo =>
  ({ apiName, label: apiName, createable: isWritable, updateable: isWritable, controllerName: null }) as FieldInfo;
const info = {
  fields: Object.fromEntries(
    [
      field('Name', false),
      field('Total', false),
      ...['Left', 'Middle', 'Right', 'FirstName', 'LastName', 'BillingStreet', 'BillingCity'].map((one) => field(one)),
      { ...field('BillingAddress'), dataType: 'Address' },
    ].map((one) => [one.apiName, one]),
  ),
} as unknown as ObjectInfo;

const item = (...names: readonly string[]): LayoutItem => ({
  editableForNew: true,
  editableForUpdate: true,
  label: '',
  required: false,
  layoutComponents: names.map((apiName) => ({ apiName, componentType: 'Field' })),
});
const layout = (...rows: readonly (readonly LayoutItem[])[]): Layout =>
  ({
    sections: [
      {
        id: 's',
        heading: 'All',
        useHeading: true,
        collapsible: true,
        columns: 2,
        layoutRows: rows.map((layoutItems) => ({ layoutItems })),
      },
    ],
  }) as unknown as Layout;

describe('a form for a new record', () => {
  test('leaves out what nobody can fill in, and keeps the others in their columns', () => {
    const [section] = sectionsOf(
      layout([item('Left'), item('Total')], [item('Middle'), item('Right')]),
      info,
      'Create',
    );
    const labels = section?.cells.map(({ label }) => label);
    expect(labels).toEqual(['Left', 'Right', 'Middle', '']);
  });
});

describe('a place with several fields', () => {
  test('is read as the whole name of a person and edited by its parts', () => {
    const [section] = sectionsOf(layout([item('FirstName', 'LastName')]), info, 'View');
    const [cell] = section?.cells ?? [];
    expect(cell?.shown.map(({ apiName }) => apiName)).toEqual(['Name']);
    expect(cell?.fields.map(({ apiName }) => apiName)).toEqual(['FirstName', 'LastName']);
    expect(fieldNames(section === undefined ? [] : [section])).toEqual(['FirstName', 'LastName', 'Name']);
  });

  test('is read as the whole address', () => {
    const [section] = sectionsOf(layout([item('BillingStreet', 'BillingCity')]), info, 'View');
    expect(section?.cells[0]?.shown.map(({ apiName }) => apiName)).toEqual(['BillingAddress']);
  });
});
