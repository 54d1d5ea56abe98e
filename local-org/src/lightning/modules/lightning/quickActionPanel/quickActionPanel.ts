import { LightningElement, api } from 'lwc';

/** The header, body and footer of a screen quick action. Source: Component Reference, `lightning-quick-action-panel`. */
export default class QuickActionPanel extends LightningElement {
  @api header = '';
  hasFooter = false;

  handleFooter(event: Event): void {
    this.hasFooter = (event.target as HTMLSlotElement).assignedElements().length > 0;
  }
  get footerClass(): string {
    return this.hasFooter ? 'slds-modal__footer' : 'slds-hide';
  }
}
