import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class MissingImport extends LightningElement {
  @api recordId?: string;

  @wire(Object, { opportunityId: '$recordId' })
  result: unknown;
}
