/** Text. Positions count from 1. Blank text is the empty text, and a result that is empty is blank. */
import { ApexDate, ApexDatetime, ApexTime } from '../../../values/temporal.ts';
import { caseSafeId } from '../ids.ts';
import { FormulaNumber, integerOf, plainText } from '../number.ts';
import { FormulaFault } from '../problem.ts';
import { fullMatch } from '../regex.ts';
import { asNumber, asText, expectKind, typed, type FormulaValue } from '../typed.ts';
import { owner, parameter, strict, type FormulaFunction, type FunctionTable } from './define.ts';

const textAt = (values: readonly FormulaValue[], index: number): string => asText(values[index] ?? null);
function countAt(values: readonly FormulaValue[], index: number): number {
  const value = asNumber(values[index] ?? null);
  return value === null ? 0 : integerOf(value);
}
const orBlank = (text: string): string | null => (text === '' ? null : text);

const one = (run: (text: string) => string): FormulaFunction =>
  strict({ takes: ['text'], gives: 'text' }, (values) => orBlank(run(textAt(values, 0))));

/** True for a blank part, unknown for a blank whole (FunctionBegins, FunctionContains of the published engine). */
const inspect = (run: (whole: string, part: string) => boolean): FormulaFunction =>
  strict({ takes: ['text', 'text'], gives: 'boolean' }, (values) => {
    const [whole, part] = [textAt(values, 0), textAt(values, 1)];
    return part === '' ? true : whole === '' ? null : run(whole, part);
  });

/** More than any text of a formula may have. */
const LONGEST = 131_072;

function pad(isLeft: boolean): FormulaFunction {
  return strict({ takes: ['text', 'number', 'text'], gives: 'text', minimum: 2 }, (values) => {
    const [text, length, padding] = [
      textAt(values, 0),
      countAt(values, 1),
      values.length > 2 ? textAt(values, 2) : ' ',
    ];
    if (text === '' || length <= 0) {
      return null;
    }
    if (length <= text.length) {
      return text.slice(0, length);
    }
    if (padding === '') {
      return text;
    }
    if (length > LONGEST) {
      throw new FormulaFault('The text is too long');
    }
    return isLeft ? text.padStart(length, padding) : text.padEnd(length, padding);
  });
}

/** Lower case but for the first letter of each word. */
const initialCapitals = (text: string): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());

const cased = (change: 'toUpperCase' | 'toLowerCase'): FormulaFunction =>
  strict({ takes: ['text', 'text'], gives: 'text', minimum: 1 }, (values) => {
    const text = textAt(values, 0);
    const locale = textAt(values, 1).replaceAll('_', '-');
    return orBlank(
      locale === ''
        ? text[change]()
        : change === 'toUpperCase'
          ? text.toLocaleUpperCase(locale)
          : text.toLocaleLowerCase(locale),
    );
  });

/** A number as Java's BigDecimal reads it: sign, digits, exponent; no blanks, no grouping. */
export const NUMBER_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function valueOfText(text: string): FormulaNumber | null {
  if (text === '') {
    return null;
  }
  if (!NUMBER_TEXT.test(text)) {
    throw new FormulaFault('VALUE() needs a number');
  }
  return new FormulaNumber(text);
}

/** TEXT(): numbers without grouping, dates as ISO, datetimes in GMT with a Z, picklists by their value. */
function compileText(): FormulaFunction {
  return {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const subject = parameter(call, 0);
      expectKind(subject, ['number', 'date', 'datetime', 'time', 'picklist'], owner(call));
      return typed('text', call.at, (frame) => textOf(subject.run(frame)));
    },
  };
}

function textOf(value: FormulaValue): string | null {
  if (value instanceof FormulaNumber) {
    return plainText(value);
  }
  if (value instanceof ApexDate) {
    return value.toString();
  }
  if (value instanceof ApexDatetime) {
    return `${value.toIsoString().slice(0, 19).replace('T', ' ')}Z`;
  }
  if (value instanceof ApexTime) {
    return value.toString().slice(0, -1);
  }
  return typeof value === 'string' ? value : null;
}

