/** The window that makes a user. Closes with the user's name when that worked. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { pathTo } from 'shell/devActions';
import { messageOf, request } from 'shell/fetch';

interface Input extends HTMLElement {
  reportValidity(): boolean;
}

export default class DevUserModal extends LightningModal {
  @api profiles: readonly { readonly id: string; readonly name: string }[] = [];
  values: Readonly<Record<string, string>> = {};
  problem: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const standard = this.profiles.find(({ name }) => name === 'Standard User') ?? this.profiles[0];
    this.values = { profileId: standard?.id ?? '' };
  }
  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.profiles.map(({ id, name }) => ({ label: name, value: id }));
  }
  get profileId(): string {
    return this.values['profileId'] ?? '';
  }

  handleValue(event: CustomEvent<{ readonly value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset['name'] ?? '';
    this.values = { ...this.values, [name]: event.detail.value };
  }
  handleCancel(): void {
    this.close();
  }
  async handleSave(): Promise<void> {
    const inputs = [...(this.template?.querySelectorAll<Input>('lightning-input') ?? [])];
    if (inputs.filter((one) => !one.reportValidity()).length > 0) {
      return;
    }
    try {
      await request('POST', pathTo('users'), this.values);
      this.close(`${this.values['firstName'] ?? ''} ${this.values['lastName'] ?? ''}`.trim());
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
