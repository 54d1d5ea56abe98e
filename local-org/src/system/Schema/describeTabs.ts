/** Tabs and apps: an org without a user interface has none to describe. */
import { describeClass } from './getters.ts';
import type { PlatformClass } from '../define.ts';
import type { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';

const unsupported = (runtime: Runtime, _self: PlatformObject): never =>
  runtime.unsupported('Schema.DescribeTabSetResult');

export const describeTabSetResult: PlatformClass = describeClass('Schema.DescribeTabSetResult', {
  'String getDescription': unsupported,
  'String getLabel': unsupported,
  'String getLogoUrl': unsupported,
  'String getNamespace': unsupported,
  'List<Schema.DescribeTabResult> getTabs': unsupported,
  'String getTabSetId': unsupported,
  'Boolean isSelected': unsupported,
});
export const describeTabResult: PlatformClass = describeClass('Schema.DescribeTabResult', {
  'String getIconUrl': unsupported,
  'String getLabel': unsupported,
  'String getMiniIconUrl': unsupported,
  'String getName': unsupported,
  'String getSobjectName': unsupported,
  'String getUrl': unsupported,
  'Boolean isCustom': unsupported,
});
