import { LightningElement, api } from 'lwc';
import log from '@salesforce/apex/HoursController.log';

/** Seeded defect. */
export default class FloatingPromise extends LightningElement {
  @api recordId?: string;

  handleLog(): void {
    log({ opportunityId: this.recordId, hours: 1, workDate: null });
  }
}
