import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Hours_Headin';

/** Seeded defect. */
export default class UnknownLabel extends LightningElement {
  @api heading = heading;
}
