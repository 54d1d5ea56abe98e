import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MisspelledBaseAttribute extends LightningElement {
  @api heading = '';
}
