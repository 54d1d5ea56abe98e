/** The window that publishes an event by hand. Closes with the event's name when that worked. */
import LightningModal from 'lightning/modal';
import { getJson, messageOf, request } from 'shell/fetch';

interface EventObject {
  readonly name: string;
  readonly label: string;
  readonly sample: Readonly<Record<string, unknown>>;
}

export default class DevPublishModal extends LightningModal {
  objects: readonly EventObject[] | null = null;
  name = '';
  payload = '';
  problem: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  async load(): Promise<void> {
    try {
      const { objects } = await getJson<{ readonly objects: readonly EventObject[] }>('/_/org/dev/events');
      this.objects = objects;
      this.choose(objects[0]?.name ?? '');
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
  choose(name: string): void {
    this.name = name;
    const sample = this.objects?.find((one) => one.name === name)?.sample ?? {};
    this.payload = JSON.stringify(sample, null, 2);
  }

  get options(): readonly { readonly label: string; readonly value: string }[] {
    return (this.objects ?? []).map(({ name, label }) => ({ label: `${label} (${name})`, value: name }));
  }
  get hasObjects(): boolean {
    return this.options.length > 0;
  }
  get isEmpty(): boolean {
    return this.objects?.length === 0;
  }

  handleName(event: CustomEvent<{ readonly value: string }>): void {
    this.choose(event.detail.value);
  }
  handlePayload(event: CustomEvent<{ readonly value: string }>): void {
    this.payload = event.detail.value;
  }
  handleCancel(): void {
    this.close();
  }
  async handlePublish(): Promise<void> {
    this.problem = null;
    let payload: unknown;
    try {
      payload = JSON.parse(this.payload);
    } catch (error) {
      this.problem = `The fields are not JSON: ${messageOf(error)}`;
      return;
    }
    try {
      await request('POST', '/_/org/dev/events', { name: this.name, payload });
      this.close(this.name);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
