/** The window with what an administrator decides of a client app. Closes with true when it was saved. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf, request } from 'shell/fetch';

export interface ClientApp {
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly scopes: readonly string[];
  readonly policies: {
    readonly isClientCredentialsEnabled: boolean;
    readonly runAs: string | null;
    readonly permissionSets: readonly string[] | null;
    readonly certificate: string | null;
  };
}

export default class DevClientModal extends LightningModal {
  @api app!: ClientApp;
  isEnabled = false;
  runAs = '';
  permissionSets = '';
  certificate = '';
  problem: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { isClientCredentialsEnabled, runAs, permissionSets, certificate } = this.app.policies;
    this.isEnabled = isClientCredentialsEnabled;
    this.runAs = runAs ?? '';
    this.permissionSets = permissionSets?.join(', ') ?? '';
    this.certificate = certificate ?? '';
  }
  get heading(): string {
    return `Policies of ${this.app.label}`;
  }

  handleEnabled(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.isEnabled = event.detail.checked;
  }
  handleRunAs(event: CustomEvent<{ readonly value: string }>): void {
    this.runAs = event.detail.value;
  }
  handleSets(event: CustomEvent<{ readonly value: string }>): void {
    this.permissionSets = event.detail.value;
  }
  handleCertificate(event: CustomEvent<{ readonly value: string }>): void {
    this.certificate = event.detail.value;
  }
  handleCancel(): void {
    this.close();
  }
  async handleSave(): Promise<void> {
    const sets = this.permissionSets
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    try {
      await request('PUT', `/_/org/clients/${encodeURIComponent(this.app.name)}`, {
        isClientCredentialsEnabled: this.isEnabled,
        runAs: this.runAs.trim(),
        permissionSets: sets.length === 0 ? null : sets,
        certificate: this.certificate.trim(),
      });
      this.close(true);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
