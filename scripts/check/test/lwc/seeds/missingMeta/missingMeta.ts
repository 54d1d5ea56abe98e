import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MissingMeta extends LightningElement {
  @api heading = '';
}
