/** HTTP requests that left this org, with what came back. Secrets are masked before they get here. */
import { LightningElement } from 'lwc';
import { momentText } from 'shell/devActions';
import DevDetails, { type Details } from 'shell/devDetails';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';

type Headers = readonly (readonly [string, string])[];
interface Callout {
  readonly at: string;
  readonly milliseconds: number;
  readonly method: string;
  readonly endpoint: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  readonly statusCode: number | null;
  readonly status: string;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
}
interface Callouts {
  readonly callouts: readonly Callout[];
}

const FIRST_ERROR = 400;

export default class DevCallouts extends LightningElement {
  value: Callouts | null = null;
  problem: string | null = null;
  readonly #live = new Live<Callouts>('/_/org/callouts', ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly columns: readonly DevColumn[] = [
    { label: 'Request', fieldName: 'request', action: 'show', wraps: true },
    { label: 'Response', fieldName: 'response', tone: 'tone' },
    { label: 'Milliseconds', fieldName: 'milliseconds', type: 'number' },
    { label: 'Sent', fieldName: 'at', type: 'date' },
  ];

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return this.value === null && this.problem === null;
  }
  get rows(): readonly DevRow[] {
    const callouts = this.value?.callouts ?? [];
    return callouts.map((one, index) => ({
      // The newest comes first: counted from the end, a row keeps its name.
      id: String(callouts.length - index),
      request: `${one.method} ${one.endpoint}`,
      response: responseOf(one),
      tone: one.statusCode === null || one.statusCode >= FIRST_ERROR ? 'error' : 'success',
      milliseconds: one.milliseconds,
      at: one.at,
      callout: one,
    }));
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    const details = detailsOf(event.detail.row['callout'] as Callout);
    void DevDetails.open({ size: 'medium', label: details.heading, details });
  }
}

const responseOf = ({ statusCode, status }: Callout): string =>
  statusCode === null ? status : `${statusCode} ${status}`.trim();
const linesOf = (headers: Headers): string => headers.map(([name, value]) => `${name}: ${value}`).join('\n');

function detailsOf(one: Callout): Details {
  return {
    heading: `${one.method} ${one.endpoint}`,
    facts: [
      { label: 'Response', value: responseOf(one) },
      { label: 'Milliseconds', value: String(one.milliseconds) },
      { label: 'Sent', value: momentText(one.at) },
    ],
    blocks: [
      { heading: 'Request headers', text: linesOf(one.requestHeaders) },
      { heading: 'Request body', text: one.requestBody },
      { heading: 'Response headers', text: linesOf(one.responseHeaders) },
      { heading: 'Response body', text: one.responseBody },
    ],
  };
}
