/** People of the org and permission sets: who has what, who may log in, and being somebody else. */
import { LightningElement } from 'lwc';
import { attempt, pathTo } from 'shell/devActions';
import DevDetails from 'shell/devDetails';
import { Live } from 'shell/devLive';
import DevSetsModal from 'shell/devSetsModal';
import type { DevColumn, DevRow, RowAction, RowActionDetail } from 'shell/devTable';
import DevUserModal from 'shell/devUserModal';
import { getJson, request } from 'shell/fetch';
import { detailsOfSet, type PermissionSet, type WholeSet } from './permissionSet.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly title: string;
  readonly profile: string;
  readonly isActive: boolean;
  readonly permissionSets: readonly string[];
  readonly permissionSetIds: readonly string[];
}
interface People {
  readonly users: readonly Person[];
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
}
interface Sets {
  readonly permissionSets: readonly PermissionSet[];
}

const LOGIN: RowAction = { name: 'login', label: 'Log in' };
const SETS: RowAction = { name: 'sets', label: 'Permission sets' };
const ACTIVATE: RowAction = { name: 'activate', label: 'Activate' };
const DEACTIVATE: RowAction = { name: 'deactivate', label: 'Deactivate' };

export default class DevUsers extends LightningElement {
  people: People | null = null;
  sets: Sets | null = null;
  problem: string | null = null;
  term = '';
  readonly #people = new Live<People>(pathTo('users'), ({ value, problem }) => {
    this.people = value;
    this.problem = problem;
  });
  readonly #sets = new Live<Sets>(pathTo('permission-sets'), ({ value }) => {
    this.sets = value;
  });
  readonly columns: readonly DevColumn[] = [
    { label: 'Name', fieldName: 'name' },
    { label: 'Username', fieldName: 'username' },
    { label: 'Profile', fieldName: 'profile' },
    { label: 'Permission sets', fieldName: 'setText', wraps: true },
    { label: 'State', fieldName: 'state', tone: 'tone' },
    { label: 'Actions', fieldName: 'actions', type: 'actions' },
  ];
  readonly setColumns: readonly DevColumn[] = [
    { label: 'Label', fieldName: 'label', action: 'set' },
    { label: 'API name', fieldName: 'name' },
    { label: 'Kind', fieldName: 'kind' },
    { label: 'Users', fieldName: 'users', type: 'number' },
    { label: 'Description', fieldName: 'description', wraps: true },
  ];

  override connectedCallback(): void {
    this.#people.start();
    this.#sets.start();
  }
  override disconnectedCallback(): void {
    this.#people.stop();
    this.#sets.stop();
  }

  get isLoading(): boolean {
    return this.people === null && this.problem === null;
  }
  get rows(): readonly DevRow[] {
    const term = this.term.toLowerCase();
    return (this.people?.users ?? [])
      .map((one) => ({
        ...one,
        setText: one.permissionSets.join(', '),
        state: one.isActive ? 'Active' : 'Inactive',
        tone: one.isActive ? 'success' : 'warning',
        actions: one.isActive ? [LOGIN, SETS, DEACTIVATE] : [ACTIVATE, SETS],
      }))
      .filter((row) => [row.name, row.username, row.profile, row.setText].join('\n').toLowerCase().includes(term));
  }
  get setRows(): readonly DevRow[] {
    return (this.sets?.permissionSets ?? []).map((one) => ({ ...one }));
  }

  handleTerm(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  async handleNew(): Promise<void> {
    const profiles = this.people?.profiles ?? [];
    const name: unknown = await DevUserModal.open({ size: 'small', label: 'New user', profiles });
    if (typeof name === 'string') {
      await this.done(`${name} can log in.`);
    }
  }
  async done(message: string): Promise<void> {
    await attempt(this, () => Promise.resolve(), message);
    await Promise.all([this.#people.refresh(), this.#sets.refresh()]);
  }
  async handleAction(event: CustomEvent<RowActionDetail>): Promise<void> {
    const { name, id } = event.detail;
    const person = this.people?.users.find((one) => one.id === id);
    if (name === 'set') {
      await attempt(this, () => openSet(id), null);
    } else if (name === 'login') {
      if (await attempt(this, () => request('POST', pathTo('users', id, 'login')), null)) {
        location.assign('/lightning');
      }
    } else if (person !== undefined && name === 'sets') {
      const isSaved: unknown = await DevSetsModal.open({
        size: 'small',
        label: `Permission sets of ${person.name}`,
        userId: id,
        assigned: person.permissionSetIds,
        sets: this.sets?.permissionSets ?? [],
      });
      if (isSaved === true) {
        await this.done(`The permission sets of ${person.name} were saved.`);
      }
    } else if (person !== undefined) {
      const isActive = name === 'activate';
      const change = (): Promise<unknown> => request('PATCH', pathTo('users', id), { isActive });
      if (await attempt(this, change, `${person.name} is ${isActive ? 'active' : 'inactive'} now.`)) {
        await this.#people.refresh();
      }
    }
  }
}

async function openSet(id: string): Promise<void> {
  const details = detailsOfSet(await getJson<WholeSet>(pathTo('permission-sets', id)));
  await DevDetails.open({ size: 'medium', label: details.heading, details });
}
