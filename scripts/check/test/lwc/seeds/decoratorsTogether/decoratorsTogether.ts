import { LightningElement, api, track } from 'lwc';

/** Seeded defect. */
export default class DecoratorsTogether extends LightningElement {
  @api @track heading = '';
}
