import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class UnknownExpression extends LightningElement {
  @api heading = '';
}
