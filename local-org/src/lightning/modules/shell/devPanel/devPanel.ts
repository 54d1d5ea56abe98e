/** A card of a developer page: what it is for, what went wrong, what it shows. */
import { api, LightningElement } from 'lwc';

export default class DevPanel extends LightningElement {
  @api heading = '';
  @api iconName = '';
  /** A sentence or two under the title. */
  @api help = '';
  @api problem: string | null = null;
  @api problemHeading = 'That did not work';
  @api isLoading = false;
}
