import { LightningElement, api } from 'lwc';
import mayChange from '@salesforce/customPermission/Change_Hour';

/** Seeded defect. */
export default class UnknownPermission extends LightningElement {
  @api heading = String(mayChange);
}
