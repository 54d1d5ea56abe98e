import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { LABELS } from 'c/setupLabels';
import { reduceErrors } from 'c/reduceErrors';
import { fill } from 'c/timeFormat';
import type { CredentialEntry } from 'c/setupCredential';
import getChecks from '@salesforce/apex/ConnectionSetupController.getChecks';
import getSetup from '@salesforce/apex/ConnectionSetupController.getSetup';
import getTenants from '@salesforce/apex/ConnectionSetupController.getTenants';
import testConnection from '@salesforce/apex/ConnectionSetupController.testConnection';
import prepareImport from '@salesforce/apex/ImportSetupController.prepareImport';
import startImport from '@salesforce/apex/ImportSetupController.startImport';
import FIELD_MAPPING from '@salesforce/schema/Field_Mapping__c';
import SYNC_RUN from '@salesforce/schema/Sync_Run__c';
import type {
  CheckView,
  ConnectionView,
  SavedConnection,
  ServiceView,
  SetupView,
  TenantView,
  TestOutcome,
} from 'views/connect';
import type { ImportInput, ImportView, RowCount } from 'views/sync';
import { agreesToDisconnect } from './asking';
import { countEach } from './counting';
import { discard, disconnect, keepCredential, saveEntry, saveTenant } from './connecting';

/** The platform names the Apex class that somebody may not call, in whatever language it says so. */
const REFUSED = /ConnectionSetupController|CONN-030/;

/** Connects a timesheet service in five steps. Everything but the credential is saved as it is said. */
export default class SetupPage extends NavigationMixin(LightningElement) {
  setup: SetupView | null = null;
  error: unknown = null;
  /** Whether a connection is being made or looked at. */
  isWorking = false;
  service: ServiceView | undefined;
  connection: ConnectionView | undefined;
  isEntering = false;
  tenants: readonly TenantView[] = [];
  /** The connection an account belongs to already. */
  offer: SavedConnection | undefined;
  /** What was entered while the offer stands, so that nobody types it twice. */
  offered: CredentialEntry | undefined;
  outcome: TestOutcome | undefined;
  counts: readonly RowCount[] = [];
  isCounting = false;
  view: ImportView | undefined;
  checks: readonly CheckView[] = [];
  busy = '';
  problem: unknown = null;
  announcement = '';

  readonly labels = LABELS;

  override connectedCallback(): void {
    this.load().catch((error: unknown) => {
      this.error = error;
    });
  }

  get isRefused(): boolean {
    return reduceErrors(this.error).some((text) => REFUSED.test(text));
  }

  get hasConnections(): boolean {
    return (this.setup?.connections.length ?? 0) > 0;
  }

  get hasSteps(): boolean {
    return this.isWorking || !this.hasConnections;
  }

  get isBusy(): boolean {
    return this.busy !== '';
  }

  get hasNoService(): boolean {
    return !this.service;
  }

  get canChangeService(): boolean {
    return !!this.service && !this.connection;
  }

  get serviceLabel(): string {
    return this.service?.label ?? '';
  }

  get entities(): readonly string[] {
    return this.service?.entities ?? [];
  }

  get isLive(): boolean {
    return this.connection?.state === 'Connected';
  }

  get asksCredential(): boolean {
    return !!this.service && !this.asksTenant && !this.offer && (!this.isLive || this.isEntering);
  }

  get asksTenant(): boolean {
    return this.tenants.length > 0;
  }

  get isAtRest(): boolean {
    return this.isLive && !this.isEntering;
  }

  get connectionSummary(): string {
    const { name, identity } = this.connection ?? {};
    return [name, identity ? fill(LABELS.signedIn, identity) : ''].filter(Boolean).join(', ');
  }

  get hint(): string {
    return this.connection?.isOfOtherOrg ? LABELS.ofOtherOrg : '';
  }

  get offerLabel(): string {
    return this.offer?.existing?.state === 'Connected' ? LABELS.open : LABELS.reconnect;
  }

