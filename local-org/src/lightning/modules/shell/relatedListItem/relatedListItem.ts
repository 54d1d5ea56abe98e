import { LightningElement, api } from 'lwc';
import { formFactor, textOf, type PageContext, type Properties, type RegionWidth } from 'shell/pageModel';

const ROWS = 6;

/** One related list that a page names: of the record itself, or of a record that it looks up. */
export default class RelatedListItem extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};
  @api regionWidth: RegionWidth = 'LARGE';

  parentId = '';
  parentObject = '';

  override connectedCallback(): void {
    void this.load();
  }
  async load(): Promise<void> {
    const { record } = this.context;
    // `Contact.AccountId` is about the contact's account, `Contact.Id` about the contact.
    const field = textOf(this.properties['parentFieldApiName']).split('.').slice(1).join('.');
    if (record === null) {
      return;
    }
    if (field === '' || field === 'Id') {
      this.parentObject = record.objectName;
      this.parentId = record.recordId;
      return;
    }
    await record.want([field]);
    this.parentObject = record.info?.fields[field]?.referenceToInfos[0]?.apiName ?? '';
    this.parentId = textOf(record.record?.fields[field]?.value);
  }

  get listId(): string {
    return textOf(this.properties['relatedListApiName']);
  }
  get rows(): number {
    return Number(this.properties['rowsToDisplay'] ?? this.properties['maxRecordsToDisplay'] ?? ROWS);
  }
  get isNarrow(): boolean {
    return this.regionWidth === 'SMALL' || formFactor() === 'Small';
  }
}
