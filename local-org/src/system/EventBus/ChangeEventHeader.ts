/**
 * `EventBus.ChangeEventHeader`: what a change event says of the change (Change Data Capture Developer Guide, "Change
 * Event Header Fields"). Each field is a property and a pair of methods.
 */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type Code } from '../define.ts';

const FIELDS: Readonly<Record<string, string>> = {
  changedFields: 'List<String>',
  changeOrigin: 'String',
  changeType: 'String',
  commitNumber: 'Long',
  commitTimestamp: 'Long',
  commitUser: 'String',
  diffFields: 'List<String>',
  entityName: 'String',
  nulledFields: 'List<String>',
  recordIds: 'List<String>',
  sequenceNumber: 'Integer',
  transactionKey: 'String',
};

class ChangeEventHeader extends PlatformObject {
  readonly apexType = 'EventBus.ChangeEventHeader';
  readonly values = new Map<string, ApexValue>();
}

const entries = Object.entries(FIELDS).map(([name, type]) => ({
  name,
  type,
  capital: name.charAt(0).toUpperCase() + name.slice(1),
  get: (_runtime: Runtime, self: ChangeEventHeader): ApexValue => self.values.get(name) ?? null,
  set: (_runtime: Runtime, self: ChangeEventHeader, value: ApexValue): null => {
    self.values.set(name, value);
    return null;
  },
}));

export default platformClass('EventBus.ChangeEventHeader', {
  constructors: { '()': () => new ChangeEventHeader() },
  methods: Object.fromEntries(
    entries.flatMap(({ type, capital, get, set }): [string, Code][] => [
      [`${type} get${capital}()`, get],
      [`void set${capital}(${type} value)`, set],
    ]),
  ),
  properties: Object.fromEntries(entries.map(({ name, type, get, set }) => [`${type} ${name}`, { get, set }])),
});
