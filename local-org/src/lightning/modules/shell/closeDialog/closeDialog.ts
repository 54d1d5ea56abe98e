import { api } from 'lwc';
import LightningModal from 'lightning/modal';

interface Validated extends HTMLElement {
  reportValidity(): boolean;
}

/** Asks how a record closes, of the values that close it; closes with the chosen one. */
export default class CloseDialog extends LightningModal {
  @api objectLabel = '';
  @api fieldLabel = '';
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  chosen = '';

  get heading(): string {
    return `Close This ${this.objectLabel}`;
  }
  handleChoice(event: CustomEvent<{ readonly value: string }>): void {
    this.chosen = event.detail.value;
  }
  handleCancel(): void {
    this.close(null);
  }
  handleSave(): void {
    const choice = this.template?.querySelector<Validated>('lightning-combobox');
    if (choice?.reportValidity() === true) {
      this.close(this.chosen);
    }
  }
}
