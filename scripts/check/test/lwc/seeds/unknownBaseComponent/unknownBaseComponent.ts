import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class UnknownBaseComponent extends LightningElement {
  @api heading = '';
}
