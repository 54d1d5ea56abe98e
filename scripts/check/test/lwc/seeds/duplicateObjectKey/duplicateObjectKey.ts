import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class DuplicateObjectKey extends LightningElement {
  readonly options = {
    heading: 'one',
    heading: 'two',
  };
  @api heading = '';
}
