import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class KeyFromIndex extends LightningElement {
  @api rows: readonly string[] = [];
}
