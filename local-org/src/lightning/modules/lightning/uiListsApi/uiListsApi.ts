/** List views and their rows. Source: LWC Developer Guide, "lightning/uiListsApi". */
import { uiApi } from 'shell/http';
import { fieldNames, objectNameOf, type FieldName, type ObjectName } from 'shell/fieldIds';
import { resourceSource } from 'shell/recordStore';
import { hasAll, wireAdapter } from 'shell/wire';

interface InfoConfig {
  readonly objectApiName: ObjectName;
  readonly listViewApiName: string;
}
export const getListInfoByName = wireAdapter<InfoConfig, unknown>((config) =>
  hasAll(config, ['objectApiName', 'listViewApiName'])
    ? resourceSource(uiApi(`list-info/${objectNameOf(config.objectApiName)}/${config.listViewApiName}`), 'metadata')
    : null,
);

interface InfosConfig {
  readonly objectApiName: ObjectName;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly queryString?: string;
  readonly recentListsOnly?: boolean;
}
export const getListInfosByObjectName = wireAdapter<InfosConfig, unknown>((config) =>
  hasAll(config, ['objectApiName'])
    ? resourceSource(
        uiApi(`list-info/${objectNameOf(config.objectApiName)}`, {
          pageSize: config.pageSize,
          pageToken: config.pageToken,
          q: config.queryString,
          recentListsOnly: config.recentListsOnly,
        }),
        'metadata',
      )
    : null,
);

interface RowsConfig extends InfoConfig {
  readonly fields?: readonly FieldName[];
  readonly optionalFields?: readonly FieldName[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly searchTerm?: string;
  readonly sortBy?: readonly FieldName[];
  readonly where?: string;
}
export const getListRecordsByName = wireAdapter<RowsConfig, unknown>((config) =>
  hasAll(config, ['objectApiName', 'listViewApiName'])
    ? resourceSource(
        uiApi(`list-records/${objectNameOf(config.objectApiName)}/${config.listViewApiName}`, {
          fields: fieldNames(config.fields),
          optionalFields: fieldNames(config.optionalFields),
          pageSize: config.pageSize,
          pageToken: config.pageToken,
          searchTerm: config.searchTerm,
          sortBy: config.sortBy?.map((one) => (typeof one === 'string' ? one : one.fieldApiName)),
          where: config.where,
        }),
      )
    : null,
);
