/** Descriptions of objects and picklists. Source: LWC Developer Guide, "lightning/uiObjectInfoApi". */
import { uiApi } from 'shell/http';
import { fieldNameOf, objectNameOf, type FieldName, type ObjectName } from 'shell/fieldIds';
import { resourceSource } from 'shell/recordStore';
import { hasAll, wireAdapter } from 'shell/wire';

export const getObjectInfo = wireAdapter<{ readonly objectApiName: ObjectName }, unknown>((config) =>
  hasAll(config, ['objectApiName'])
    ? resourceSource(uiApi(`object-info/${objectNameOf(config.objectApiName)}`), 'metadata')
    : null,
);

export const getObjectInfos = wireAdapter<{ readonly objectApiNames: readonly ObjectName[] }, unknown>((config) =>
  hasAll(config, ['objectApiNames']) && config.objectApiNames.length > 0
    ? resourceSource(uiApi(`object-info/batch/${config.objectApiNames.map(objectNameOf).join(',')}`), 'metadata')
    : null,
);

interface FieldConfig {
  readonly recordTypeId: string;
  readonly fieldApiName: FieldName;
}
export const getPicklistValues = wireAdapter<FieldConfig, unknown>((config) => {
  if (!hasAll(config, ['recordTypeId', 'fieldApiName'])) {
    return null;
  }
  const [object = '', ...field] = fieldNameOf(config.fieldApiName).split('.');
  const path = `object-info/${object}/picklist-values/${config.recordTypeId}/${field.join('.')}`;
  return resourceSource(uiApi(path), 'metadata');
});

interface ObjectConfig {
  readonly objectApiName: ObjectName;
  readonly recordTypeId: string;
}
export const getPicklistValuesByRecordType = wireAdapter<ObjectConfig, unknown>((config) =>
  hasAll(config, ['objectApiName', 'recordTypeId'])
    ? resourceSource(
        uiApi(`object-info/${objectNameOf(config.objectApiName)}/picklist-values/${config.recordTypeId}`),
        'metadata',
      )
    : null,
);
