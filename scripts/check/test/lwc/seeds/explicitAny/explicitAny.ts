import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class ExplicitAny extends LightningElement {
  @api heading: any = '';
}
