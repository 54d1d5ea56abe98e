/** System.Blob: bytes. */
import { ApexBlob } from '../../values/value.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';

export default platformClass('System.Blob', {
  methods: withoutNulls({
    'Integer size()': (_runtime, self: ApexBlob) => self.bytes.length,
    'String toString()': (runtime, self: ApexBlob) =>
      self.toText() ?? runtime.fail('System.StringException', 'BLOB is not a valid UTF-8 string'),
    'static Blob valueOf(String text)': (_runtime, text: string) => ApexBlob.ofText(text),
  }),
});
