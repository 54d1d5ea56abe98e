/** Apex tests: choose, run, see what failed and which lines ran. They run on a copy of the source without its data. */
import { LightningElement } from 'lwc';
import { attempt, pathTo } from 'shell/devActions';
import DevCoverageModal from 'shell/devCoverageModal';
import DevDetails from 'shell/devDetails';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';
import { getJson, messageOf, request } from 'shell/fetch';
import { percent, resultRow, textOfLog, type Run, type WholeResult } from './testRun.ts';

interface TestClass {
  readonly name: string;
  readonly methods: readonly string[];
}

const SECOND = 1000;

export default class DevTests extends LightningElement {
  classes: readonly TestClass[] | null = null;
  run: Run | null = null;
  problem: string | null = null;
  term = '';
  selected: readonly string[] = [];
  isFailedOnly = false;
  readonly #live = new Live<Run | null>(
    pathTo('tests', 'run'),
    ({ value, problem }) => {
      this.run = value;
      this.problem = problem ?? this.problem;
    },
    SECOND,
  );
  readonly classColumns: readonly DevColumn[] = [
    { label: 'Class', fieldName: 'name' },
    { label: 'Methods', fieldName: 'count', type: 'number' },
  ];
  readonly resultColumns: readonly DevColumn[] = [
    { label: 'Test', fieldName: 'name', action: 'result', wraps: true },
    { label: 'Result', fieldName: 'outcomeText', tone: 'tone' },
    { label: 'Message', fieldName: 'message', wraps: true },
    { label: 'Milliseconds', fieldName: 'milliseconds', type: 'number' },
  ];
  readonly coverageColumns: readonly DevColumn[] = [
    { label: 'Class or trigger', fieldName: 'name', action: 'coverage' },
    { label: 'Covered', fieldName: 'shareText', tone: 'tone' },
    { label: 'Lines not covered', fieldName: 'uncoveredText', wraps: true },
  ];

  override connectedCallback(): void {
    this.#live.start();
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }
  async load(): Promise<void> {
    try {
      const { classes } = await getJson<{ readonly classes: readonly TestClass[] }>(pathTo('tests'));
      this.classes = classes;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get isLoading(): boolean {
    return this.classes === null && this.problem === null;
  }
  get rows(): readonly DevRow[] {
    const term = this.term.toLowerCase();
    return (this.classes ?? [])
      .filter(({ name }) => name.toLowerCase().includes(term))
      .map(({ name, methods }) => ({ id: name, name, count: methods.length }));
  }
  get empty(): string {
    return this.classes?.length === 0 ? 'This org has no Apex tests.' : 'No test class has this name.';
  }
  get runLabel(): string {
    const { length } = this.selected;
    return length === 0 ? 'Run all tests' : `Run ${length} ${length === 1 ? 'class' : 'classes'}`;
  }
  get isRunning(): boolean {
    return this.run?.state === 'running';
  }
  get summary(): string {
    const { passed = 0, failed = 0, milliseconds = 0, share = null } = this.run ?? {};
    const seconds = (milliseconds / SECOND).toFixed(1);
    const coverage = share === null ? '' : `, ${percent(share)} of the lines covered`;
    return `${this.isRunning ? 'Running: ' : ''}${passed} passed, ${failed} failed in ${seconds} s${coverage}`;
  }
  get runProblem(): string | null {
    return this.run?.problem ?? null;
  }
  get results(): readonly DevRow[] {
    const all = this.run?.results ?? [];
    return (this.isFailedOnly ? all.filter(({ outcome }) => outcome !== 'pass') : all).map(resultRow);
  }
  get emptyResults(): string {
    return this.isRunning ? 'The first results come when the source is compiled.' : 'No test failed.';
  }
  /** What the tests ran comes first, the least covered on top. */
  get coverage(): readonly DevRow[] {
    return (this.run?.coverage ?? [])
      .toSorted(
        (left, right) =>
          Number(left.share === 0) - Number(right.share === 0) ||
          left.share - right.share ||
          left.name.localeCompare(right.name),
      )
      .map(({ name, share, uncovered }) => ({
        id: name,
        name,
        shareText: percent(share),
        tone: share === 1 ? 'success' : null,
        uncoveredText: uncovered.join(', '),
      }));
  }
  get hasCoverage(): boolean {
    return this.coverage.length > 0;
  }

  handleTerm(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleSelection(event: CustomEvent<{ readonly selected: readonly string[] }>): void {
    this.selected = event.detail.selected;
  }
  handleFailedOnly(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.isFailedOnly = event.detail.checked;
  }
  async handleRun(): Promise<void> {
    await attempt(this, () => request('POST', pathTo('tests', 'run'), { only: this.selected }), null);
    await this.#live.refresh();
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    const { name, id } = event.detail;
    void attempt(this, () => (name === 'result' ? openResult(id) : openCoverage(id)), null);
  }
}

async function openResult(id: string): Promise<void> {
  const result = await getJson<WholeResult>(pathTo('tests', 'results', id));
  const { outcomeText } = resultRow(result);
  await DevDetails.open({
    size: 'medium',
    label: id,
    details: {
      heading: id,
      facts: [
        { label: 'Result', value: String(outcomeText) },
        { label: 'Milliseconds', value: String(result.milliseconds) },
      ],
      blocks: [
        { heading: 'Message', text: result.message ?? '' },
        { heading: 'Stack', text: result.stack.join('\n') },
        { heading: 'Debug log', text: textOfLog(result) },
      ],
    },
  });
}

async function openCoverage(name: string): Promise<void> {
  const { lines } = await getJson<{ readonly lines: readonly object[] }>(pathTo('tests', 'coverage', name));
  await DevCoverageModal.open({ size: 'large', label: `Coverage of ${name}`, lines });
}