export const TEXT: FunctionTable = {
  BEGINS: inspect((whole, part) => whole.startsWith(part)),
  CONTAINS: inspect((whole, part) => whole.includes(part)),
  BR: { minimum: 0, maximum: 0, compile: (call) => typed('text', call.at, () => '<br>') },
  CASESAFEID: one(caseSafeId),
  CHR: strict({ takes: ['number'], gives: 'text' }, (values) => {
    const code = countAt(values, 0);
    return code <= 0 || code > 0x10ffff ? null : String.fromCodePoint(code);
  }),
  ASCII: strict({ takes: ['text'], gives: 'number' }, (values) => {
    const code = textAt(values, 0).codePointAt(0);
    return code === undefined ? null : new FormulaNumber(code);
  }),
  FIND: strict({ takes: ['text', 'text', 'number'], gives: 'number', minimum: 2 }, (values) => {
    const [part, whole] = [textAt(values, 0), textAt(values, 1)];
    return new FormulaNumber(
      part === '' || whole === ''
        ? 0
        : whole.indexOf(part, Math.max(0, (values.length > 2 ? countAt(values, 2) : 1) - 1)) + 1,
    );
  }),
  HYPERLINK: strict(
    { takes: ['text', 'text', 'text'], gives: 'text', minimum: 2 },
    (values) =>
      `<a href="${textAt(values, 0)}" target="${values.length > 2 ? textAt(values, 2) : '_blank'}">${textAt(values, 1)}</a>`,
  ),
  IMAGE: strict({ takes: ['text', 'text', 'number', 'number'], gives: 'text', minimum: 2 }, (values) => {
    const size = values.length > 3 ? ` style="height:${countAt(values, 2)}px; width:${countAt(values, 3)}px;"` : '';
    return `<img src="${textAt(values, 0)}" alt="${textAt(values, 1)}"${size} border="0"/>`;
  }),
  INITCAP: one(initialCapitals),
  ISNUMBER: strict({ takes: ['text'], gives: 'boolean' }, (values) => NUMBER_TEXT.test(textAt(values, 0))),
  LEFT: strict({ takes: ['text', 'number'], gives: 'text' }, (values) =>
    orBlank(textAt(values, 0).slice(0, Math.max(0, countAt(values, 1)))),
  ),
  RIGHT: strict({ takes: ['text', 'number'], gives: 'text' }, (values) => {
    const count = countAt(values, 1);
    return count <= 0 ? null : orBlank(textAt(values, 0).slice(-count));
  }),
  MID: strict({ takes: ['text', 'number', 'number'], gives: 'text' }, (values) => {
    const start = Math.max(1, countAt(values, 1)) - 1;
    return orBlank(textAt(values, 0).slice(start, start + Math.max(0, countAt(values, 2))));
  }),
  LEN: strict({ takes: ['text'], gives: 'number' }, (values) => new FormulaNumber(textAt(values, 0).length)),
  LOWER: cased('toLowerCase'),
  UPPER: cased('toUpperCase'),
  LPAD: pad(true),
  RPAD: pad(false),
  REVERSE: one((text) => [...text].reverse().join('')),
  SUBSTITUTE: strict({ takes: ['text', 'text', 'text'], gives: 'text' }, (values) => {
    const [whole, part, other] = [textAt(values, 0), textAt(values, 1), textAt(values, 2)];
    // A blank text to look for leaves nothing (FunctionSubstitute of the published engine).
    return part === '' ? null : orBlank(whole.replaceAll(part, () => other));
  }),
  TEXT: compileText(),
  TRIM: one((text) => text.replace(/^ +| +$/g, '')),
  VALUE: strict({ takes: ['text'], gives: 'number' }, (values) => valueOfText(textAt(values, 0))),
  REGEX: {
    ...strict({ takes: ['text', 'text'], gives: 'boolean' }, (values, frame) =>
      fullMatch(frame.runtime, textAt(values, 1), textAt(values, 0)),
    ),
    purposes: ['rule'],
  },
};
