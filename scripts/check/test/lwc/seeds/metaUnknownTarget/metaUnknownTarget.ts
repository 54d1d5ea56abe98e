import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MetaUnknownTarget extends LightningElement {
  @api heading = '';
}
