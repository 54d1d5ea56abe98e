import { LightningElement, api } from 'lwc';
import SECONDS from '@salesforce/schema/Time_Entry__c.Second__c';

/** Seeded defect. */
export default class UnknownField extends LightningElement {
  @api heading = SECONDS.fieldApiName;
}
