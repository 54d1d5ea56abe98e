/** A console for SOQL: runs as the user, in user mode; the last queries stay in this browser. */
import { LightningElement } from 'lwc';
import { messageOf, request } from 'shell/fetch';
import { csvOf, type Cell } from './csv.ts';

interface QueryTable {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly totalSize: number;
  readonly milliseconds: number;
}

const HISTORY = 'localOrg.soql';
const KEPT = 20;

export default class DevQuery extends LightningElement {
  soql = 'SELECT Id, Name FROM Account ORDER BY Name LIMIT 20';
  result: QueryTable | null = null;
  problem: string | null = null;
  isRunning = false;
  history: readonly string[] = readHistory();

  get hasNoRows(): boolean {
    return (this.result?.rows.length ?? 0) === 0;
  }
  get summary(): string {
    const { rows = [], totalSize = 0, milliseconds = 0 } = this.result ?? {};
    const shown = rows.length < totalSize ? `, the first ${rows.length} shown` : '';
    return `${totalSize} ${totalSize === 1 ? 'row' : 'rows'} in ${milliseconds} ms${shown}`;
  }
  /** A dot in a field name would mean a path to the table, so columns go by number. */
  get columns(): readonly { readonly label: string; readonly fieldName: string }[] {
    return (this.result?.columns ?? []).map((label, index) => ({ label, fieldName: `c${index}` }));
  }
  get rows(): readonly Readonly<Record<string, string>>[] {
    const { columns = [], rows = [] } = this.result ?? {};
    return rows.map((row, number) => ({
      _key: String(number),
      ...Object.fromEntries(columns.map((name, index) => [`c${index}`, String(row[name] ?? '')])),
    }));
  }
  get historyOptions(): readonly { readonly label: string; readonly value: string }[] {
    return this.history.map((one) => ({ label: one, value: one }));
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    this.soql = event.detail.value;
  }
  handleHistory(event: CustomEvent<{ readonly value: string }>): void {
    this.soql = event.detail.value;
    void this.run();
  }
  handleRun(): void {
    void this.run();
  }
  async run(): Promise<void> {
    this.isRunning = true;
    try {
      this.result = await request<QueryTable>('POST', '/_/org/dev/query', { soql: this.soql });
      this.problem = null;
      this.history = [this.soql, ...this.history.filter((one) => one !== this.soql)].slice(0, KEPT);
      localStorage.setItem(HISTORY, JSON.stringify(this.history));
    } catch (error) {
      this.result = null;
      this.problem = messageOf(error);
    } finally {
      this.isRunning = false;
    }
  }

  handleExport(): void {
    const { columns = [], rows = [] } = this.result ?? {};
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csvOf(columns, rows)], { type: 'text/csv' }));
    link.download = 'query.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

function readHistory(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(HISTORY) ?? '[]') as readonly string[];
  } catch {
    return [];
  }
}
