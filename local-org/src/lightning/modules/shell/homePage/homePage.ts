/** The home page of the app the person is in. */
import { LightningElement } from 'lwc';
import { messageOf } from 'shell/fetch';
import { readPage, type PageContext } from 'shell/pageModel';
import { announcePage } from 'shell/pageTitle';

export default class HomePage extends LightningElement {
  context: PageContext | null = null;
  problem: string | null = null;

  override connectedCallback(): void {
    announcePage(this, 'Home');
    void this.load();
  }
  async load(): Promise<void> {
    try {
      this.context = { page: await readPage('home', {}), record: null };
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
