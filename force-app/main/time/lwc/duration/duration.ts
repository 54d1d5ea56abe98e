/** How long something took. A span of the day also knows when it began and ended, in minutes since midnight. */
export interface Duration {
  readonly seconds: number;
  readonly startMinute?: number;
  readonly endMinute?: number;
}

/** Why a text is no duration, with what the text might have meant. */
export type DurationProblem =
  | { readonly kind: 'unknown' | 'nothing' | 'backwards' }
  | { readonly kind: 'minutes'; readonly hours: number }
  | { readonly kind: 'tooLong'; readonly hours: number; readonly minutes: number | null };

export type ReadDuration =
  | { readonly duration: Duration; readonly problem: null }
  | { readonly duration: null; readonly problem: DurationProblem };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = 12;

const HOURS_WORD = '(?:hours?|hrs?|h|stunden?|std\\.?|heures?)';
const MINUTES_WORD = '(?:minutes?|minuten|mins?\\.?|m)';
const CLOCK = '(\\d{1,2})(?:[:h.](\\d{2})|h)?\\s*([ap])?\\.?(?:m\\.?)?';

const DECIMAL = /^(?:\d+\.?\d*|\.\d+)$/;
const COLON = /^(\d*):(\d{2})(?::(\d{2}))?$/;
const HOURS = new RegExp(`^(\\d+(?:\\.\\d+)?)\\s*${HOURS_WORD}$`);
const HOURS_AND_MINUTES = new RegExp(`^(\\d+)\\s*${HOURS_WORD}\\s*(\\d{1,2})\\s*${MINUTES_WORD}?$`);
const MINUTES = new RegExp(`^(\\d+(?:\\.\\d+)?)\\s*${MINUTES_WORD}$`);
const SPAN = new RegExp(`^${CLOCK}\\s*[-–—]\\s*${CLOCK}$`);

/** Reads `1.5`, `1,5`, `1:30`, `1h30`, `1h30m`, `90m` and `9:00-10:30`. At most a day, and more than nothing. */
export function readDuration(text: string): ReadDuration {
  const plain = normalize(text);
  return readSpan(plain) ?? readHoursAndMinutes(plain) ?? readNumber(plain) ?? refuse({ kind: 'unknown' });
}

/** Digits of Arabic and Persian become ours, and so does either decimal sign: hours have no thousands to group. */
function normalize(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[,\u066b]/g, '.')
    .replace(/\s+/g, ' ');
}

function readNumber(text: string): ReadDuration | null {
  if (DECIMAL.test(text)) {
    return within(Number(text) * HOUR, Number(text));
  }
  const hours = HOURS.exec(text);
  if (hours) {
    return within(Number(hours[1]) * HOUR, null);
  }
  const minutes = MINUTES.exec(text);
  return minutes ? within(Number(minutes[1]) * MINUTE, null) : null;
}

function readHoursAndMinutes(text: string): ReadDuration | null {
  const found = COLON.exec(text) ?? HOURS_AND_MINUTES.exec(text);
  if (!found) {
    return null;
  }
  const [, hours = '', minutes = '', seconds = ''] = found;
  if (Number(minutes) >= MINUTE || Number(seconds) >= MINUTE) {
    return refuse({ kind: 'minutes', hours: Number(`${hours}.${minutes}`) });
  }
  return within(Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds), null);
}

function readSpan(text: string): ReadDuration | null {
  const found = SPAN.exec(text);
  if (!found) {
    return null;
  }
  const startMinute = minuteOfDay(found[1], found[2], found[3] ?? found[6]);
  const endMinute = minuteOfDay(found[4], found[5], found[6]);
  if (startMinute === null || endMinute === null) {
    return refuse({ kind: 'unknown' });
  }
  // 11-1pm: the half of the day is said once, and the start is in the other half.
  const start = startMinute > endMinute && !found[3] && found[6] ? startMinute - NOON * MINUTE : startMinute;
  if (start < 0 || start >= endMinute) {
    return refuse({ kind: 'backwards' });
  }
  return { duration: { seconds: (endMinute - start) * MINUTE, startMinute: start, endMinute }, problem: null };
}

function minuteOfDay(hourText = '', minuteText = '0', half = ''): number | null {
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute >= MINUTE || (half === '' ? hour * HOUR + minute * MINUTE > DAY : hour < 1 || hour > NOON)) {
    return null;
  }
  return (half === '' ? hour : (hour % NOON) + (half === 'p' ? NOON : 0)) * MINUTE + minute;
}

/** `bare` is the number that stood there without a unit: people who mean minutes forget to say so. */
function within(seconds: number, bare: number | null): ReadDuration {
  const whole = Math.round(seconds);
  if (whole > DAY) {
    return refuse({ kind: 'tooLong', hours: seconds / HOUR, minutes: bare });
  }
  return whole > 0 ? { duration: { seconds: whole }, problem: null } : refuse({ kind: 'nothing' });
}

function refuse(problem: DurationProblem): ReadDuration {
  return { duration: null, problem };
}
