import { LightningElement, api } from 'lwc';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { getJson, messageOf } from 'shell/fetch';
import type { Column } from 'shell/recordTable';
import { objectPage, router } from 'shell/router';
import {
  getOnce,
  objectIcon,
  objectInfo,
  RECORD_CHANGED,
  UI_API,
  type ObjectInfo,
  type RecordValue,
} from 'shell/uiApi';

interface ListInfo {
  readonly createable: boolean;
  readonly displayColumns: readonly Column[];
  readonly fieldApiName: string;
  readonly label: string;
  readonly objectApiNames: readonly string[];
}
interface Rows {
  readonly records: readonly RecordValue[];
  readonly nextPageToken: string | null;
}

const ROWS = 6;
const MOST_COUNTED = 99;

/** One related list: its rows, how many there are, and a way to add one or see all. */
export default class RelatedListCard extends LightningElement {
  @api recordId = '';
  @api objectName = '';
  @api recordTypeId: string | null = null;
  @api relatedListId = '';
  @api rows = ROWS;
  @api isNarrow = false;
  /** On its own page there is nothing more to see. */
  @api isWhole = false;

  list: ListInfo | null = null;
  info: ObjectInfo | null = null;
  records: readonly RecordValue[] = [];
  count = '';
  hasMore = false;
  iconName = 'standard:related_list';
  problem: string | null = null;

  override connectedCallback(): void {
    window.addEventListener(RECORD_CHANGED, this.#refresh);
    void this.load();
  }
  override disconnectedCallback(): void {
    window.removeEventListener(RECORD_CHANGED, this.#refresh);
  }
  readonly #refresh = (): void => {
    void this.loadRows();
  };

  async load(): Promise<void> {
    try {
      const type = this.recordTypeId === null ? '' : `?recordTypeId=${this.recordTypeId}`;
      this.list = await getOnce<ListInfo>(
        `${UI_API}/related-list-info/${this.objectName}/${this.relatedListId}${type}`,
      );
      const child = this.list.objectApiNames[0] ?? '';
      const [info, icon] = await Promise.all([objectInfo(child), objectIcon(child), this.loadRows()]);
      this.info = info;
      this.iconName = icon;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  async loadRows(): Promise<void> {
    try {
      const [page, counted] = await Promise.all([
        getJson<Rows>(`${UI_API}/related-list-records/${this.recordId}/${this.relatedListId}?pageSize=${this.rows}`),
        getJson<{ readonly count: number; readonly hasMore: boolean }>(
          `${UI_API}/related-list-count/${this.recordId}/${this.relatedListId}?maxCount=${MOST_COUNTED}`,
        ),
      ]);
      this.records = page.records;
      this.hasMore = page.nextPageToken !== null;
      this.count = `${counted.count}${counted.hasMore ? '+' : ''}`;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get heading(): string {
    return this.list === null ? '' : `${this.list.label}${this.count === '' ? '' : ` (${this.count})`}`;
  }
  get url(): string {
    return `/lightning/r/${this.objectName}/${this.recordId}/related/${this.relatedListId}/view`;
  }
  get columns(): readonly Column[] {
    const all = this.list?.displayColumns ?? [];
    return this.isNarrow ? all.slice(0, 4) : all;
  }
  get hasRows(): boolean {
    return this.records.length > 0 && this.info !== null;
  }
  get canCreate(): boolean {
    return this.list?.createable === true;
  }
  get hasFooter(): boolean {
    return this.hasRows && !this.isWhole;
  }
  get newLabel(): string {
    return `New ${this.info?.label ?? ''}`;
  }

  handleNew(): void {
    const child = this.list?.objectApiNames[0] ?? '';
    const values = { [this.list?.fieldApiName ?? '']: this.recordId };
    router.navigate(
      objectPage(child, 'new', {
        defaultFieldValues: encodeDefaultFieldValues(values),
        navigationLocation: 'RELATED_LIST',
      }),
    );
  }
}
