import { LightningElement, api, wire } from 'lwc';
import type { WireResult } from 'wire';
import read from '@salesforce/apex/HoursController.read';
import type { HoursView } from 'views/time';

/** Seeded defect. */
export default class RenamedDtoField extends LightningElement {
  @api recordId?: string;
  @wire(read, { opportunityId: '$recordId' } as const)
  result?: WireResult<HoursView>;

  get hours(): number {
    return this.result?.data?.loggedHrs ?? 0;
  }
}
