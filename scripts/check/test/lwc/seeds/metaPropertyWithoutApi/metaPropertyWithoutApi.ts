import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MetaPropertyWithoutApi extends LightningElement {
  @api heading = '';
}
