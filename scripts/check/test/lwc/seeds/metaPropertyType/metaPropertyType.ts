import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MetaPropertyType extends LightningElement {
  @api heading = '';
}
