import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { ConnectionView, ServiceView } from 'views/connect';

/** What an admin entered. The values of the credential go to the org and are kept nowhere else. */
export interface CredentialEntry {
  readonly address: string;
  readonly tenant: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Field {
  readonly name: string;
  readonly inputName: string;
  readonly label: string;
  readonly type: 'password' | 'text';
  readonly help: string;
}

type Validated = HTMLElement & { name?: string; value?: string; reportValidity(): boolean };

/** Asks for what a service's definition asks for. */
export default class SetupCredential extends LightningElement {
  @api service!: ServiceView;
  @api connection: ConnectionView | undefined;
  /** Whether the form can be left without connecting. */
  @api canCancel = false;
  @api isBusy = false;

  readonly labels = LABELS;

  get address(): string {
    return this.connection?.address ?? this.service.address ?? '';
  }

  get asksTenant(): boolean {
    return !!this.service.tenantLabel && !this.service.hasTenantChoices;
  }

  /** Rows are tied to the account; it is fixed once anything may have come from it. */
  get isTenantFixed(): boolean {
    return !!this.connection && this.connection.state !== 'Draft';
  }

  get tenant(): string {
    return this.connection?.tenant ?? '';
  }

  get fields(): readonly Field[] {
    return this.service.fields.map(({ name, label, isSecret, help }) => ({
      name: name ?? '',
      inputName: `credential ${name ?? ''}`,
      label: label ?? '',
      type: isSecret ? 'password' : 'text',
      help: help ?? (isSecret ? LABELS.secretHelp : ''),
    }));
  }

  get documentation(): string {
    return this.service.documentation ? fill(LABELS.documentation, this.service.documentation) : '';
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const inputs = [...(this.template?.querySelectorAll<Validated>('lightning-input') ?? [])];
    // Every input says what it lacks, not only the first.
    if (inputs.map((input) => input.reportValidity()).includes(false)) {
      return;
    }
    const text = (name: string): string => inputs.find((input) => input.name === name)?.value ?? '';
    const values = Object.fromEntries(this.fields.map(({ name, inputName }) => [name, text(inputName)]));
    const detail: CredentialEntry = {
      address: text('address') || this.address,
      tenant: text('tenant') || this.tenant,
      values,
    };
    this.dispatchEvent(new CustomEvent<CredentialEntry>('connect', { detail }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.handleSubmit(event);
    }
  }
}
