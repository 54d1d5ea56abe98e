import { LightningElement, api } from 'lwc';

/** Stands where the platform would draw something that the local org does not have. */
export default class UnsupportedComponent extends LightningElement {
  @api name = '';
}
