import { LightningElement, api } from 'lwc';
import { getJson, messageOf } from 'shell/fetch';
import { formFactor, textOf, type Properties, type RegionWidth } from 'shell/pageModel';
import type { Column } from 'shell/recordTable';
import { objectIcon, objectInfo, RECORD_CHANGED, UI_API, type ObjectInfo, type RecordValue } from 'shell/uiApi';

interface ListUi {
  readonly info: { readonly label: string; readonly displayColumns: readonly Column[] };
  readonly records: { readonly records: readonly RecordValue[] };
}
const ROWS = '10';
const MOST_COLUMNS = 5;

/** The first rows of a list view, on a home or app page. */
export default class ListViewCard extends LightningElement {
  @api properties: Properties = {};
  @api regionWidth: RegionWidth = 'LARGE';

  list: ListUi | null = null;
  info: ObjectInfo | null = null;
  iconName = 'standard:list';
  problem: string | null = null;

  override connectedCallback(): void {
    window.addEventListener(RECORD_CHANGED, this.#refresh);
    void this.load();
  }
  override disconnectedCallback(): void {
    window.removeEventListener(RECORD_CHANGED, this.#refresh);
  }
  readonly #refresh = (): void => {
    void this.load();
  };

  async load(): Promise<void> {
    const size = textOf(this.properties['pageSize']) || ROWS;
    try {
      const [list, info, icon] = await Promise.all([
        getJson<ListUi>(`${UI_API}/list-ui/${this.objectName}/${this.listName}?pageSize=${size}`),
        objectInfo(this.objectName),
        objectIcon(this.objectName),
      ]);
      this.list = list;
      this.info = info;
      this.iconName = icon;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get objectName(): string {
    return textOf(this.properties['entityName']);
  }
  get listName(): string {
    return textOf(this.properties['filterName']);
  }
  get heading(): string {
    return this.list?.info.label ?? '';
  }
  get url(): string {
    return `/lightning/o/${this.objectName}/list?filterName=${this.listName}`;
  }
  get columns(): readonly Column[] {
    return (this.list?.info.displayColumns ?? []).slice(0, MOST_COLUMNS);
  }
  get records(): readonly RecordValue[] {
    return this.list?.records.records ?? [];
  }
  get hasRows(): boolean {
    return this.records.length > 0 && this.info !== null;
  }
  get isEmpty(): boolean {
    return this.list !== null && this.records.length === 0;
  }
  get isNarrow(): boolean {
    return this.regionWidth === 'SMALL' || formFactor() === 'Small';
  }
}
