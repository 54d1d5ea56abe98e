/** For pages whose record or object the person may not see, or that is gone: the platform does not say which. */
import { api, LightningElement } from 'lwc';
import { announcePage } from 'shell/pageTitle';

export default class NoAccess extends LightningElement {
  /** What the server said. */
  @api detail = '';

  override connectedCallback(): void {
    announcePage(this, "Looks like there's a problem");
  }
}
