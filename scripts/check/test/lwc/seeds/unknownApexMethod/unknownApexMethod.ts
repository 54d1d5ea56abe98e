import { LightningElement, api } from 'lwc';
import read from '@salesforce/apex/HoursController.raed';

/** Seeded defect. */
export default class UnknownApexMethod extends LightningElement {
  @api heading = String(read);
}
