/** Page layouts. Source: LWC Developer Guide, "lightning/uiLayoutApi". */
import { uiApi } from 'shell/http';
import { objectNameOf, type ObjectName } from 'shell/fieldIds';
import { resourceSource } from 'shell/recordStore';
import { hasAll, wireAdapter } from 'shell/wire';

interface LayoutConfig {
  readonly objectApiName: ObjectName;
  readonly layoutType?: 'Compact' | 'Full';
  readonly mode?: 'Create' | 'Edit' | 'View';
  readonly recordTypeId?: string;
}
export const getLayout = wireAdapter<LayoutConfig, unknown>((config) =>
  hasAll(config, ['objectApiName'])
    ? resourceSource(
        uiApi(`layout/${objectNameOf(config.objectApiName)}`, {
          layoutType: config.layoutType,
          mode: config.mode,
          recordTypeId: config.recordTypeId,
        }),
        'metadata',
      )
    : null,
);
