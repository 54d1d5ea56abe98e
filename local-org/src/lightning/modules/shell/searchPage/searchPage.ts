/** What the search of the header found, by object. */
import { api, LightningElement } from 'lwc';
import { getJson, messageOf } from 'shell/fetch';
import {
  tableColumns,
  tableRow,
  type DisplayColumn,
  type RecordValue,
  type Row,
  type TableColumn,
} from 'shell/listRows';
import { announcePage } from 'shell/pageTitle';
import type { PageReference } from 'shell/router';

interface Group {
  readonly objectApiName: string;
  readonly labelPlural: string;
  readonly iconName: string;
  readonly columns: readonly DisplayColumn[];
  readonly records: readonly RecordValue[];
  /** Of all that were found; fewer are shown. */
  readonly count: number;
}
interface ShownGroup {
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly iconName: string;
  readonly columns: TableColumn[];
  readonly rows: Row[];
}

const ROWS_OF_AN_OBJECT = 25;
const READ_ONLY = { canEdit: false, canDelete: false };

export default class SearchPage extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    void this.search();
  }
  _reference: PageReference | null = null;
  groups: readonly ShownGroup[] = [];
  isBusy = true;
  problem: string | null = null;

  get term(): string {
    return this._reference?.state?.['term'] ?? '';
  }
  get isEmpty(): boolean {
    return this.problem === null && this.groups.length === 0 && !this.isBusy;
  }
  get heading(): string {
    return `Search results for “${this.term}”`;
  }

  async search(): Promise<void> {
    const { term } = this;
    this.isBusy = true;
    this.problem = null;
    try {
      const address = `/_/org/search?limit=${ROWS_OF_AN_OBJECT}&q=${encodeURIComponent(term)}`;
      const { groups } = await getJson<{ readonly groups: readonly Group[] }>(address);
      if (term === this.term) {
        this.groups = groups.map(shown);
      }
    } catch (error) {
      this.groups = [];
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
      announcePage(this, term, 'Search');
    }
  }
}

function shown({ objectApiName, labelPlural, iconName, columns, records, count }: Group): ShownGroup {
  return {
    name: objectApiName,
    label: labelPlural,
    title: `${labelPlural} (${records.length < count ? `${records.length} of ` : ''}${count})`,
    iconName,
    columns: tableColumns(
      columns.map((column) => ({ ...column, sortable: false })),
      {},
      READ_ONLY,
    ),
    rows: records.map((record) => tableRow(record, columns)),
  };
}
