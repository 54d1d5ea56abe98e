/** What can't be shown, in its place. */
import { api, LightningElement } from 'lwc';

export default class Problem extends LightningElement {
  @api heading = '';
  @api detail = '';
}
