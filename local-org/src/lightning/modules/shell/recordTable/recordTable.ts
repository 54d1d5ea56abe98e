import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { confirmDelete } from 'shell/recordActions';
import { recordPage, router } from 'shell/router';
import type { ObjectInfo, RecordValue } from 'shell/uiApi';
import { cellOf, type Cell, type Column } from './cells.ts';

export type { Column } from './cells.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly menuLabel: string;
  readonly record: RecordValue;
  readonly first: Cell | undefined;
  readonly others: readonly Cell[];
}

/** Rows of records with links: a table where there is room for one, tiles where there is not. */
export default class RecordTable extends LightningElement {
  @api columns: readonly Column[] = [];
  @api records: readonly RecordValue[] = [];
  @api info?: ObjectInfo;
  @api label = '';
  @api isNarrow = false;

  get rows(): readonly Row[] {
    const { info } = this;
    if (info === undefined) {
      return [];
    }
    return this.records.map((record) => {
      const [first, ...others] = this.columns.map((column) => cellOf(column, record, info));
      const name = first?.text === undefined || first.text === '' ? info.label : first.text;
      return { id: record.id ?? '', name, menuLabel: `Actions for ${name}`, record, first, others };
    });
  }
  get firstColumn(): Column | undefined {
    return this.columns[0];
  }
  get otherColumns(): readonly Column[] {
    return this.columns.slice(1);
  }
  get hasMenu(): boolean {
    return this.canEdit || this.canDelete;
  }
  get canEdit(): boolean {
    return this.info?.updateable === true;
  }
  get canDelete(): boolean {
    return this.info?.deletable === true;
  }

  handleMenu(event: CustomEvent<{ readonly value: string }>): void {
    const { id = '', name = '' } = (event.currentTarget as HTMLElement).dataset;
    const objectName = this.info?.apiName ?? '';
    if (event.detail.value === 'edit') {
      router.navigate(recordPage(id, objectName, 'edit'));
    } else {
      void this.remove(id, objectName, name);
    }
  }

  async remove(recordId: string, objectName: string, recordName: string): Promise<void> {
    const outcome = await confirmDelete({ recordId, objectName, recordName });
    if (outcome !== null) {
      this.dispatchEvent(new ShowToastEvent(outcome));
    }
  }
}
