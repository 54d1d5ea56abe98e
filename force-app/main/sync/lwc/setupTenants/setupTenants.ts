import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import type { TenantView } from 'views/connect';

/** The accounts a credential may choose from. */
export default class SetupTenants extends LightningElement {
  @api label = '';
  @api tenants: readonly TenantView[] = [];
  @api isBusy = false;

  chosen = '';

  readonly labels = LABELS;

  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.tenants.map(({ id, name }) => ({ label: name ?? '', value: id ?? '' }));
  }

  get isNotReady(): boolean {
    return this.isBusy || this.chosen === '';
  }

  handleChoice(event: CustomEvent<{ readonly value: string }>): void {
    this.chosen = event.detail.value;
  }

  handleUse(): void {
    const detail = this.tenants.find(({ id }) => id === this.chosen);
    this.dispatchEvent(new CustomEvent('use', { detail }));
  }
}
