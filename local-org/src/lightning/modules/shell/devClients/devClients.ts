/** External client apps: who may ask for tokens, and how much of the API is used. */
import { LightningElement } from 'lwc';
import { attempt, isSure, pathTo } from 'shell/devActions';
import DevClientModal, { type ClientApp } from 'shell/devClientModal';
import DevDetails from 'shell/devDetails';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowAction, RowActionDetail } from 'shell/devTable';
import { request } from 'shell/fetch';

interface Clients {
  readonly usage: {
    readonly used: number;
    readonly limit: number;
    readonly byHour: readonly { readonly from: string; readonly calls: number }[];
  };
  readonly clients: readonly (ClientApp & { readonly isSecretShown: boolean; readonly tokens: number })[];
}

const SHOW: RowAction = { name: 'secret', label: 'Show secret' };
const RENEW: RowAction = { name: 'renew', label: 'New secret' };
const POLICIES: RowAction = { name: 'policies', label: 'Policies' };
const HUNDRED = 100;

export default class DevClients extends LightningElement {
  value: Clients | null = null;
  problem: string | null = null;
  readonly #live = new Live<Clients>(pathTo('clients'), ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly columns: readonly DevColumn[] = [
    { label: 'App', fieldName: 'label' },
    { label: 'Consumer key', fieldName: 'key', wraps: true },
    { label: 'Scopes', fieldName: 'scopeText' },
    { label: 'Client credentials run as', fieldName: 'runAs' },
    { label: 'Permitted users', fieldName: 'permitted', wraps: true },
    { label: 'Certificate', fieldName: 'certificate' },
    { label: 'Valid tokens', fieldName: 'tokens', type: 'number' },
    { label: 'Actions', fieldName: 'actions', type: 'actions', of: 'label' },
  ];
  readonly hourColumns: readonly DevColumn[] = [
    { label: 'Hour from', fieldName: 'from', type: 'date' },
    { label: 'API calls', fieldName: 'calls', type: 'number' },
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
    return (this.value?.clients ?? []).map((one) => {
      const { isClientCredentialsEnabled, runAs, permissionSets, certificate } = one.policies;
      return {
        id: one.name,
        label: one.label,
        key: one.key,
        scopeText: one.scopes.join(', '),
        runAs: isClientCredentialsEnabled ? (runAs ?? 'Nobody yet') : 'Off',
        permitted: permissionSets === null ? 'All users' : permissionSets.join(', ') || 'Nobody',
        certificate: certificate === null ? 'None' : 'Set',
        tokens: one.tokens,
        actions: [one.isSecretShown ? RENEW : SHOW, POLICIES],
      };
    });
  }
  get usageText(): string {
    const { used = 0, limit = 0 } = this.value?.usage ?? {};
    return `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} API calls in the last 24 hours`;
  }
  get usageShare(): number {
    const { used = 0, limit = 1 } = this.value?.usage ?? {};
    return Math.min(HUNDRED, Math.round((used / limit) * HUNDRED));
  }
  get hours(): readonly DevRow[] {
    return (this.value?.usage.byHour ?? []).filter(({ calls }) => calls > 0).map((one) => ({ ...one, id: one.from }));
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  async handleAction(event: CustomEvent<RowActionDetail>): Promise<void> {
    const { name, id } = event.detail;
    const app = this.value?.clients.find((one) => one.name === id);
    if (app === undefined) {
      return;
    }
    if (name === 'policies') {
      const isSaved: unknown = await DevClientModal.open({ size: 'small', label: app.label, app });
      if (isSaved === true) {
        await attempt(this, () => Promise.resolve(), `The policies of ${app.label} were saved.`);
      }
    } else if (
      name === 'secret' ||
      (await isSure(`Make a new secret for ${app.label}?`, 'The secret before stops working at once.'))
    ) {
      await attempt(this, () => this.showSecret(app, name === 'renew'), null);
    }
    await this.#live.refresh();
  }
  async showSecret(app: ClientApp, isNew: boolean): Promise<void> {
    const path = isNew ? pathTo('clients', app.name, 'secret', 'renew') : pathTo('clients', app.name, 'secret');
    const { secret } = await request<{ readonly secret: string }>('POST', path);
    await DevDetails.open({
      size: 'small',
      label: 'Consumer secret',
      details: {
        heading: `Secret of ${app.label}`,
        facts: [{ label: 'Consumer key', value: app.key }],
        blocks: [{ heading: 'Consumer secret, shown this once', text: secret }],
      },
    });
  }
}
