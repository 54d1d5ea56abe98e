import { LightningElement, api, wire } from 'lwc';
import type { WireResult } from 'wire';
import read from '@salesforce/apex/HoursController.read';
import type { HoursView } from 'views/time';

/** Seeded defect. */
export default class WrongWireParameter extends LightningElement {
  @api recordId?: string;
  @wire(read, { opportunity: '$recordId' } as const)
  result?: WireResult<HoursView>;
}
