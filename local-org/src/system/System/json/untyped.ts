/** Reads JSON without a type: `Map<String,Object>`, `List<Object>`, text, numbers by their size, booleans, null. */
import { ApexDecimal } from '../../../values/decimal.ts';
import { fitsInteger, fitsLong } from '../../../values/numbers.ts';
import type { JsonTokens } from '../../../values/json/tokens.ts';
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';

/** The value whose first token is current. */
export function readUntyped(runtime: Runtime, tokens: JsonTokens): ApexValue {
  switch (tokens.token) {
    case 'START_OBJECT': {
      const map = runtime.newMap('String', 'Object');
      while (tokens.next() === 'FIELD_NAME') {
        const name = tokens.text;
        tokens.next();
        map.put(name, readUntyped(runtime, tokens));
      }
      return map;
    }
    case 'START_ARRAY': {
      const items: ApexValue[] = [];
      while (tokens.next() !== 'END_ARRAY') {
        items.push(readUntyped(runtime, tokens));
      }
      return runtime.newList('Object', items);
    }
    case 'VALUE_STRING':
      return tokens.text;
    case 'VALUE_NUMBER_INT':
      return wholeNumber(tokens.text);
    case 'VALUE_NUMBER_FLOAT':
      return ApexDecimal.parse(tokens.text);
    case 'VALUE_TRUE':
      return true;
    case 'VALUE_FALSE':
      return false;
    default:
      return null;
  }
}

function wholeNumber(text: string): ApexValue {
  const value = BigInt(text);
  return fitsInteger(value) ? Number(value) : fitsLong(value) ? value : ApexDecimal.of(value);
}
