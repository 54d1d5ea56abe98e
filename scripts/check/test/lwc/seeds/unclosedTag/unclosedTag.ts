import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class UnclosedTag extends LightningElement {
  @api heading = '';
}
