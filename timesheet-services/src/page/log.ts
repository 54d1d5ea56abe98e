/** The last requests, and what was delivered to webhooks. */
import { ofService, type Row } from './api.ts';
import { button, element, panel, say, table, title } from './dom.ts';

const time = (at: unknown): string => new Date(Number(at)).toISOString().slice(11, 19);
const text = (value: unknown): string => String(value);

export async function logView(view: HTMLElement): Promise<void> {
  const { lines } = (await ofService('GET', 'requests')) as { readonly lines: readonly Row[] };
  const deliveries = (await ofService('GET', 'deliveries')) as readonly Row[];
  const again = button('Refresh', () => {
    void logView(view);
  });
  const clear = button('Clear', () => {
    void ofService('DELETE', 'requests').then(() => {
      say('The log is empty.');
      return logView(view);
    });
  });
  const nothing = (words: string): HTMLElement => element('p', { class: 'empty' }, words);
  view.replaceChildren(
    title('Log', 'The last requests and deliveries, the latest first. Times are in UTC.', again, clear),
    panel(
      'Requests',
      lines.length === 0
        ? nothing('Nobody has called yet.')
        : table<Row>(
            'Requests',
            [
              { label: 'Time', show: ({ at }) => time(at), kind: 'day' },
              { label: 'Service', show: ({ face }) => text(face) },
              { label: 'Request', show: ({ method, path }) => element('code', {}, `${text(method)} ${text(path)}`) },
              { label: 'Status', show: ({ status }) => (status === 0 ? 'none' : text(status)), kind: 'number' },
              { label: 'ms', show: ({ milliseconds }) => Number(milliseconds).toFixed(1), kind: 'number' },
              { label: 'Faults', show: ({ faults }) => (faults as readonly string[]).join(', ') },
            ],
            lines.toReversed(),
          ),
    ),
    panel(
      'Deliveries',
      deliveries.length === 0
        ? nothing('No webhook was told anything yet.')
        : table<Row>(
            'Deliveries',
            [
              { label: 'Time', show: ({ at }) => time(at), kind: 'day' },
              { label: 'Event', show: ({ event }) => text(event) },
              { label: 'To', show: ({ url }) => element('code', {}, text(url)) },
              { label: 'Attempt', show: ({ attempt }) => text(attempt), kind: 'number' },
              { label: 'Status', show: ({ status }) => (status === 0 ? 'none' : text(status)), kind: 'number' },
              { label: 'Kind', show: ({ kind }) => text(kind) },
            ],
            deliveries.toReversed(),
          ),
    ),
  );
}
