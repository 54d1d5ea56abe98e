/**
 * Reads JSON token by token, with the messages and positions of the parser behind the platform: the column of a fault
 * is one past the character read.
 */
export type JsonToken =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export class JsonFault extends Error {}

interface Level {
  readonly isObject: boolean;
  /** Where it was opened, for the message about its missing end. */
  readonly line: number;
  readonly column: number;
  count: number;
  name: string | null;
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export class JsonTokens {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  readonly #levels: Level[] = [];
  #awaitsValue = false;
  /** The token read last; null before the first and after the end. */
  token: JsonToken | null = null;
  /** Text of a name, string or number as it means; `true`, `{` … as written. */
  text = '';
  /** Where the token begins. */
  start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `[line:1, column:8]` of the reading position. */
  get place(): string {
    return `[line:${this.#line}, column:${this.#at - this.#lineStart + 1}]`;
  }
  get tokenPlace(): string {
    const before = this.#text.slice(0, this.start);
    const line = before.split('\n').length;
    return `[line:${line}, column:${this.start - before.lastIndexOf('\n')}]`;
  }
  get depth(): number {
    return this.#levels.length;
  }
  /** Name of the field whose value is current, or of the field name itself. */
  get name(): string | null {
    const isOpening = this.token === 'START_OBJECT' || this.token === 'START_ARRAY';
    return this.#levels.at(isOpening ? -2 : -1)?.name ?? null;
  }

  fault(message: string): JsonFault {
    return new JsonFault(`${message} at ${this.place}`);
  }

  next(): JsonToken | null {
    this.#skipBlanks();
    const level = this.#levels.at(-1);
    if (this.#awaitsValue) {
      this.#awaitsValue = false;
      return this.#value();
    }
    if (level === undefined) {
      return this.#at >= this.#text.length ? this.#take(null, '') : this.#value();
    }
    const close = level.isObject ? '}' : ']';
    if (this.#peek(level) === close) {
      return this.#close(level);
    }
    if (level.count > 0) {
      if (this.#text[this.#at] !== ',') {
        throw this.#unexpected(`was expecting comma to separate ${level.isObject ? 'OBJECT' : 'ARRAY'} entries`);
      }
      this.#at++;
      this.#skipBlanks();
      this.#peek(level);
    }
    level.count++;
    return level.isObject ? this.#fieldName(level) : this.#value();
  }

  /** The next character; the end of the text is a fault inside a level. */
  #peek(level: Level): string {
    const next = this.#text[this.#at];
    if (next === undefined) {
      throw this.fault(
        `Unexpected end-of-input: expected close marker for ${level.isObject ? 'OBJECT' : 'ARRAY'} (from [line:${level.line}, column:${level.column}])`,
      );
    }
    return next;
  }

