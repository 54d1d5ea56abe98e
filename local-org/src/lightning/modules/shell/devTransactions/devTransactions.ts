/** Transactions as pages of the org's own tools list them. */
import { pathTo } from 'shell/devActions';
import DevDetails from 'shell/devDetails';
import { getJson } from 'shell/fetch';

export interface LimitUse {
  readonly name: string;
  readonly label: string;
  readonly used: number;
  readonly limit: number;
}
export interface Transaction {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly isBackground: boolean;
  readonly user: string;
  readonly name: string | null;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly lines: number;
  readonly limits: readonly LimitUse[];
  readonly highest: (LimitUse & { readonly share: number }) | null;
}
export interface Transactions {
  readonly transactions: readonly Transaction[];
}
interface WholeTransaction extends Transaction {
  readonly text: string;
}

export const TRANSACTIONS = pathTo('transactions');

const KINDS: Readonly<Record<string, string>> = {
  synchronous: 'Request',
  anonymous: 'Anonymous Apex',
  future: 'Future method',
  queueable: 'Queueable',
  finalizer: 'Finalizer',
  batchStart: 'Batch start',
  batchChunk: 'Batch',
  batchFinish: 'Batch finish',
  scheduled: 'Scheduled',
  event: 'Platform event',
  eventCallback: 'Publish callback',
  rest: 'Apex REST',
};
export const kindOf = ({ kind }: Transaction): string => KINDS[kind] ?? kind;

/** What the transaction was, in a line. */
export const subjectOf = (one: Transaction): string =>
  one.kind === 'anonymous' ? kindOf(one) : (one.name ?? kindOf(one));

export const logAddress = (id: string): string => pathTo('transactions', id, 'log');

export async function openLog(id: string): Promise<void> {
  const one = await getJson<WholeTransaction>(pathTo('transactions', id));
  const details = {
    heading: subjectOf(one),
    facts: [
      { label: 'User', value: one.user },
      { label: 'Kind', value: kindOf(one) },
      { label: 'Result', value: one.error ?? 'Success' },
      { label: 'Milliseconds', value: String(one.milliseconds) },
    ],
    blocks: [
      {
        heading: 'Limits',
        text: one.limits.map(({ label, used, limit }) => `${label}: ${used} of ${limit}`).join('\n'),
      },
      { heading: 'Debug log', text: one.text },
    ],
    isFiltered: true,
    download: { label: 'Download log', url: logAddress(id) },
  };
  await DevDetails.open({ size: 'large', label: details.heading, details });
}
