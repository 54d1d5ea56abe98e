import { LightningElement, api } from 'lwc';
import getProject from '@salesforce/apex/WeekController.getProject';
import openOpportunity from '@salesforce/apex/WeekController.openOpportunity';
import search from '@salesforce/apex/WeekController.search';
import addLabel from '@salesforce/label/c.Week_Add';
import cancelLabel from '@salesforce/label/c.Week_Cancel';
import failedLabel from '@salesforce/label/c.Week_Search_Failed';
import newProjectLabel from '@salesforce/label/c.Week_Search_New_Project';
import noneLabel from '@salesforce/label/c.Week_Search_None';
import noTaskLabel from '@salesforce/label/c.Week_No_Task';
import placeholderLabel from '@salesforce/label/c.Week_Search';
import searchLabel from '@salesforce/label/c.Week_Add_Project';
import taskLabel from '@salesforce/label/c.Week_Task';
import type { RowSource } from 'c/weekModel';
import type { WeekSearch } from 'views/time';
import { choicesOf, tasksOf, type Choice, type TaskOption } from './choices';

/** Long enough not to ask for each letter. */
const PAUSE = 250;
const SHORTEST = 2;
const NONE = -1;

interface ChoiceView extends Choice {
  readonly elementId: string;
  readonly isActive: 'true' | 'false';
  readonly className: string;
}

/** Searches projects and opportunities by name, asks for a task where there are some, and emits `addrow`. */
export default class WeekAddRow extends LightningElement {
  text = '';
  found: WeekSearch | null = null;
  active = NONE;
  project: Choice | null = null;
  tasks: readonly TaskOption[] = [];
  taskId = '';
  error: unknown = null;
  isAwaitingTask = false;
  /** Counts questions, so that a late answer to an older one is dropped. */
  asked = 0;
  timer: ReturnType<typeof setTimeout> | undefined;

  readonly labels = {
    add: addLabel,
    cancel: cancelLabel,
    failed: failedLabel,
    none: noneLabel,
    placeholder: placeholderLabel,
    search: searchLabel,
    task: taskLabel,
  };

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  override renderedCallback(): void {
    if (this.isAwaitingTask && this.refs?.['task']) {
      this.isAwaitingTask = false;
      (this.refs['task'] as HTMLElement).focus();
    }
  }

  @api focus(): void {
    (this.refs?.['search'] as HTMLElement | undefined)?.focus();
  }

  /** Asks for another task of a project that has a row already. */
  @api async chooseTask(projectId: string): Promise<void> {
    await this.guard(async () => {
      const found = await getProject({ projectId });
      const [project] = choicesOf(found, newProjectLabel);
      if (found && project) {
        this.choose(project, found);
      }
    });
  }

  get choices(): readonly ChoiceView[] {
    return choicesOf(this.found, newProjectLabel).map((choice, index) => ({
      ...choice,
      elementId: `choice-${index}`,
      isActive: index === this.active ? 'true' : 'false',
      className: `slds-listbox__option slds-listbox__option_plain choice${index === this.active ? ' active' : ''}`,
    }));
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  get isEmpty(): boolean {
    return this.found !== null && !this.hasChoices;
  }

  get expanded(): 'true' | 'false' {
    return this.hasChoices ? 'true' : 'false';
  }

  get activeId(): string | null {
    return this.choices[this.active]?.elementId ?? null;
  }

  get listboxId(): string | null {
    return this.hasChoices ? 'choices' : null;
  }

  get projectName(): string {
    return this.project?.name ?? '';
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing; ends with the component
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  handleKeyDown(event: KeyboardEvent): void {
    const count = this.choices.length;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      const from = this.active === NONE && step < 0 ? 0 : this.active;
      this.active = (from + step + count) % count;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.pick(this.active === NONE ? 0 : this.active);
    } else if (event.key === 'Escape') {
      this.reset();
    }
  }

  // Not click: the field would lose the focus first.
  handlePick(event: MouseEvent): void {
    event.preventDefault();
    this.pick(Number((event.currentTarget as HTMLElement).dataset['index']));
  }

  handleTask(event: CustomEvent<{ readonly value: string }>): void {
    this.taskId = event.detail.value;
  }

  handleAdd(): void {
    if (this.project) {
      this.emit(this.project, this.taskId);
    }
  }

  handleCancel(): void {
    this.reset();
  }

  async search(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const text = this.text.trim();
    await this.guard(async () => {
      const found = text.length < SHORTEST ? null : await search({ text });
      if (question === this.asked) {
        this.found = found;
        this.active = NONE;
      }
    });
  }

  pick(index: number): void {
    const choice = this.choices[index];
    if (choice === undefined) {
      return;
    }
    if (choice.kind === 'project') {
      this.choose(choice, this.found);
    } else {
      this.openOpportunity(choice.id).catch((error: unknown) => {
        this.error = error;
      });
    }
  }

  async openOpportunity(opportunityId: string): Promise<void> {
    const found = await openOpportunity({ opportunityId });
    const [project] = choicesOf(found, newProjectLabel);
    if (project) {
      this.choose(project, found);
    }
  }

  /** A project without tasks needs no second question. */
  choose(project: Choice, found: WeekSearch | null): void {
    const tasks = tasksOf(found, project.id, noTaskLabel);
    if (tasks.length <= 1) {
      this.emit(project, '');
      return;
    }
    this.found = null;
    this.project = project;
    this.tasks = tasks;
    this.taskId = tasks.some(({ value }) => value === project.defaultTaskId) ? project.defaultTaskId : '';
    this.isAwaitingTask = true;
  }

  emit(project: Choice, taskId: string): void {
    const task = this.tasks.find(({ value }) => value === taskId);
    const source: RowSource = {
      projectId: project.id,
      projectName: project.name,
      taskId,
      taskName: taskId === '' ? '' : (task?.label ?? ''),
      isBillable: task?.isBillable ?? project.isBillable,
    };
    this.reset();
    this.dispatchEvent(new CustomEvent('addrow', { detail: { source } }));
  }

  reset(): void {
    this.asked += 1;
    clearTimeout(this.timer);
    this.text = '';
    this.found = null;
    this.project = null;
    this.tasks = [];
    this.error = null;
  }

  async guard(work: () => Promise<void>): Promise<void> {
    try {
      this.error = null;
      await work();
    } catch (error: unknown) {
      this.error = error;
    }
  }
}
