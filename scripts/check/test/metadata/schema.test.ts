import { describe, expect, test } from 'vitest';
import { componentKinds } from '../../metadata/schema/registry.ts';
import { loadMetadataTypes, parseDeclarations } from '../../metadata/schema/types.ts';
import { validate } from '../../metadata/schema/validate.ts';
import { parseXml } from '../../metadata/xml.ts';

describe('the Metadata API types', () => {
  test('read bases, lists, options and enumerations from declarations', () => {
    const types = parseDeclarations(
      "export type Base = { fullName?: string };\nexport type Kind = 'A' | 'B';\nexport type Thing = Base & { kinds: Kind[]; size: number; on?: boolean };",
    );

    expect(types.enums).toEqual({ Kind: ['A', 'B'] });
    expect(types.complex['Thing']).toEqual({
      fullName: { type: 'string', many: false, optional: true },
      kinds: { type: 'Kind', many: true, optional: false },
      size: { type: 'number', many: false, optional: false },
      on: { type: 'boolean', many: false, optional: true },
    });
  });

  test('know the types that the published package has', () => {
    const types = loadMetadataTypes();

    expect(Object.keys(types.complex).length).toBeGreaterThan(1500);
    expect(types.enums['FieldType']).toContain('LongTextArea');
    expect(componentKinds().get('field')).toEqual({ type: 'CustomField', folder: 'fields', isPart: true });
  });

  test('a finding in a nested element has the line of that element', () => {
    const { root } = parseXml(
      '<CustomField>\n  <valueSet>\n    <restricted>maybe</restricted>\n  </valueSet>\n</CustomField>',
    );
    const found = root === null ? [] : [...validate('f', root, 'CustomField', loadMetadataTypes())];

    expect(found.map(({ line, message }) => [line, message])).toEqual([
      [3, '<restricted> is "maybe"; it must be true or false'],
    ]);
  });
});
