/** `displayValue`: a field's value as the user reads it; null where the value itself is what is read. */
import type { FieldInfo } from '../../data/schema.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { shortDate, shortDatetime } from '../../values/localeFormat.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import type { Value } from '../../values/value.ts';
import { Zone } from '../../values/zone.ts';

const DAY = 86_400_000;

export function displayValue(settings: Runtime['userSettings'], field: FieldInfo, value: Value): string | null {
  const locale = settings.locale.replace('_', '-');
  if (value === null) {
    return null;
  }
  switch (field.type) {
    case 'picklist':
    case 'combobox':
      return labelOf(field, value as string);
    case 'multipicklist':
      return (value as string)
        .split(';')
        .map((one) => labelOf(field, one))
        .join(';');
    case 'currency':
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: settings.currency,
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }).format(numberOf(value));
    case 'percent':
      return new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }).format(numberOf(value) / 100);
    case 'integer':
    case 'long':
    case 'double':
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }).format(numberOf(value));
    case 'date':
      return value instanceof ApexDate ? shortDate(value.day * DAY, settings.locale) : null;
    case 'datetime':
      return value instanceof ApexDatetime ? shortDatetime(value.instant, zoneOf(settings), settings.locale) : null;
    default:
      return null;
  }
}

function zoneOf({ timeZone }: Runtime['userSettings']): Zone {
  const zone = Zone.named(timeZone);
  if (zone === null) {
    throw new Error(`UNSUPPORTED: Time zone ${timeZone}`);
  }
  return zone;
}

const labelOf = (field: FieldInfo, value: string): string =>
  field.picklist.find((one) => one.value === value)?.label ?? value;

function numberOf(value: Value): number {
  return value instanceof ApexDecimal ? Number(value.toPlainString()) : Number(value);
}
