import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class UnknownDirective extends LightningElement {
  @api heading = '';
}