  get hasRun(): boolean {
    return !!this.view?.runId;
  }

  get canStart(): boolean {
    return !!this.view && !this.view.isRunning;
  }

  get runText(): string {
    return this.view?.isRunning ? LABELS.underWay : LABELS.lastRun;
  }

  get watchLabel(): string {
    return fill(LABELS.watch, this.view?.runName ?? '');
  }

  async load(): Promise<void> {
    this.setup = await getSetup();
    this.error = null;
    await this.loadChecks();
  }

  async loadChecks(): Promise<void> {
    this.checks = (await getChecks({ connectionId: this.connection?.id ?? null })) ?? [];
  }

  handleChoose(event: CustomEvent<{ readonly name: string }>): void {
    this.service = this.serviceNamed(event.detail.name);
  }

  handleChangeService(): void {
    this.begin();
  }

  /** Begins with a connection, or with none. */
  begin(connection?: ConnectionView): void {
    this.isWorking = true;
    this.connection = connection;
    this.service = this.serviceNamed(connection?.provider ?? '');
    this.isEntering = false;
    this.tenants = [];
    this.offer = undefined;
    this.offered = undefined;
    this.outcome = undefined;
    this.counts = [];
    this.view = undefined;
    this.problem = null;
  }

  handleAnother(): void {
    this.begin();
  }

  async handleLookAgain(): Promise<void> {
    await this.attempt(LABELS.saving, () => this.load());
  }

  async handleAct(event: CustomEvent<{ readonly id: string; readonly action: string }>): Promise<void> {
    const connection = this.setup?.connections.find(({ id }) => id === event.detail.id);
    if (!connection) {
      return;
    }
    if (event.detail.action === 'open') {
      await this.open(connection);
    } else if (event.detail.action === 'discard') {
      await this.attempt(LABELS.forgetting, () => this.remove(connection, discard));
    } else if (await agreesToDisconnect(connection)) {
      await this.attempt(LABELS.forgetting, () => this.remove(connection, disconnect));
      this.announcement = this.problem ? '' : fill(LABELS.disconnected, connection.name ?? '');
    }
  }

  async handleConnect(event: CustomEvent<CredentialEntry>): Promise<void> {
    await this.attempt(LABELS.saving, () => this.connect(event.detail));
  }

  async handleUseTenant(event: CustomEvent<TenantView>): Promise<void> {
    await this.attempt(LABELS.saving, () => this.useTenant(event.detail));
  }

  /** Goes on with the connection that has the account already; a draft made on the way is thrown away. */
  async handleAcceptOffer(): Promise<void> {
    const { offered, connection: draft } = this;
    const existing = this.offer?.existing;
    if (!existing) {
      return;
    }
    await this.attempt(LABELS.saving, async () => {
      if (draft?.id && draft.state === 'Draft') {
        await discard(draft.id);
      }
      this.begin(existing);
      if (existing.state !== 'Connected' && offered) {
        await this.connect({ ...offered, tenant: existing.tenant ?? offered.tenant });
      }
    });
    if (this.isLive && !this.view) {
      await this.open(existing);
    }
  }

  handleDeclineOffer(): void {
    this.offer = undefined;
    this.offered = undefined;
  }

  async handleTest(): Promise<void> {
    await this.attempt(fill(LABELS.testing, this.serviceLabel), () => this.test());
  }

  handleEnterAgain(): void {
    this.isEntering = true;
  }

  handleCancelEntering(): void {
    this.isEntering = false;
  }

  async handleCount(): Promise<void> {
    await this.count();
  }

  async handleStart(event: CustomEvent<ImportInput>): Promise<void> {
    await this.attempt(LABELS.saving, async () => {
      this.view = (await startImport({ connectionId: this.connectionId, input: event.detail })) ?? undefined;
      this.announcement = LABELS.underWay;
    });
  }

