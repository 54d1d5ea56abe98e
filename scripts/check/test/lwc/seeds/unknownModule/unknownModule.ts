import { LightningElement, api } from 'lwc';
import nowhere from 'lightning/nowhere';

/** Seeded defect. */
export default class UnknownModule extends LightningElement {
  @api heading = String(nowhere);
}
