/** All rows of a related list: `/lightning/r/Account/001…/related/Contacts/view`. */
import { api, LightningElement } from 'lwc';
import { getOnce, objectInfo, readRecord, textOf, UI_API, type RecordValue } from 'shell/uiApi';
import { messageOf } from 'shell/fetch';
import { formFactor, readPage } from 'shell/pageModel';
import { announcePage } from 'shell/pageTitle';
import { attribute, type PageReference } from 'shell/router';

const ALL = 200;

export default class RelatedListPage extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    this.objectName = '';
    void this.load();
  }
  _reference: PageReference | null = null;
  objectName = '';
  parentName = '';
  label = '';
  problem: string | null = null;
  rows = ALL;

  get recordId(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'recordId') ?? '');
  }
  get listId(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'relationshipApiName') ?? '');
  }
  get parentUrl(): string {
    return `/lightning/r/${this.objectName}/${this.recordId}/view`;
  }
  get isNarrow(): boolean {
    return formFactor() === 'Small';
  }

  async load(): Promise<void> {
    const { recordId } = this;
    try {
      const named = this._reference === null ? null : attribute(this._reference, 'objectApiName');
      const objectName = named ?? (await readPage('record', { recordId })).objectName ?? '';
      const info = await objectInfo(objectName);
      const nameField = info.nameFields[0] ?? 'Id';
      const [record, list] = await Promise.all([
        readRecord(objectName, recordId, [nameField]),
        getOnce<{ readonly label: string }>(`${UI_API}/related-list-info/${objectName}/${this.listId}`),
      ]);
      this.show(objectName, record, nameField, list.label);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
  show(objectName: string, record: RecordValue, nameField: string, label: string): void {
    this.objectName = objectName;
    this.parentName = textOf(record.fields[nameField]?.value);
    this.label = label;
    announcePage(this, label, this.parentName);
  }
}
