/** A Lightning page at a tab of its own: `/lightning/n/Name`. */
import { api, LightningElement } from 'lwc';
import { messageOf, statusOf } from 'shell/fetch';
import { readPage, type PageContext } from 'shell/pageModel';
import { announcePage } from 'shell/pageTitle';
import { attribute, type PageReference } from 'shell/router';

const FORBIDDEN = 403;
const NOT_FOUND = 404;

export default class AppPage extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    const before = this.name;
    this._reference = value;
    if (this.name !== before) {
      this.context = null;
      void this.load();
    }
  }
  _reference: PageReference | null = null;
  context: PageContext | null = null;
  missing: string | null = null;
  denied: string | null = null;
  problem: string | null = null;

  get name(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'apiName') ?? '');
  }
  get heading(): string {
    return this.context?.page.label ?? '';
  }

  async load(): Promise<void> {
    const { name } = this;
    try {
      const page = await readPage('app', { name });
      if (name === this.name) {
        this.context = { page, record: null };
        announcePage(this, page.label);
      }
    } catch (error) {
      const status = statusOf(error);
      const words = messageOf(error);
      this.missing = status === NOT_FOUND ? words : null;
      this.denied = status === FORBIDDEN ? words : null;
      this.problem = status === NOT_FOUND || status === FORBIDDEN ? null : words;
    }
  }
}
