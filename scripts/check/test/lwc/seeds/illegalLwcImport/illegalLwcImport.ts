import { LightningElement, api, registerTemplate } from 'lwc';

/** Seeded defect. */
export default class IllegalLwcImport extends LightningElement {
  @api heading = String(registerTemplate);
}