  handleReview(): void {
    const { objectApiName } = FIELD_MAPPING;
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName, actionName: 'list' },
    });
  }

  handleWatch(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.view?.runId ?? '', objectApiName: SYNC_RUN.objectApiName, actionName: 'view' },
    });
  }

  async handleCheck(): Promise<void> {
    await this.attempt(LABELS.saving, () => this.loadChecks());
  }

  get connectionId(): string {
    return this.connection?.id ?? '';
  }

  /** Does something while the page says what; what fails is said in the step it belongs to. */
  async attempt(words: string, task: () => Promise<void>): Promise<void> {
    this.busy = words;
    this.problem = null;
    try {
      await task();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = '';
    }
  }

  async open(connection: ConnectionView): Promise<void> {
    this.begin(connection);
    await this.attempt(LABELS.saving, async () => {
      if (this.isLive) {
        this.view = (await prepareImport({ connectionId: this.connectionId })) ?? undefined;
      }
      await this.loadChecks();
    });
  }

  async connect(entry: CredentialEntry): Promise<void> {
    const { service } = this;
    this.outcome = undefined;
    const saved = await saveEntry(service?.name ?? '', this.connection, entry);
    if (saved.existing) {
      this.offer = saved;
      this.offered = entry;
      return;
    }
    this.keep(saved.connection);
    this.busy = LABELS.keeping;
    await keepCredential(saved, entry);
    this.offered = undefined;
    if (service?.hasTenantChoices && !saved.connection?.tenant) {
      this.tenants = (await getTenants({ connectionId: this.connectionId })) ?? [];
      const [only] = this.tenants;
      if (this.tenants.length > 1 || !only) {
        return;
      }
      await this.useTenant(only);
      return;
    }
    await this.test();
  }

  async useTenant(tenant: TenantView): Promise<void> {
    if (!this.connection) {
      return;
    }
    const saved = await saveTenant(this.connection, tenant);
    this.tenants = [];
    if (saved.existing) {
      this.offer = saved;
      return;
    }
    this.keep(saved.connection);
    await this.test();
  }

  async test(): Promise<void> {
    this.busy = fill(LABELS.testing, this.serviceLabel);
    this.outcome = (await testConnection({ connectionId: this.connectionId })) ?? undefined;
    this.keep(this.outcome?.connection);
    this.announcement = this.outcome?.message ?? '';
    await this.loadChecks();
    if (this.outcome?.isPassed) {
      this.isEntering = false;
      this.view = (await prepareImport({ connectionId: this.connectionId })) ?? undefined;
      // Counting takes as long as the service takes; nobody has to wait for it.
      this.count().catch((problem: unknown) => {
        this.problem = problem;
      });
    }
  }

  async count(): Promise<void> {
    const { connectionId } = this;
    this.isCounting = true;
    this.counts = [];
    try {
      await countEach(connectionId, this.entities, this.connection?.importFrom ?? null, (counted) => {
        const isWanted = connectionId === this.connectionId;
        this.counts = isWanted ? [...this.counts, counted] : this.counts;
        return isWanted;
      });
    } finally {
      this.isCounting = false;
    }
  }

  async remove(connection: ConnectionView, how: (connectionId: string) => Promise<void>): Promise<void> {
    await how(connection.id ?? '');
    if (this.connection?.id === connection.id) {
      this.begin();
      this.isWorking = false;
    }
    await this.load();
  }

  /** Shows a connection as it is saved, here and in the list. */
  keep(connection: ConnectionView | null | undefined): void {
    if (!connection || !this.setup) {
      return;
    }
    this.connection = connection;
    this.isWorking = true;
    const others = this.setup.connections.filter(({ id }) => id !== connection.id);
    this.setup = { ...this.setup, connections: [connection, ...others] };
  }

  serviceNamed(name: string): ServiceView | undefined {
    return this.setup?.services.find((service) => service.name === name);
  }
}
