import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MissingKey extends LightningElement {
  @api rows: readonly string[] = [];
}
