/** System.JSON. */
import { JsonTokens } from '../../values/json/tokens.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { TypeValue } from '../../runtime/typeValue.ts';
import { platformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { deserialize, jsonFault, reading } from './json/deserialize.ts';
import { GeneratorValue } from './json/generatorValue.ts';
import { ParserValue } from './json/parserValue.ts';
import { serialize } from './json/serialize.ts';
import { readUntyped } from './json/untyped.ts';

function untyped(runtime: Runtime, text: string | null): ApexValue {
  const tokens = new JsonTokens(text ?? nullValue(runtime));
  return reading(runtime, () =>
    tokens.next() === null
      ? jsonFault(runtime, 'No content to map to Object due to end of input')
      : readUntyped(runtime, tokens),
  );
}
const typed =
  (isStrict: boolean) =>
  (runtime: Runtime, text: string | null, type: TypeValue | null): ApexValue =>
    text === null || type === null ? nullValue(runtime) : deserialize(runtime, text, type.type, isStrict);

export default platformClass('System.JSON', {
  methods: {
    'static JSONGenerator createGenerator(Boolean prettyPrint)': (runtime, isPretty: boolean | null) =>
      new GeneratorValue(isPretty ?? nullValue(runtime)),
    'static JSONParser createParser(String jsonString)': (runtime, text: string | null) =>
      new ParserValue(text ?? nullValue(runtime)),
    'static Object deserialize(String jsonString, System.Type apexType)': typed(false),
    'static Object deserializeStrict(String jsonString, System.Type apexType)': typed(true),
    'static Object deserializeUntyped(String jsonString)': untyped,
    'static String serialize(Object objectToSerialize)': (runtime, value: ApexValue) =>
      serialize(runtime, value, false, false),
    'static String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      runtime,
      value: ApexValue,
      suppress: boolean | null,
    ) => serialize(runtime, value, false, suppress === true),
    'static String serializePretty(Object objectToSerialize)': (runtime, value: ApexValue) =>
      serialize(runtime, value, true, false),
    'static String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      runtime,
      value: ApexValue,
      suppress: boolean | null,
    ) => serialize(runtime, value, true, suppress === true),
  },
});
