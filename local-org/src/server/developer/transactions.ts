/** Limits per transaction and debug logs. */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { developerRoute } from './developerRoute.ts';
import { logText } from './logText.ts';
import type { LimitUse, TransactionEntry } from './transactionLog.ts';
import { userName } from './userName.ts';

export const TRANSACTION_ROUTES: readonly Route[] = [
  developerRoute('GET', 'transactions', ({ org }) =>
    ok({ transactions: org.transactions.entries.map((entry) => summary(org, entry)) }),
  ),
  developerRoute('GET', 'transactions/:id', readOne),
  developerRoute('GET', 'transactions/:id/log', download),
  developerRoute('DELETE', 'transactions', ({ org }) => {
    org.transactions.clear();
    return noContent;
  }),
];

function summary(org: UserCall['org'], entry: TransactionEntry): Readonly<Record<string, unknown>> {
  const { id, at, kind, isBackground, userId, name, milliseconds, error, limits, log } = entry;
  return {
    id,
    at: new Date(at).toISOString(),
    kind,
    isBackground,
    user: userName(org, userId),
    name,
    milliseconds: Math.round(milliseconds),
    error,
    lines: log.length,
    limits,
    highest: highest(limits),
  };
}

const shareOf = ({ used, limit }: LimitUse): number => (limit === 0 ? 0 : used / limit);

/** The limit the transaction came closest to. */
function highest(limits: readonly LimitUse[]): (LimitUse & { readonly share: number }) | null {
  const [first] = limits.toSorted((left, right) => shareOf(right) - shareOf(left));
  return first === undefined ? null : { ...first, share: shareOf(first) };
}

function entryOf(call: UserCall): TransactionEntry {
  const entry = call.org.transactions.find(call.params['id'] ?? '');
  if (entry === null) {
    throw notFound('Only the last 200 transactions are kept; this one is gone.');
  }
  return entry;
}

function readOne(call: UserCall): ApiResponse {
  const entry = entryOf(call);
  return ok({ ...summary(call.org, entry), log: entry.log, stack: entry.stack, text: textOf(call, entry) });
}

const textOf = (call: UserCall, entry: TransactionEntry): string =>
  logText(entry, call.org.local.parts.store.get('User', entry.userId));

function download(call: UserCall): ApiResponse {
  const entry = entryOf(call);
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="apex-${entry.id}.log"`,
    },
    body: textOf(call, entry),
  };
}
