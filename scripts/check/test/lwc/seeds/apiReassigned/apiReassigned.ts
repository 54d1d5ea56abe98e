import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class ApiReassigned extends LightningElement {
  @api heading = '';

  connectedCallback(): void {
    this.heading = 'changed';
  }
}
