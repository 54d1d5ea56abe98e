/** Limits per transaction and debug logs. */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { notFound } from '../errors.ts';
import { developerRoute } from './developerRoute.ts';
import type { TransactionEntry } from './transactionLog.ts';
import { userName } from './userName.ts';

export const TRANSACTION_ROUTES: readonly Route[] = [
  developerRoute('GET', 'transactions', ({ org }) =>
    ok({ transactions: org.transactions.entries.map((entry) => summary(org, entry)) }),
  ),
  developerRoute('GET', 'transactions/:id', readOne),
  developerRoute('DELETE', 'transactions', ({ org }) => {
    org.transactions.clear();
    return noContent;
  }),
];

function summary(org: UserCall['org'], entry: TransactionEntry): Readonly<Record<string, unknown>> {
  const { id, at, kind, userId, name, milliseconds, error, limits, log } = entry;
  return {
    id,
    at: new Date(at).toISOString(),
    kind,
    user: userName(org, userId),
    name,
    milliseconds: Math.round(milliseconds),
    error,
    lines: log.length,
    ...Object.fromEntries(limits.map((one) => [one.name, one.used])),
  };
}

function readOne(call: UserCall): ApiResponse {
  const entry = call.org.transactions.find(call.params['id'] ?? '');
  if (entry === null) {
    throw notFound('Only the last 200 transactions are kept; this one is gone.');
  }
  return ok({ ...summary(call.org, entry), limits: entry.limits, log: entry.log });
}
