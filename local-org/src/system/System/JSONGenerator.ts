/** System.JSONGenerator: writes token by token and refuses what would not be JSON. */
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type ClassDescription } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import type { GeneratorValue } from './json/generatorValue.ts';
import { writeValue } from './json/serialize.ts';

type Methods = NonNullable<ClassDescription['methods']>;

const fault = (runtime: Runtime, message: string): never => runtime.fail('System.JSONException', message);

function open(runtime: Runtime, self: GeneratorValue): void {
  if (self.isClosed) {
    fault(runtime, 'Generator is closed.');
  }
}
/** A value may stand here: in an array, behind a name, or once at the root. */
function beforeValue(runtime: Runtime, self: GeneratorValue, what: string): void {
  open(runtime, self);
  if (self.writer.level === 'object' && !self.writer.awaitsValue) {
    fault(runtime, `Can not ${what}, expecting field name`);
  }
}
function writeName(runtime: Runtime, self: GeneratorValue, name: string | null): void {
  open(runtime, self);
  if (self.writer.level !== 'object' || self.writer.awaitsValue) {
    fault(runtime, 'Can not write a field name, expecting a value');
  }
  self.writer.name(name ?? nullValue(runtime));
}
function write(runtime: Runtime, self: GeneratorValue, value: ApexValue, what: string): null {
  beforeValue(runtime, self, what);
  writeValue(runtime, self.writer, value, false);
  return null;
}
function close(runtime: Runtime, self: GeneratorValue, level: 'object' | 'array'): null {
  open(runtime, self);
  if (self.writer.level !== level) {
    const title = (name: string): string => name.toUpperCase();
    fault(runtime, `Current context not an ${title(level)} but ${title(self.writer.level)}`);
  }
  self.writer.end();
  return null;
}

/** `writeX(value)` and `writeXField(name, value)`. */
const pair = (name: string, type: string, what: string): Methods => ({
  [`void write${name}(${type} value)`]: (runtime, self: GeneratorValue, value: ApexValue) =>
    write(runtime, self, value ?? nullValue(runtime), `write ${what}`),
  [`void write${name}Field(String fieldName, ${type} value)`]: (
    runtime,
    self: GeneratorValue,
    field: string | null,
    value: ApexValue,
  ) => {
    const given = value ?? nullValue(runtime);
    writeName(runtime, self, field);
    return write(runtime, self, given, `write ${what}`);
  },
});

export default platformClass('System.JSONGenerator', {
  methods: {
    ...pair('Blob', 'Blob', 'binary value'),
    ...pair('Boolean', 'Boolean', 'boolean value'),
    ...pair('Date', 'Date', 'string'),
    ...pair('DateTime', 'Datetime', 'string'),
    ...pair('Id', 'Id', 'string'),
    ...pair('Number', 'Decimal', 'number'),
    ...pair('Number', 'Double', 'number'),
    ...pair('Number', 'Integer', 'number'),
    ...pair('Number', 'Long', 'number'),
    ...pair('String', 'String', 'string'),
    ...pair('Time', 'Time', 'string'),
    'void close()': (_runtime, self: GeneratorValue) => {
      while (self.writer.level !== 'root') {
        self.writer.end();
      }
      self.isClosed = true;
      return null;
    },
    'String getAsString()': (_runtime, self: GeneratorValue) => {
      while (self.writer.level !== 'root') {
        self.writer.end();
      }
      self.isClosed = true;
      return self.writer.text;
    },
    'Boolean isClosed()': (_runtime, self: GeneratorValue) => self.isClosed,
    'void writeEndArray()': (runtime, self: GeneratorValue) => close(runtime, self, 'array'),
    'void writeEndObject()': (runtime, self: GeneratorValue) => close(runtime, self, 'object'),
    'void writeFieldName(String fieldName)': (runtime, self: GeneratorValue, name: string | null) => {
      writeName(runtime, self, name);
      return null;
    },
    'void writeNull()': (runtime, self: GeneratorValue) => write(runtime, self, null, 'write null value'),
    'void writeNullField(String fieldName)': (runtime, self: GeneratorValue, name: string | null) => {
      writeName(runtime, self, name);
      return write(runtime, self, null, 'write null value');
    },
    'void writeObject(Object value)': (runtime, self: GeneratorValue, value: ApexValue) =>
      write(runtime, self, value, 'write value'),
    'void writeObjectField(String fieldName, Object value)': (
      runtime,
      self: GeneratorValue,
      name: string | null,
      value: ApexValue,
    ) => {
      writeName(runtime, self, name);
      return write(runtime, self, value, 'write value');
    },
    'void writeStartArray()': (runtime, self: GeneratorValue) => {
      beforeValue(runtime, self, 'start an array');
      self.writer.startArray();
      return null;
    },
    'void writeStartObject()': (runtime, self: GeneratorValue) => {
      beforeValue(runtime, self, 'start an object');
      self.writer.startObject();
      return null;
    },
  },
});
