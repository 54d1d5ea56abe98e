/** The home of an object: its list views, the rows of the chosen one, and what can be done with them. */
import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { apps } from 'shell/apps';
import { messageOf, statusOf } from 'shell/fetch';
import { announcePage } from 'shell/pageTitle';
import { confirmDelete } from 'shell/recordActions';
import { RECORD_CHANGED } from 'shell/uiApi';
import { attribute, objectPage, recordPage, router, type PageReference } from 'shell/router';
import {
  findList,
  readList,
  readLists,
  readObject,
  readRows,
  RECENT,
  type ListInfo,
  type ListSummary,
  type ObjectInfo,
} from './listApi.ts';
import { pinnedList, pinList } from './pins.ts';
import {
  columnOfField,
  fieldOfColumn,
  summary,
  tableColumns,
  tableRow,
  tileOf,
  type RecordValue,
  type Row,
  type TableColumn,
  type Tile,
} from 'shell/listRows';

const NO_SUCH_THING = [403, 404];
const SHORTEST_TERM = 2;
const TYPING_PAUSE = 350;
const PHONE = '(max-width: 47.9375em)';

export default class ObjectHome extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    if (value !== null) {
      void this.open(value);
    }
  }
  _reference: PageReference | null = null;

  object: ObjectInfo | null = null;
  lists: readonly ListSummary[] = [];
  list: ListInfo | null = null;
  records: readonly RecordValue[] = [];
  columns: TableColumn[] = [];
  total = 0;
  nextPage: string | null = null;
  sortBy: { readonly field: string; readonly isDescending: boolean } | null = null;
  term = '';
  scope = '';
  areFiltersShown = false;
  isBusy = false;
  isPhone = window.matchMedia(PHONE).matches;
  denied: string | null = null;
  problem: string | null = null;
  #stop: () => void = () => undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    const media = window.matchMedia(PHONE);
    const onWidth = (): void => {
      this.isPhone = media.matches;
    };
    media.addEventListener('change', onWidth);
    // What was saved or deleted may belong into the list, or no longer.
    const onRecord = (): void => {
      if (this.list !== null) {
        void this.load();
      }
    };
    window.addEventListener(RECORD_CHANGED, onRecord);
    this.#stop = () => {
      media.removeEventListener('change', onWidth);
      window.removeEventListener(RECORD_CHANGED, onRecord);
    };
  }
  override disconnectedCallback(): void {
    this.#stop();
    clearTimeout(this.#typing);
  }

  get objectApiName(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'objectApiName') ?? '');
  }
  get listName(): string {
    return this.list?.listReference.listViewApiName ?? '';
  }
  get isReady(): boolean {
    return this.object !== null && this.list !== null;
  }
  get iconName(): string {
    return apps.iconOf(this.objectApiName);
  }
  get isRecent(): boolean {
    return this.listName === RECENT;
  }
  get rows(): readonly Row[] {
    const { list } = this;
    return list === null ? [] : this.records.map((record) => tableRow(record, list.displayColumns));
  }
  get isEmpty(): boolean {
    return this.records.length === 0 && !this.isBusy;
  }
  get emptyText(): string {
    if (this.term.trim().length >= SHORTEST_TERM) {
      return `Nothing in this list has “${this.term.trim()}”.`;
    }
    return this.isRecent
      ? `You haven't viewed any ${this.object?.labelPlural ?? 'records'} recently. Try switching list views.`
      : 'No items to display.';
  }
  get hasFilterPanel(): boolean {
    return this.areFiltersShown && !this.isRecent;
  }
  get filtersLabel(): string {
    return this.areFiltersShown ? 'Hide filters' : 'Show filters';
  }
  get hasOwner(): boolean {
    return this.object?.fields['OwnerId'] !== undefined;
  }
  get hasMore(): boolean {
    return this.nextPage !== null;
  }
  get sortedField(): string {
    const column = this.list?.displayColumns.find(({ fieldApiName }) => fieldApiName === this.sortBy?.field);
    return column === undefined ? '' : columnOfField(column);
  }
  get sortDirection(): 'asc' | 'desc' {
    return this.sortBy?.isDescending === true ? 'desc' : 'asc';
  }
  get details(): string {
    const { list, sortBy } = this;
    return summary({
      shown: this.records.length,
      total: this.total,
      sortedBy: list?.displayColumns.find(({ fieldApiName }) => fieldApiName === sortBy?.field)?.label ?? null,
      filteredBy: (list?.filteredByInfo ?? []).map(({ label }) => label),
    });
  }
  get choices(): readonly { readonly apiName: string; readonly label: string; readonly isShown: boolean }[] {
    return this.lists.map(({ apiName, label }) => ({ apiName, label, isShown: apiName === this.listName }));
  }
  get isPinned(): boolean {
    return pinnedList(this.objectApiName) === this.listName;
  }
  get pinIcon(): string {
    return this.isPinned ? 'utility:pinned' : 'utility:pin';
  }
  get pinLabel(): string {
    return this.isPinned ? 'This list is pinned' : 'Pin this list view';
  }
  get tiles(): readonly Tile[] {
    return this.rows.map((row) => tileOf(row, this.objectApiName, this.list?.displayColumns ?? []));
  }

  /** Another object, another list, or the same with a form closed over it. */
  async open(reference: PageReference): Promise<void> {
    const objectApiName = attribute(reference, 'objectApiName') ?? '';
    try {
      if (this.object?.apiName !== objectApiName) {
        this.object = null;
        this.list = null;
        const [object, lists] = await Promise.all([readObject(objectApiName), readLists(objectApiName), apps.load()]);
        if (reference !== this._reference) {
          return;
        }
        this.object = object;
        this.lists = lists;
      }
      const asked = reference.state?.['filterName'];
      const list = findList(this.lists, asked ?? pinnedList(objectApiName) ?? RECENT) ?? findList(this.lists, RECENT);
      if (list === null) {
        this.denied = `There are no list views of ${objectApiName}.`;
      } else if (asked !== list.apiName && router.location.overlay === null) {
        router.navigate(objectPage(objectApiName, 'list', { ...reference.state, filterName: list.apiName }), {
          replace: true,
        });
      } else if (this.listName !== list.apiName) {
        await this.openList(list.apiName);
      }
    } catch (error) {
      if (NO_SUCH_THING.includes(statusOf(error) ?? 0)) {
        this.denied = messageOf(error);
      } else {
        this.problem = messageOf(error);
      }
    }
  }

  async openList(name: string): Promise<void> {
    const { object } = this;
    if (object === null) {
      return;
    }
    const { info, records } = await readList(object.apiName, name);
    if (object !== this.object) {
      return;
    }
    this.problem = null;
    this.term = '';
    this.list = info;
    this.scope = info.scope.apiName;
    const [order] = info.orderedByInfo;
    this.sortBy = order === undefined ? null : { field: order.fieldApiName, isDescending: !order.isAscending };
    const columns =
      name === RECENT ? info.displayColumns.map((one) => ({ ...one, sortable: false })) : info.displayColumns;
    const rights = { canEdit: object.updateable, canDelete: object.deletable };
    this.columns = tableColumns(columns, object.fields, rights);
    this.records = records.records;
    this.total = records.totalCount;
    this.nextPage = records.nextPageToken;
    announcePage(this, info.label, object.labelPlural);
  }

  /** The rows again, or those of the next page. */
  async load(pageToken?: string): Promise<void> {
    this.isBusy = true;
    const { sortBy } = this;
    const term = this.term.trim();
    try {
      const found = await readRows(this.objectApiName, this.listName, {
        sortBy: sortBy === null ? undefined : `${sortBy.isDescending ? '-' : ''}${sortBy.field}`,
        searchTerm: term.length < SHORTEST_TERM ? undefined : term,
        pageToken,
        scope: this.scope === this.list?.scope.apiName ? undefined : this.scope,
      });
      this.records = pageToken === undefined ? found.records : [...this.records, ...found.records];
      this.total = found.totalCount;
      this.nextPage = found.nextPageToken;
      this.problem = null;
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  handleList(event: CustomEvent<{ readonly value: string }>): void {
    router.navigate(objectPage(this.objectApiName, 'list', { filterName: event.detail.value }));
  }
  handlePin(): void {
    pinList(this.objectApiName, this.listName);
    // The pin is kept by the browser, so nothing the template watches has changed.
    this.lists = [...this.lists];
    this.list = this.list === null ? null : { ...this.list };
  }
  handleNew(): void {
    router.navigate(objectPage(this.objectApiName, 'new'));
  }
  handleRefresh(): void {
    void this.load();
  }
  handleSort(event: CustomEvent<{ readonly fieldName: string; readonly sortDirection: string }>): void {
    const { fieldName, sortDirection } = event.detail;
    this.sortBy = { field: fieldOfColumn(fieldName), isDescending: sortDirection === 'desc' };
    void this.load();
  }
  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.load(), TYPING_PAUSE);
  }
  handleFilters(): void {
    this.areFiltersShown = !this.areFiltersShown;
  }
  handleScope(event: CustomEvent<{ readonly scope: string }>): void {
    this.scope = event.detail.scope;
    void this.load();
  }
  handleMore(): void {
    if (this.nextPage !== null && !this.isBusy) {
      void this.load(this.nextPage);
    }
  }
  handleRowAction(event: CustomEvent<{ readonly action: { readonly name: string }; readonly row: Row }>): void {
    const { action, row } = event.detail;
    if (action.name === 'edit') {
      router.navigate(recordPage(row.id, this.objectApiName, 'edit'));
    } else {
      void this.remove(row.id);
    }
  }

  async remove(id: string): Promise<void> {
    const recordName = this.tiles.find((one) => one.id === id)?.label ?? '';
    const outcome = await confirmDelete({ recordId: id, objectName: this.objectApiName, recordName });
    if (outcome !== null) {
      this.dispatchEvent(new ShowToastEvent(outcome));
    }
  }
}
