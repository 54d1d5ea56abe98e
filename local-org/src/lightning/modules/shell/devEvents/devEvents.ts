/** Platform events: what was published, who got it, where each subscriber stands, and publishing by hand. */
import { LightningElement } from 'lwc';
import { attempt, isSure, momentText } from 'shell/devActions';
import DevDetails, { type Details } from 'shell/devDetails';
import { Live } from 'shell/devLive';
import DevPublishModal from 'shell/devPublishModal';
import type { DevColumn, DevRow, RowAction, RowActionDetail } from 'shell/devTable';
import { request } from 'shell/fetch';

interface Subscriber {
  readonly trigger: string;
  readonly objectName: string;
  readonly position: number;
  readonly retries: number;
  readonly status: 'Running' | 'Error' | 'Suspended';
  readonly lastError: string | null;
}
interface Published {
  readonly publishedAt: string;
  readonly waitsFor: readonly string[];
  readonly data: {
    readonly schema: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly event: { readonly replayId: number; readonly EventUuid: string };
  };
}
interface Events {
  readonly tip: number;
  readonly subscribers: readonly Subscriber[];
  readonly events: readonly Published[];
}

const TONES: Readonly<Record<Subscriber['status'], string>> = {
  Running: 'success',
  Error: 'error',
  Suspended: 'warning',
};
const SUSPEND: RowAction = { name: 'suspend', label: 'Suspend' };
const RESUME: RowAction = { name: 'resume', label: 'Resume' };
const FROM_TIP: RowAction = { name: 'resumeFromTip', label: 'Resume from tip' };
const DONE: Readonly<Record<string, string>> = {
  suspend: 'gets no events until it is resumed.',
  resume: 'goes on where it stopped.',
  resumeFromTip: 'goes on with what is published from now on.',
};

export default class DevEvents extends LightningElement {
  value: Events | null = null;
  problem: string | null = null;
  readonly #live = new Live<Events>('/_/org/events', ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly subscriberColumns: readonly DevColumn[] = [
    { label: 'Trigger', fieldName: 'trigger' },
    { label: 'Event', fieldName: 'objectName' },
    { label: 'State', fieldName: 'status', tone: 'tone' },
    { label: 'Last event', fieldName: 'position', type: 'number' },
    { label: 'Behind by', fieldName: 'behind', type: 'number' },
    { label: 'Retries', fieldName: 'retries', type: 'number' },
    { label: 'Last error', fieldName: 'lastError', wraps: true },
    { label: 'Actions', fieldName: 'actions', type: 'actions', of: 'trigger' },
  ];
  readonly eventColumns: readonly DevColumn[] = [
    { label: 'Replay ID', fieldName: 'replay', action: 'show' },
    { label: 'Event', fieldName: 'event' },
    { label: 'Published', fieldName: 'at', type: 'date' },
    { label: 'Delivery', fieldName: 'delivery', tone: 'tone' },
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
  get subscribers(): readonly DevRow[] {
    const events = this.value?.events ?? [];
    return (this.value?.subscribers ?? []).map((one) => ({
      ...one,
      id: one.trigger,
      tone: TONES[one.status],
      behind: events.filter(({ waitsFor }) => waitsFor.includes(one.trigger)).length,
      actions: one.status === 'Running' ? [SUSPEND] : [RESUME, FROM_TIP],
    }));
  }
  get events(): readonly DevRow[] {
    return (this.value?.events ?? []).map(({ publishedAt, waitsFor, data }) => {
      const hasSubscriber = this.value?.subscribers.some(({ objectName }) => objectName === data.schema) === true;
      return {
        id: String(data.event.replayId),
        replay: String(data.event.replayId),
        event: data.schema,
        at: publishedAt,
        delivery: waitsFor.length > 0 ? `Waits for ${waitsFor.join(', ')}` : hasSubscriber ? 'Delivered' : 'No trigger',
        tone: waitsFor.length > 0 ? 'warning' : hasSubscriber ? 'success' : null,
        data,
        waitsFor,
      };
    });
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  async handlePublish(): Promise<void> {
    const name: unknown = await DevPublishModal.open({ size: 'small', label: 'Publish an event' });
    if (typeof name === 'string') {
      await attempt(this, () => Promise.resolve(), `${name} was published.`);
      await this.#live.refresh();
    }
  }
  async handleAction(event: CustomEvent<RowActionDetail>): Promise<void> {
    const { name, id, row } = event.detail;
    if (name === 'show') {
      await DevDetails.open({ size: 'medium', label: 'Event', details: detailsOf(row) });
      return;
    }
    const skips = name === 'resumeFromTip' && Number(row['behind']) > 0;
    if (skips && !(await isSure('Leave events out?', `${id} will not get the ${String(row['behind'])} that wait.`))) {
      return;
    }
    const path = `/_/org/events/subscribers/${encodeURIComponent(id)}`;
    await attempt(this, () => request('POST', path, { action: name }), `${id} ${DONE[name] ?? ''}`);
    await this.#live.refresh();
  }
}

function detailsOf({ data, delivery, at }: DevRow): Details {
  const { schema, payload, event } = data as Published['data'];
  return {
    heading: `${schema} ${event.replayId}`,
    facts: [
      { label: 'Published', value: momentText(String(at)) },
      { label: 'Delivery', value: String(delivery) },
      { label: 'UUID', value: event.EventUuid },
    ],
    blocks: [{ heading: 'Payload', text: JSON.stringify(payload, null, 2) }],
  };
}
