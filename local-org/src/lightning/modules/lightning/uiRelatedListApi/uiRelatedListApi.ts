/** Related lists and their rows. Source: LWC Developer Guide, "lightning/uiRelatedListApi". */
import { uiApi } from 'shell/http';
import { fieldNames, objectNameOf, type FieldName, type ObjectName } from 'shell/fieldIds';
import { resourceSource } from 'shell/recordStore';
import { hasAll, wireAdapter } from 'shell/wire';

interface RowsConfig {
  readonly parentRecordId: string;
  readonly relatedListId: string;
  readonly fields?: readonly FieldName[];
  readonly optionalFields?: readonly FieldName[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: readonly string[];
  readonly where?: string;
}
export const getRelatedListRecords = wireAdapter<RowsConfig, unknown>((config) =>
  hasAll(config, ['parentRecordId', 'relatedListId'])
    ? resourceSource(
        uiApi(`related-list-records/${config.parentRecordId}/${config.relatedListId}`, {
          fields: fieldNames(config.fields),
          optionalFields: fieldNames(config.optionalFields),
          pageSize: config.pageSize,
          pageToken: config.pageToken,
          sortBy: config.sortBy,
          where: config.where,
        }),
      )
    : null,
);

interface CountConfig {
  readonly parentRecordId: string;
  readonly relatedListId: string;
  readonly maxCount?: number;
}
export const getRelatedListCount = wireAdapter<CountConfig, unknown>((config) =>
  hasAll(config, ['parentRecordId', 'relatedListId'])
    ? resourceSource(
        uiApi(`related-list-count/${config.parentRecordId}/${config.relatedListId}`, { maxCount: config.maxCount }),
      )
    : null,
);

interface InfoConfig {
  readonly parentObjectApiName: ObjectName;
  readonly relatedListId: string;
  readonly recordTypeId?: string;
}
export const getRelatedListInfo = wireAdapter<InfoConfig, unknown>((config) =>
  hasAll(config, ['parentObjectApiName', 'relatedListId'])
    ? resourceSource(
        uiApi(`related-list-info/${objectNameOf(config.parentObjectApiName)}/${config.relatedListId}`, {
          recordTypeId: config.recordTypeId,
        }),
        'metadata',
      )
    : null,
);

interface ListsConfig {
  readonly parentObjectApiName: ObjectName;
  readonly recordTypeId?: string;
}
export const getRelatedListsInfo = wireAdapter<ListsConfig, unknown>((config) =>
  hasAll(config, ['parentObjectApiName'])
    ? resourceSource(
        uiApi(`related-list-info/${objectNameOf(config.parentObjectApiName)}`, { recordTypeId: config.recordTypeId }),
        'metadata',
      )
    : null,
);
