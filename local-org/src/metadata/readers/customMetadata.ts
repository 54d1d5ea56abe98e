/** A record of a custom metadata type: `Thing.Record.md-meta.xml`. */
import { qualify } from '../names.ts';
import type { CustomMetadataSource } from '../tree.ts';
import { MetadataError, type XmlNode } from '../xml.ts';

export function readCustomMetadata(
  root: XmlNode,
  fullName: string,
  namespace: string,
  file: string,
): CustomMetadataSource {
  const dot = fullName.indexOf('.');
  if (dot < 0) {
    throw new MetadataError(`${file}: a custom metadata record's file is named Type.Record.md-meta.xml`);
  }
  const [type, record] = [fullName.slice(0, dot), fullName.slice(dot + 1)];
  const own = /^([A-Za-z]\w*?)__(\w+)$/.exec(record);
  return {
    object: qualify(type.endsWith('__mdt') ? type : `${type}__mdt`, namespace),
    developerName: own?.[2] ?? record,
    namespace: own?.[1] ?? namespace,
    label: root.text('label') ?? record,
    isProtected: root.flag('protected'),
    values: root.all('values').map((one) => {
      const value = one.child('value');
      const isNull = value === null || value.attributes['nil'] === 'true';
      return {
        field: qualify(one.text('field') ?? '', namespace),
        type: value?.attributes['type'] ?? 'xsd:string',
        text: isNull ? null : value.rawText,
      };
    }),
    file,
  };
}
