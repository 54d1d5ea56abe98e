import { LightningElement, api, wire } from 'lwc';
import type { WireResult } from 'wire';
import read from '@salesforce/apex/HoursController.read';
import type { HoursView } from 'views/time';

/** Seeded defect. */
export default class WrongWireType extends LightningElement {
  @api count = 0;
  @wire(read, { opportunityId: '$count' } as const)
  result?: WireResult<HoursView>;
}
