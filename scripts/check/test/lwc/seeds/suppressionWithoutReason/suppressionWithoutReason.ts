import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class SuppressionWithoutReason extends LightningElement {
  // @ts-expect-error
  @api heading: string = 3;
}
