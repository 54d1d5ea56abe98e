/** Values of list view filters: comma lists, days as people write them, relative days. */
import type { FieldInfo } from '../../../data/schema.ts';
import { badRequest } from '../../errors.ts';
import { fromJson } from '../../records/fieldJson.ts';
import type { Value } from '../../../values/value.ts';

/** What a filter compares with: a literal of SOQL, or values to bind. */
export type FilterValue =
  { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'values'; readonly values: readonly Value[] };

const LITERALS =
  /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR|90_DAYS)|(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS):\d+|N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)_AGO:\d+)$/;

/** `a,"b,c"` is two values. */
export function splitValues(text: string): readonly string[] {
  const values = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim(),
  );
  // The pattern matches nothing once more at the end.
  return values.slice(0, -1);
}

export function filterValue(field: FieldInfo, text: string): FilterValue {
  if (field.type === 'date' || field.type === 'datetime') {
    const literal = relativeDay(text);
    if (literal !== null) {
      return { kind: 'literal', text: literal };
    }
  }
  return { kind: 'values', values: splitValues(text).map((one) => scalar(field, one)) };
}

/** `THIS WEEK`, `LAST 30 DAYS`, `LAST_N_DAYS:30`, `30 DAYS AGO`; null for others. */
function relativeDay(text: string): string | null {
  const word = text.trim().toUpperCase().replace(/\s+/g, '_');
  const counted = word
    .replace(/^(LAST|NEXT)_(\d+)_(DAY|WEEK|MONTH|QUARTER|YEAR)S?$/, '$1_N_$3S:$2')
    .replace(/^(\d+)_(DAY|WEEK|MONTH|QUARTER|YEAR)S?_AGO$/, 'N_$2S_AGO:$1');
  return LITERALS.test(counted) ? counted : LITERALS.test(word) ? word : null;
}

function scalar(field: FieldInfo, text: string): Value {
  switch (field.type) {
    case 'boolean':
      return /^(1|true|yes)$/i.test(text);
    case 'date':
    case 'datetime':
      return dayOf(field, text);
    case 'integer':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return fromJson(field, text.replace(/^[A-Z]{3}\s*/, '').replaceAll(/[%\s]/g, ''));
    default:
      return text === '' ? null : text;
  }
}

/** `2026-01-31` or `1/31/2026`, as views that were written in the United States have it. */
function dayOf(field: FieldInfo, text: string): Value {
  if (text === '') {
    return null;
  }
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  const iso = year === '' ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    throw badRequest('INVALID_FILTER_VALUE', `${field.name} can't be compared with "${text}".`);
  }
  return fromJson({ ...field, type: 'date' }, iso);
}
