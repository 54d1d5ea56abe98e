import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class HardCodedColor extends LightningElement {
  @api heading = '';
}
