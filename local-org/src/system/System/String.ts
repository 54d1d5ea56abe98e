/** System.String: the statics here, what looks, cuts and rewrites in `string/`. */
import { ApexDatetime, type ApexDate } from '../../values/temporal.ts';
import { datetimeText } from '../../values/text.ts';
import { ApexList, ApexSet } from '../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { refuseNull } from '../support/nullChecks.ts';
import { gmt, userZone } from '../support/zones.ts';
import { changing } from './string/changing.ts';
import { cutting } from './string/cutting.ts';
import { inspecting } from './string/inspecting.ts';
import { formatMessage } from './string/messageFormat.ts';

const textOrNull = (runtime: Runtime, value: ApexValue): string | null => (value === null ? null : runtime.text(value));

function elements(runtime: Runtime, value: ApexValue): readonly ApexValue[] {
  if (value === null) {
    refuseNull(runtime, 1);
  }
  if (value instanceof ApexList) {
    return value.items;
  }
  if (value instanceof ApexSet) {
    return [...value.values()];
  }
  if (typeof value === 'object' && runtime.hasMethod(value, 'iterator', 0)) {
    const iterator = runtime.call(value, 'iterator', []);
    const items: ApexValue[] = [];
    while (iterator !== null && typeof iterator === 'object' && runtime.call(iterator, 'hasNext', []) === true) {
      items.push(runtime.call(iterator, 'next', []));
    }
    return items;
  }
  return runtime.fail(
    'System.TypeException',
    `Invalid conversion from runtime type ${runtime.typeName(value)} to Iterable<Object>`,
  );
}

function commonPrefix(texts: readonly (string | null)[]): string {
  const [first = '', ...rest] = texts.map((text) => text ?? '');
  let length = first.length;
  for (const text of rest) {
    while (!text.startsWith(first.slice(0, length))) {
      length--;
    }
  }
  return first.slice(0, length);
}

export default platformClass('System.String', {
  methods: {
    ...inspecting,
    ...cutting,
    ...changing,
    'static String format(String pattern, List<Object> arguments)': (
      runtime,
      pattern: string | null,
      args: ApexList | null,
    ) =>
      pattern === null ? null : formatMessage(runtime, pattern, args === null ? refuseNull(runtime, 2) : args.items),
    'static String fromCharArray(List<Integer> characters)': (runtime, codes: ApexList | null) =>
      codes === null
        ? refuseNull(runtime, 1)
        : codes.items.map((code) => (typeof code === 'number' ? String.fromCodePoint(code) : '')).join(''),
    'List<Integer> getChars()': (runtime, self: string) =>
      runtime.newList(
        'Integer',
        self.split('').map((unit) => unit.charCodeAt(0)),
      ),
    'static String getCommonPrefix(List<String> texts)': (runtime, texts: ApexList | null) =>
      texts === null
        ? refuseNull(runtime, 1)
        : commonPrefix(texts.items.map((text) => (typeof text === 'string' ? text : null))),
    'static String join(Object iterable, String separator)': (runtime, iterable: ApexValue, separator: string | null) =>
      elements(runtime, iterable)
        .map((value) => textOrNull(runtime, value) ?? '')
        .join(separator ?? ''),
    'static String valueOf(Date value)': (_runtime, value: ApexDate | null) =>
      value === null ? null : value.toString(),
    'static String valueOf(Datetime value)': (runtime, value: ApexDatetime | null) =>
      value === null ? null : datetimeText(value, userZone(runtime)),
    'static String valueOf(Decimal value)': textOrNull,
    'static String valueOf(Double value)': textOrNull,
    'static String valueOf(Integer value)': textOrNull,
    'static String valueOf(Long value)': textOrNull,
    'static String valueOf(Object value)': (runtime, value: ApexValue) =>
      value instanceof ApexDatetime ? datetimeText(value, userZone(runtime)) : textOrNull(runtime, value),
    'static String valueOfGmt(Datetime value)': (runtime, value: ApexDatetime | null) =>
      value === null ? refuseNull(runtime, 1) : datetimeText(value, gmt(runtime)),
  },
});
