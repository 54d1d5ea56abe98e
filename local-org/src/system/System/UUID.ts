/** System.UUID: random identifiers of version 4. */
import { randomUUID } from 'node:crypto';
import { PlatformObject } from '../../runtime/platformObject.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { hashCode } from './string/textTools.ts';

export class UuidValue extends PlatformObject {
  readonly apexType = 'System.UUID';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text.toLowerCase();
  }
  override toString(): string {
    return this.text;
  }
  toJsonForm(): string {
    return this.text;
  }
}

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export default platformClass('System.UUID', {
  methods: {
    ...withoutNulls({
      'static System.UUID fromString(String text)': (runtime, text: string) =>
        SHAPE.test(text)
          ? new UuidValue(text)
          : runtime.fail('System.IllegalArgumentException', `Invalid UUID string: ${text}`),
    }),
    'static System.UUID randomUUID()': () => new UuidValue(randomUUID()),
    'Boolean equals(Object other)': (_runtime, self: UuidValue, other: unknown) =>
      other instanceof UuidValue && other.text === self.text,
    'Integer hashCode()': (_runtime, self: UuidValue) => hashCode(self.text),
    'String toString()': (_runtime, self: UuidValue) => self.text,
  },
});
