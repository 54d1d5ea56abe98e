/** An event as streaming clients get it: the payload by field, and where it stands in the stream. */
import type { LoggedEvent } from '../../async/eventLog.ts';
import type { OrgSchema } from '../../data/schema.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { ApexBlob, ApexDouble, type Value } from '../../values/value.ts';

export interface EventMessage {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly event: { readonly replayId: number; readonly EventUuid: string; readonly EventApiName: string };
  };
}

export const channelOf = (objectName: string): string => `/event/${objectName}`;

/** Not part of the payload, or told beside it. */
const APART = new Set(['Id', 'ReplayId', 'EventUuid']);

export function eventMessage(schema: OrgSchema, { objectName, replayId, row }: LoggedEvent): EventMessage {
  const object = schema.find(objectName);
  const payload: Record<string, unknown> = {};
  for (const name of Object.keys(row)) {
    if (!APART.has(name) && (object?.fields.has(name.toLowerCase()) === true || name.startsWith('Created'))) {
      payload[name] = plain(row[name] ?? null);
    }
  }
  return {
    channel: channelOf(objectName),
    data: {
      schema: objectName,
      payload,
      event: { replayId, EventUuid: String(row['EventUuid']), EventApiName: objectName },
    },
  };
}

function plain(value: Value): unknown {
  if (value instanceof ApexDecimal) {
    return value.toNumber();
  }
  if (value instanceof ApexDouble) {
    return value.value;
  }
  if (value instanceof ApexDatetime) {
    return new Date(value.instant).toISOString();
  }
  if (value instanceof ApexDate || value instanceof ApexTime) {
    return value.toString();
  }
  if (value instanceof ApexBlob) {
    return Buffer.from(value.bytes).toString('base64');
  }
  return typeof value === 'bigint' ? Number(value) : value;
}
