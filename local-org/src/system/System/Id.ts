/** `Id`: text of 15 or 18 characters that names a row. */
import { objectToken } from '../Schema/tokens.ts';
import { toLongId } from '../../values/id.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';

function valueOf(runtime: Runtime, text: string | null): string {
  if (text === null) {
    return runtime.fail('System.NullPointerException', 'Argument 1 cannot be null');
  }
  return toLongId(text) ?? runtime.fail('System.StringException', `Invalid id: ${text}`);
}

export default platformClass('System.Id', {
  methods: {
    'static Id valueOf(String text)': valueOf,
    'static Id valueOf(String text, Boolean restoreCasing)': (runtime, text: string | null, restoreCasing: boolean) =>
      restoreCasing ? runtime.unsupported('Id.valueOf with restored casing') : valueOf(runtime, text),
    'Schema.SObjectType getSObjectType()': (runtime, self: string) => {
      const object = runtime.org.schema.byKeyPrefix(self.slice(0, 3));
      return object === null
        ? runtime.fail('System.SObjectException', `Cannot locate Apex Type for ID: ${self}`)
        : objectToken(runtime, object);
    },
    'String to15()': (_runtime, self: string) => self.slice(0, 15),
    'Boolean equals(Object other)': (runtime, self: string, other: unknown) =>
      typeof other === 'string' && runtime.equals(self, other),
  },
});
