export type FormulaType =
  'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'location' | 'any';

/** `same` means the type of the arguments that may become the result. */
export interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  readonly result: FormulaType | 'same';
  /** Type of every argument, or of each in turn; absent where any type will do. */
  readonly args?: FormulaType | readonly FormulaType[];
}

const MANY = 255;
const define = (
  least: number,
  most: number,
  result: FormulaType | 'same',
  args?: FormulaType | readonly FormulaType[],
): FormulaFunction => (args === undefined ? { least, most, result } : { least, most, result, args });

const NUMBER_TO_NUMBER = define(1, 1, 'number', 'number');
const TEXT_TO_TEXT = define(1, 1, 'text', 'text');
const TWO_TEXTS = define(2, 2, 'checkbox', 'text');
const DATE_PART = define(1, 1, 'number', 'date');
const TIME_PART = define(1, 1, 'number', 'time');

/** Functions about a save, which a formula field, computed when it is read, cannot have. */
export const ONLY_WHEN_SAVING: ReadonlySet<string> = new Set([
  'ISCHANGED',
  'ISCLONE',
  'ISNEW',
  'PRIORVALUE',
  'REGEX',
  'VLOOKUP',
]);

/** The functions of fields, rules and defaults, with how many arguments they take and of which type. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  ABS: NUMBER_TO_NUMBER,
  ACOS: NUMBER_TO_NUMBER,
  ADDMONTHS: define(2, 2, 'same', ['any', 'number']),
  AND: define(1, MANY, 'checkbox', 'checkbox'),
  ASCII: define(1, 1, 'number', 'text'),
  ASIN: NUMBER_TO_NUMBER,
  ATAN: NUMBER_TO_NUMBER,
  ATAN2: define(2, 2, 'number', 'number'),
  BEGINS: TWO_TEXTS,
  BLANKVALUE: define(2, 2, 'same'),
  BR: define(0, 0, 'text'),
  CASE: define(4, MANY, 'any'),
  CASESAFEID: define(1, 1, 'text'),
  CEILING: NUMBER_TO_NUMBER,
  CHR: define(1, 1, 'text', 'number'),
  CONTAINS: TWO_TEXTS,
  COS: NUMBER_TO_NUMBER,
  CURRENCYRATE: define(1, 1, 'number', 'text'),
  DATE: define(3, 3, 'date', 'number'),
  DATETIMEVALUE: define(1, 1, 'datetime'),
  DATEVALUE: define(1, 1, 'date'),
  DAY: DATE_PART,
  DAYOFYEAR: DATE_PART,
  DISTANCE: define(3, 3, 'number', ['location', 'location', 'text']),
  EXP: NUMBER_TO_NUMBER,
  FIND: define(2, 3, 'number', ['text', 'text', 'number']),
  FLOOR: NUMBER_TO_NUMBER,
  FORMATDURATION: define(1, 2, 'text'),
  FROMUNIXTIME: define(1, 1, 'datetime', 'number'),
  GEOLOCATION: define(2, 2, 'location', 'number'),
  GETRECORDIDS: define(1, 1, 'text'),
  GETSESSIONID: define(0, 0, 'text'),
  HOUR: TIME_PART,
  HTMLENCODE: TEXT_TO_TEXT,
  HYPERLINK: define(2, 3, 'text', 'text'),
  IF: define(3, 3, 'same', ['checkbox', 'any', 'any']),
  IMAGE: define(2, 4, 'text', ['text', 'text', 'number', 'number']),
  INCLUDES: define(2, 2, 'checkbox', ['multipicklist', 'text']),
  INITCAP: TEXT_TO_TEXT,
  ISBLANK: define(1, 1, 'checkbox'),
  ISCHANGED: define(1, 1, 'checkbox'),
  ISCLONE: define(0, 0, 'checkbox'),
  ISNEW: define(0, 0, 'checkbox'),
  ISNULL: define(1, 1, 'checkbox'),
  ISNUMBER: define(1, 1, 'checkbox', 'text'),
  ISOWEEK: DATE_PART,
  ISOYEAR: DATE_PART,
  ISPICKVAL: define(2, 2, 'checkbox', ['picklist', 'text']),
  JSENCODE: TEXT_TO_TEXT,
  JSINHTMLENCODE: TEXT_TO_TEXT,
  LEFT: define(2, 2, 'text', ['text', 'number']),
  LEN: define(1, 1, 'number', 'text'),
  LN: NUMBER_TO_NUMBER,
  LOG: NUMBER_TO_NUMBER,
  LOWER: define(1, 2, 'text', 'text'),
  LPAD: define(2, 3, 'text', ['text', 'number', 'text']),
  MAX: define(1, MANY, 'number', 'number'),
  MCEILING: NUMBER_TO_NUMBER,
  MFLOOR: NUMBER_TO_NUMBER,
  MID: define(3, 3, 'text', ['text', 'number', 'number']),
  MILLISECOND: TIME_PART,
  MIN: define(1, MANY, 'number', 'number'),
  MINUTE: TIME_PART,
  MOD: define(2, 2, 'number', 'number'),
  MONTH: DATE_PART,
  NOT: define(1, 1, 'checkbox', 'checkbox'),
  NOW: define(0, 0, 'datetime'),
  NULLVALUE: define(2, 2, 'same'),
  OR: define(1, MANY, 'checkbox', 'checkbox'),
  PI: define(0, 0, 'number'),
  PICKLISTCOUNT: define(1, 1, 'number', 'multipicklist'),
  PRIORVALUE: define(1, 1, 'same'),
  REGEX: TWO_TEXTS,
  REVERSE: TEXT_TO_TEXT,
  RIGHT: define(2, 2, 'text', ['text', 'number']),
  ROUND: define(2, 2, 'number', 'number'),
  RPAD: define(2, 3, 'text', ['text', 'number', 'text']),
  SECOND: TIME_PART,
  SIN: NUMBER_TO_NUMBER,
  SQRT: NUMBER_TO_NUMBER,
  SUBSTITUTE: define(3, 3, 'text', 'text'),
  TAN: NUMBER_TO_NUMBER,
  TEXT: define(1, 1, 'text'),
  TIMENOW: define(0, 0, 'time'),
  TIMEVALUE: define(1, 1, 'time'),
  TODAY: define(0, 0, 'date'),
  TRIM: TEXT_TO_TEXT,
  TRUNC: define(1, 2, 'number', 'number'),
  UNIXTIMESTAMP: define(1, 1, 'number'),
  UPPER: define(1, 2, 'text', 'text'),
  URLENCODE: TEXT_TO_TEXT,
  VALUE: define(1, 1, 'number', 'text'),
  VLOOKUP: define(3, 3, 'any'),
  WEEKDAY: DATE_PART,
  YEAR: DATE_PART,
};
