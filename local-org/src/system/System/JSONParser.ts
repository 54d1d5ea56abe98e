/** System.JSONParser: reads token by token. Accessors convert the current token's text. */
import { ApexDecimal } from '../../values/decimal.ts';
import { parseDouble } from '../../values/numbers.ts';
import { enumValue } from '../../runtime/enumValue.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { TypeValue } from '../../runtime/typeValue.ts';
import type { PrimitiveName } from '../../apex/types.ts';
import type { JsonToken } from '../../values/json/tokens.ts';
import { platformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { jsonFault, reading, TypedReader } from './json/deserialize.ts';
import type { ParserValue } from './json/parserValue.ts';
import JSONTokenEnum from './JSONToken.ts';

const tokenValue = (token: JsonToken | null): ApexValue => (token === null ? null : enumValue(JSONTokenEnum, token));
const SCALARS: ReadonlySet<JsonToken | null> = new Set([
  'VALUE_STRING',
  'VALUE_NUMBER_INT',
  'VALUE_NUMBER_FLOAT',
  'VALUE_TRUE',
  'VALUE_FALSE',
]);

function advance(runtime: Runtime, self: ParserValue): JsonToken | null {
  self.current = reading(runtime, () => self.tokens.next());
  return self.current;
}
/** The current token must be one of a kind. */
function demand(runtime: Runtime, self: ParserValue, isFit: boolean, complaint: string): void {
  if (!isFit) {
    jsonFault(runtime, `Current token (${self.current ?? 'null'}) ${complaint} at ${self.tokens.place}`);
  }
}
const isNumber = (self: ParserValue): boolean =>
  self.current === 'VALUE_NUMBER_INT' || self.current === 'VALUE_NUMBER_FLOAT';

const number =
  (type: 'Integer' | 'Long') =>
  (runtime: Runtime, self: ParserValue): ApexValue => {
    demand(runtime, self, isNumber(self), 'not numeric, can not use numeric value accessors');
    const whole =
      self.current === 'VALUE_NUMBER_INT'
        ? self.tokens.text
        : String(ApexDecimal.parse(self.tokens.text)?.toBigInt() ?? '');
    const value = BigInt(whole);
    const isFit = type === 'Integer' ? BigInt.asIntN(32, value) === value : BigInt.asIntN(64, value) === value;
    return isFit
      ? type === 'Integer'
        ? Number(value)
        : value
      : jsonFault(
          runtime,
          `Numeric value (${self.tokens.text}) out of range of ${type === 'Integer' ? 'int' : 'long'} at ${self.tokens.place}`,
        );
  };
const fraction =
  <T>(read: (text: string) => T) =>
  (runtime: Runtime, self: ParserValue): T => {
    demand(runtime, self, isNumber(self), 'not numeric, can not use numeric value accessors');
    return read(self.tokens.text);
  };
const converted =
  (type: Exclude<PrimitiveName, 'Object'>) =>
  (runtime: Runtime, self: ParserValue): ApexValue => {
    demand(runtime, self, SCALARS.has(self.current), `not of ${type.toLowerCase()} type`);
    return new TypedReader(runtime, self.tokens, false).scalar(type, self.tokens.text, true);
  };

const readAs =
  (isStrict: boolean) =>
  (runtime: Runtime, self: ParserValue, type: TypeValue | null): ApexValue => {
    if (type === null) {
      return nullValue(runtime);
    }
    if (self.current === null && advance(runtime, self) === null) {
      jsonFault(runtime, 'No content to map to Object due to end of input');
    }
    const value = reading(runtime, () => {
      if (self.tokens.token === 'FIELD_NAME') {
        self.tokens.next();
      }
      return new TypedReader(runtime, self.tokens, isStrict).read(type.type);
    });
    self.current = self.tokens.token;
    return value;
  };

export default platformClass('System.JSONParser', {
  methods: {
    'void clearCurrentToken()': (_runtime, self: ParserValue) => {
      self.lastCleared = self.current;
      self.current = null;
      return null;
    },
    'Blob getBlobValue()': converted('Blob'),
    'Boolean getBooleanValue()': (runtime, self: ParserValue) => {
      demand(runtime, self, self.current === 'VALUE_TRUE' || self.current === 'VALUE_FALSE', 'not of boolean type');
      return self.current === 'VALUE_TRUE';
    },
    'String getCurrentName()': (_runtime, self: ParserValue) => self.tokens.name,
    'System.JSONToken getCurrentToken()': (_runtime, self: ParserValue) => tokenValue(self.current),
    'Datetime getDatetimeValue()': converted('Datetime'),
    'Date getDateValue()': converted('Date'),
    'Decimal getDecimalValue()': fraction((text) => ApexDecimal.parse(text)),
    'Double getDoubleValue()': fraction((text) => parseDouble(text)),
    'Id getIdValue()': converted('Id'),
    'Integer getIntegerValue()': number('Integer'),
    'System.JSONToken getLastClearedToken()': (_runtime, self: ParserValue) => tokenValue(self.lastCleared),
    'Long getLongValue()': number('Long'),
    'String getText()': (_runtime, self: ParserValue) => (self.current === null ? null : self.tokens.text),
    'Time getTimeValue()': converted('Time'),
    'Boolean hasCurrentToken()': (_runtime, self: ParserValue) => self.current !== null,
    'System.JSONToken nextToken()': (runtime, self: ParserValue) => tokenValue(advance(runtime, self)),
    'System.JSONToken nextValue()': (runtime, self: ParserValue) => {
      const token = advance(runtime, self);
      return tokenValue(token === 'FIELD_NAME' ? advance(runtime, self) : token);
    },
    'Object readValueAs(System.Type apexType)': readAs(false),
    'Object readValueAsStrict(System.Type apexType)': readAs(true),
    'void skipChildren()': (runtime, self: ParserValue) => {
      reading(runtime, () => {
        new TypedReader(runtime, self.tokens, false).skip();
      });
      self.current = self.tokens.token;
      return null;
    },
  },
});
