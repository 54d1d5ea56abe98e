import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MetaUnknownObject extends LightningElement {
  @api heading = '';
}
