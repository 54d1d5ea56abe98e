import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MisspelledAttribute extends LightningElement {
  @api heading = '';
}
