/** For addresses that lead nowhere. */
import { api, LightningElement } from 'lwc';
import { announcePage } from 'shell/pageTitle';

export default class NotFound extends LightningElement {
  /** Why, where more is known than that there is no such page. */
  @api detail = 'Enter a valid URL and try again.';

  override connectedCallback(): void {
    announcePage(this, "Page doesn't exist");
  }
}