  #close(level: Level): JsonToken {
    this.start = this.#at;
    this.#at++;
    this.#levels.pop();
    return this.#take(level.isObject ? 'END_OBJECT' : 'END_ARRAY', level.isObject ? '}' : ']');
  }

  #fieldName(level: Level): JsonToken {
    if (this.#text[this.#at] !== '"') {
      throw this.#unexpected('was expecting double-quote to start field name');
    }
    this.start = this.#at;
    const name = this.#string('in field name');
    this.#skipBlanks();
    if (this.#at >= this.#text.length) {
      throw this.fault('Unexpected end-of-input within/between OBJECT entries');
    }
    if (this.#text[this.#at] !== ':') {
      throw this.#unexpected('was expecting a colon to separate field name and value');
    }
    this.#at++;
    level.name = name;
    this.#awaitsValue = true;
    return this.#take('FIELD_NAME', name);
  }

  #value(): JsonToken {
    this.start = this.#at;
    const next = this.#text[this.#at];
    switch (next) {
      case undefined:
        throw this.fault('Unexpected end-of-input within/between OBJECT entries');
      case '{':
      case '[':
        this.#levels.push({
          isObject: next === '{',
          line: this.#line,
          column: this.#at - this.#lineStart,
          count: 0,
          name: null,
        });
        this.#at++;
        return this.#take(next === '{' ? 'START_OBJECT' : 'START_ARRAY', next);
      case '"':
        return this.#take('VALUE_STRING', this.#string(': was expecting closing quote for a string value'));
      case 't':
        return this.#word('true', 'VALUE_TRUE');
      case 'f':
        return this.#word('false', 'VALUE_FALSE');
      case 'n':
        return this.#word('null', 'VALUE_NULL');
      default:
        return this.#number(next);
    }
  }

  #word(word: string, token: JsonToken): JsonToken {
    const found = /^\w+/.exec(this.#text.slice(this.#at, this.#at + 256))?.[0] ?? '';
    if (found !== word) {
      this.#at += found.length;
      throw this.fault(`Unrecognized token '${found}': was expecting 'true', 'false' or 'null'`);
    }
    this.#at += word.length;
    return this.#take(token, word);
  }

  #number(next: string): JsonToken {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (!match) {
      throw next === '-'
        ? this.#badMinus()
        : this.#unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }
    this.#at += match[0].length;
    const after = this.#text[this.#at] ?? '';
    if (/^0$/.test(match[0].replace('-', '')) && /\d/.test(after)) {
      throw this.fault('Invalid numeric value: Leading zeroes not allowed');
    }
    if (after === '.' || /[eE]/.test(after)) {
      this.#at++;
      throw this.#unexpected(
        after === '.' ? 'Decimal point not followed by a digit' : 'Exponent indicator not followed by a digit',
        'in numeric value: ',
      );
    }
    return this.#take(
      match[1] === undefined && match[2] === undefined ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT',
      match[0],
    );
  }
  #badMinus(): JsonFault {
    this.#at++;
    return this.#unexpected('expected digit (0-9) to follow minus sign, for valid numeric value', 'in numeric value: ');
  }

  #string(what: string): string {
    this.#at++;
    let text = '';
    for (;;) {
      PLAIN.lastIndex = this.#at;
      const run = PLAIN.exec(this.#text)?.[0] ?? '';
      text += run;
      this.#at += run.length;
      const next = this.#text[this.#at];
      if (next === undefined) {
        throw this.fault(`Unexpected end-of-input${what.startsWith(':') ? what : ` ${what}`}`);
      }
      this.#at++;
      if (next === '"') {
        return text;
      }
      if (next !== '\\') {
        throw this.fault(
          `Illegal unquoted character ((CTRL-CHAR, code ${next.charCodeAt(0)})): has to be escaped using backslash to be included in ${what.includes('name') ? 'name' : 'string value'}`,
        );
      }
      text += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at] ?? '';
    this.#at++;
    if (letter === 'u') {
      const digits = /^[0-9a-fA-F]{4}/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
      if (digits === undefined) {
        throw this.#unexpected('expected a hex-digit for character escape sequence');
      }
      this.#at += 4;
      return String.fromCharCode(parseInt(digits, 16));
    }
    const meant = ESCAPES[letter];
    if (meant === undefined) {
      throw this.fault(
        letter === ''
          ? 'Unexpected end-of-input in character escape sequence'
          : `Unrecognized character escape ${described(letter)}`,
      );
    }
    return meant;
  }

  #unexpected(expectation: string, lead = ''): JsonFault {
    const found = this.#text[this.#at];
    this.#at++;
    return found === undefined
      ? this.fault(`Unexpected end-of-input`)
      : this.fault(
          `Unexpected character (${described(found)})${lead === '' ? '' : ` ${lead.replace(/: $/, '')}`}: ${expectation}`,
        );
  }

  #skipBlanks(): void {
    for (;;) {
      const next = this.#text.charCodeAt(this.#at);
      if (next === 10) {
        this.#line++;
        this.#lineStart = this.#at + 1;
      } else if (next !== 32 && next !== 9 && next !== 13) {
        return;
      }
      this.#at++;
    }
  }

  #take<T extends JsonToken | null>(token: T, text: string): T {
    this.token = token;
    this.text = text;
    return token;
  }
}

function described(character: string): string {
  const code = character.charCodeAt(0);
  return code < 32
    ? `(CTRL-CHAR, code ${code})`
    : `'${character}' (code ${code}${code > 255 ? ` / 0x${code.toString(16)}` : ''})`;
}
