/** Query results as JSON, one line a row: what was selected, numbers as numbers where they are exact. */
import { ApexList } from '../runtime/collections.ts';
import { SObjectValue } from '../runtime/sobject.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/value.ts';

export const rowText = (row: SObjectValue): string => JSON.stringify(plainRow(row));

function plainRow(row: SObjectValue): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...row.content].map(([name, content]) => [row.spelling.get(name) ?? name, plainValue(content)]),
  );
}

function plainValue(content: unknown): unknown {
  if (content instanceof SObjectValue) {
    return plainRow(content);
  }
  if (content instanceof ApexList) {
    return content.items.map(plainValue);
  }
  if (content instanceof ApexDecimal) {
    const text = content.toPlainString();
    const near = Number(text);
    return content.equals(ApexDecimal.of(String(near))) ? near : text;
  }
  if (content instanceof ApexDouble) {
    return content.value;
  }
  if (typeof content === 'bigint') {
    return Number.isSafeInteger(Number(content)) ? Number(content) : String(content);
  }
  return typeof content === 'object' && content !== null ? (content as { toString(): string }).toString() : content;
}
