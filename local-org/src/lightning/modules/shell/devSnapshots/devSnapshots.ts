/** All data of the org: kept under a name, brought back, thrown away. */
import { LightningElement } from 'lwc';
import { attempt, isSure, pathTo } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowAction, RowActionDetail } from 'shell/devTable';
import { messageOf, request } from 'shell/fetch';

interface Data {
  /** Null: the org lives in memory. */
  readonly folder: string | null;
  /** Name of the snapshot with the demo data. */
  readonly demo: string;
  readonly snapshots: readonly { readonly name: string; readonly savedAt: string; readonly bytes: number }[];
  readonly objects: readonly { readonly name: string; readonly label: string; readonly rows: number }[];
}

const MEGABYTE = 1_000_000;
const RESTORE: RowAction = { name: 'restore', label: 'Restore' };
const DELETE: RowAction = { name: 'delete', label: 'Delete' };
const SIGN_IN_AGAIN = 'Everybody has to log in again. Clock, keys of API clients and snapshots stay as they are.';

export default class DevSnapshots extends LightningElement {
  value: Data | null = null;
  problem: string | null = null;
  name = '';
  nameProblem: string | null = null;
  isWorking = false;
  readonly #live = new Live<Data>(pathTo('data'), ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly columns: readonly DevColumn[] = [
    { label: 'Name', fieldName: 'name' },
    { label: 'Saved', fieldName: 'savedAt', type: 'date' },
    { label: 'Size', fieldName: 'size', type: 'number' },
    { label: 'Actions', fieldName: 'actions', type: 'actions' },
  ];
  readonly objectColumns: readonly DevColumn[] = [
    { label: 'Object', fieldName: 'label' },
    { label: 'API name', fieldName: 'name' },
    { label: 'Records', fieldName: 'count', type: 'number' },
  ];

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return (this.value === null && this.problem === null) || this.isWorking;
  }
  get isKept(): boolean {
    return this.value !== null && this.value.folder !== null;
  }
  get isInMemory(): boolean {
    return this.value !== null && this.value.folder === null;
  }
  get hasDemo(): boolean {
    return this.value?.snapshots.some(({ name }) => name === this.value?.demo) === true;
  }
  get snapshots(): readonly DevRow[] {
    return (this.value?.snapshots ?? []).map((one) => ({
      ...one,
      id: one.name,
      size: `${(one.bytes / MEGABYTE).toFixed(1)} MB`,
      actions: one.name === this.value?.demo ? [RESTORE] : [RESTORE, DELETE],
    }));
  }
  get objects(): readonly DevRow[] {
    return (this.value?.objects ?? []).map((one) => ({ ...one, id: one.name, count: one.rows.toLocaleString('en') }));
  }

  handleName(event: CustomEvent<{ readonly value: string }>): void {
    this.name = event.detail.value;
    this.nameProblem = null;
  }
  async handleSave(): Promise<void> {
    const name = this.name.trim();
    if (name === '') {
      this.nameProblem = 'Enter a name for the snapshot.';
      return;
    }
    try {
      await request('POST', pathTo('data', 'snapshots'), { name });
      await attempt(this, () => Promise.resolve(), `Snapshot ${name} was saved.`);
      this.name = '';
    } catch (error) {
      this.nameProblem = messageOf(error);
    }
    await this.#live.refresh();
  }
  async handleAction(event: CustomEvent<RowActionDetail>): Promise<void> {
    const { name, id } = event.detail;
    if (name === 'restore') {
      await this.restore(id);
    } else if (await isSure(`Delete snapshot ${id}?`, 'It can not be brought back.')) {
      await attempt(this, () => request('DELETE', pathTo('data', 'snapshots', id)), `Snapshot ${id} was deleted.`);
      await this.#live.refresh();
    }
  }
  async handleDemo(): Promise<void> {
    await this.restore(this.value?.demo ?? '');
  }
  async restore(name: string): Promise<void> {
    const text = `All data becomes what it was then; what was entered since is gone. ${SIGN_IN_AGAIN}`;
    if (await isSure(`Restore ${name}?`, text)) {
      await this.startOver(pathTo('data', 'snapshots', name, 'restore'));
    }
  }
  async handleEmpty(): Promise<void> {
    const text = `All records, users and jobs are deleted; the org begins as it was deployed. ${SIGN_IN_AGAIN}`;
    if (await isSure('Start with an empty org?', text)) {
      await this.startOver(pathTo('data', 'reset'));
    }
  }
  /** The next request waits until the org is there again. */
  async startOver(path: string): Promise<void> {
    this.isWorking = true;
    this.#live.stop();
    if (await attempt(this, () => request('POST', path), null)) {
      location.assign(`/login?startURL=${encodeURIComponent(location.pathname)}`);
    } else {
      this.isWorking = false;
      this.#live.start();
    }
  }
}
