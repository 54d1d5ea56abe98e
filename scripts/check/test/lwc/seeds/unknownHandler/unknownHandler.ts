import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class UnknownHandler extends LightningElement {
  @api heading = '';

  handleClick(): void {
    this.dispatchEvent(new CustomEvent('choose'));
  }
}
