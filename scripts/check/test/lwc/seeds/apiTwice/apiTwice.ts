import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class ApiTwice extends LightningElement {
  @api
  get heading(): string {
    return '';
  }
  @api
  set heading(_value: string) {}
}
