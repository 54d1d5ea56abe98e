/** What is deployed in this org, and what of it does not work here. */
import { LightningElement } from 'lwc';
import { pathTo } from 'shell/devActions';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow } from 'shell/devTable';

interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
interface Sources {
  readonly components: readonly { readonly type: string; readonly name: string; readonly namespace: string }[];
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly errors: readonly SourceProblem[];
  readonly unsupported: readonly SourceProblem[];
  readonly withoutUse: readonly { readonly type: string; readonly name: string }[];
}

const EVERY = 30_000;
const ALL = '';

export default class DevMetadata extends LightningElement {
  value: Sources | null = null;
  problem: string | null = null;
  term = '';
  type = ALL;
  readonly #live = new Live<Sources>(
    pathTo('sources'),
    ({ value, problem }) => {
      this.value = value;
      this.problem = problem;
    },
    EVERY,
  );
  readonly problemColumns: readonly DevColumn[] = [
    { label: 'What', fieldName: 'name', wraps: true },
    { label: 'Kind', fieldName: 'kind', tone: 'tone' },
    { label: 'Message', fieldName: 'message', wraps: true },
  ];
  readonly columns: readonly DevColumn[] = [
    { label: 'Name', fieldName: 'name', wraps: true },
    { label: 'Type', fieldName: 'type' },
    { label: 'Namespace', fieldName: 'namespace' },
  ];

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return this.value === null && this.problem === null;
  }
  get problems(): readonly DevRow[] {
    const { errors = [], unsupported = [], withoutUse = [] } = this.value ?? {};
    const rows = (list: readonly SourceProblem[], kind: string, tone: string): readonly Omit<DevRow, 'id'>[] =>
      list.map(({ file, line, column, message }) => ({ name: `${file}:${line}:${column}`, kind, tone, message }));
    return [
      ...rows(errors, 'Does not compile', 'error'),
      ...rows(unsupported, 'Not simulated', 'warning'),
      ...withoutUse.map(({ type, name }) => ({
        name: `${type} ${name}`,
        kind: 'No effect here',
        tone: 'warning',
        message: `The local org does not simulate ${type}.`,
      })),
    ].map((row, index) => ({ ...row, id: String(index) }));
  }
  get typeOptions(): readonly { readonly label: string; readonly value: string }[] {
    const types = this.value?.types ?? [];
    return [
      { label: `All types (${types.reduce((sum, { count }) => sum + count, 0)})`, value: ALL },
      ...types.map(({ type, count }) => ({ label: `${type} (${count})`, value: type })),
    ];
  }
  get components(): readonly DevRow[] {
    const term = this.term.toLowerCase();
    return (this.value?.components ?? [])
      .filter(({ type, name }) => (this.type === ALL || type === this.type) && name.toLowerCase().includes(term))
      .map((one) => ({ ...one, id: `${one.namespace} ${one.type} ${one.name}` }));
  }

  handleTerm(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleType(event: CustomEvent<{ readonly value: string }>): void {
    this.type = event.detail.value;
  }
}
