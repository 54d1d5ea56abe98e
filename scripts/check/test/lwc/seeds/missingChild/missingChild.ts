import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MissingChild extends LightningElement {
  @api heading = '';
}
