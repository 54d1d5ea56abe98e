import { LightningElement, api } from 'lwc';
import read from '@salesforce/apex/HourController.read';

/** Seeded defect. */
export default class UnknownApexImport extends LightningElement {
  @api heading = String(read);
}
