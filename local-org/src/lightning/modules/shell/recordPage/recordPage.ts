/** The page of a record: drawn from the page that metadata gives it, drawn again when the record changes. */
import { api, LightningElement } from 'lwc';
import { messageOf, request, statusOf } from 'shell/fetch';
import { readPage, type PageContext } from 'shell/pageModel';
import { announcePage } from 'shell/pageTitle';
import { RecordContext } from 'shell/recordContext';
import { attribute, type PageReference } from 'shell/router';
import { RECORD_CHANGED, type RecordChange } from 'shell/uiApi';

const NOT_ALLOWED = [403, 404];

export default class RecordPage extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    const before = this.recordId;
    this._reference = value;
    if (this.recordId !== before) {
      this.context = null;
      void this.load();
    }
  }
  _reference: PageReference | null = null;
  context: PageContext | null = null;
  refused: string | null = null;
  problem: string | null = null;

  override connectedCallback(): void {
    window.addEventListener(RECORD_CHANGED, this.#refresh);
  }
  override disconnectedCallback(): void {
    window.removeEventListener(RECORD_CHANGED, this.#refresh);
  }
  readonly #refresh = (event: Event): void => {
    const { ids, isGone } = (event as CustomEvent<RecordChange>).detail;
    // Whoever deletes the record leaves its page.
    if (isGone !== true || !ids.includes(this.recordId)) {
      void this.load();
    }
  };

  get recordId(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'recordId') ?? '');
  }
  get record(): RecordContext | null {
    return this.context?.record ?? null;
  }

  async load(): Promise<void> {
    const { recordId } = this;
    try {
      const page = await readPage('record', { recordId });
      if (recordId !== this.recordId) {
        return;
      }
      const known = this.context?.record;
      const record = known?.recordId === recordId ? known : new RecordContext(recordId, page.objectName ?? '');
      await record.read();
      if (record.fault !== null) {
        this.refuse(record.fault.status, record.fault.pageErrors.join(' '));
        return;
      }
      this.refused = null;
      this.problem = null;
      // Visibility rules may have changed what is on the page; where they did not, nothing is drawn anew.
      if (JSON.stringify(this.context?.page) !== JSON.stringify(page) || known !== record) {
        this.context = { page, record };
      }
      if (known !== record) {
        void request('POST', '/_/org/viewed', { recordId });
      }
      announcePage(this, record.name, record.info?.label);
    } catch (error) {
      this.refuse(statusOf(error), messageOf(error));
    }
  }

  refuse(status: number | null, message: string): void {
    const isRefused = NOT_ALLOWED.includes(status ?? 0);
    this.context = null;
    this.refused = isRefused ? message : null;
    this.problem = isRefused ? null : message;
  }
}
