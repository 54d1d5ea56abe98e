/** The older form of list views: what they show and their rows in one. Source: LWC Developer Guide, "getListUi". */
import { uiApi } from 'shell/http';
import { fieldNames, objectNameOf, type FieldName, type ObjectName } from 'shell/fieldIds';
import { resourceSource } from 'shell/recordStore';
import { hasAll, wireAdapter } from 'shell/wire';

interface ListConfig {
  readonly objectApiName?: ObjectName;
  readonly listViewApiName?: string | symbol;
  readonly listViewId?: string;
  readonly fields?: readonly FieldName[];
  readonly optionalFields?: readonly FieldName[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: string;
}

/** Rows viewed last, as a name of a list. */
export const MRU = Symbol.for('MRU');

export const getListUi = wireAdapter<ListConfig, unknown>((config) => {
  const path = pathOf(config);
  return path === null
    ? null
    : resourceSource(
        uiApi(path, {
          fields: fieldNames(config.fields),
          optionalFields: fieldNames(config.optionalFields),
          pageSize: config.pageSize,
          pageToken: config.pageToken,
          sortBy: config.sortBy,
        }),
      );
});

function pathOf(config: ListConfig): string | null {
  if (config.listViewId !== undefined) {
    return `list-ui/${config.listViewId}`;
  }
  if (!hasAll(config, ['objectApiName']) || config.objectApiName === undefined) {
    return null;
  }
  const object = objectNameOf(config.objectApiName);
  if (config.listViewApiName === MRU) {
    return `mru-list-ui/${object}`;
  }
  return `list-ui/${object}${config.listViewApiName === undefined ? '' : `/${String(config.listViewApiName)}`}`;
}
