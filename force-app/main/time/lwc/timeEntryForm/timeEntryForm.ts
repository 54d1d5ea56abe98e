import { LightningElement, api } from 'lwc';
import type DurationInput from 'c/durationInput';
import type { Entry, EntryDraft } from 'c/entries';
import { clockText, today } from 'c/timeFormat';
import billableLabel from '@salesforce/label/c.Entry_Billable';
import cancelLabel from '@salesforce/label/c.Entry_Cancel';
import changeTitle from '@salesforce/label/c.Entry_Change_Title';
import dateLabel from '@salesforce/label/c.Entry_Date';
import descriptionLabel from '@salesforce/label/c.Entry_Description';
import findProjectLabel from '@salesforce/label/c.Entry_Find_Project';
import forMeLabel from '@salesforce/label/c.Entry_For_Me';
import personLabel from '@salesforce/label/c.Entry_For_Person';
import logLabel from '@salesforce/label/c.Entry_Log';
import newTitle from '@salesforce/label/c.Entry_New_Title';
import noTaskLabel from '@salesforce/label/c.Entry_No_Task';
import otherProjectLabel from '@salesforce/label/c.Entry_Other_Project';
import projectLabel from '@salesforce/label/c.Entry_Project';
import saveLabel from '@salesforce/label/c.Entry_Save';
import taskLabel from '@salesforce/label/c.Entry_Task';
import PERSON from '@salesforce/schema/Person__c';
import PERSON_ACTIVE from '@salesforce/schema/Person__c.Active__c';
import PROJECT from '@salesforce/schema/Project__c';
import PROJECT_STATUS from '@salesforce/schema/Project__c.Status__c';
import type { ProjectChoice, TaskChoice } from 'views/time';

/** Stands for a project that the page does not list. */
const OTHER = 'other';
const FIELDS = 'lightning-input, lightning-combobox, lightning-record-picker';

interface Option {
  readonly label: string;
  readonly value: string;
}

/** The fields of a time entry, new or existing. Emits `save` with the draft, and `cancel` while one is changed. */
export default class TimeEntryForm extends LightningElement {
  /** The entry to change; without one the form makes new ones. */
  @api entry?: Entry;
  /** What somebody entered over it already, where that could not be saved. */
  @api draft?: EntryDraft;
  @api tasks: readonly TaskChoice[] = [];
  /** Whether the user may log for colleagues, and move entries to any project. */
  @api mayLogForOthers = false;
  /** Those to choose from; the first one is taken unless another is chosen. */
  @api get projects(): readonly ProjectChoice[] {
    return this._projects;
  }
  set projects(value: readonly ProjectChoice[]) {
    this._projects = value;
    if (!this.entry && !value.some(({ id }) => id === this.projectId)) {
      this.takeProject(value[0]);
    }
  }
  _projects: readonly ProjectChoice[] = [];

  workDate = today();
  description = '';
  projectId = '';
  taskId = '';
  isBillable = true;
  personId: string | undefined;
  /** Chosen outside of the projects of this page; its name is the org's to tell. */
  foundProjectId = '';

  readonly projectObject = PROJECT.objectApiName;
  readonly personObject = PERSON.objectApiName;
  readonly activePeople = { criteria: [{ fieldPath: PERSON_ACTIVE.fieldApiName, operator: 'eq', value: true }] };
  readonly openProjects = {
    criteria: [{ fieldPath: PROJECT_STATUS.fieldApiName, operator: 'nin', value: ['Completed', 'Cancelled'] }],
  };

  readonly labels = {
    billable: billableLabel,
    cancel: cancelLabel,
    date: dateLabel,
    description: descriptionLabel,
    findProject: findProjectLabel,
    me: forMeLabel,
    person: personLabel,
    project: projectLabel,
    task: taskLabel,
  };

  override connectedCallback(): void {
    const start = this.draft ?? this.entry;
    if (start) {
      const { workDate, description, projectId, taskId, isBillable } = start;
      Object.assign(this, { workDate, description, projectId, taskId, isBillable });
    }
  }

  isStarted = false;
  override renderedCallback(): void {
    if (this.entry && !this.isStarted) {
      this.isStarted = true;
      this.durationInput.seconds = this.draft?.seconds ?? this.entry.seconds;
      this.durationInput.focus();
    }
  }

  /** Puts the cursor where typing begins. */
  @api focus(): void {
    this.durationInput.focus();
  }

  /** Keeps day, project and task for the next entry. */
  @api startNext(): void {
    this.description = '';
    this.durationInput.clear();
    this.durationInput.focus();
  }

  /** Brings back what could not be saved, unless somebody is at the next entry already. */
  @api restore(draft: EntryDraft): void {
    if (this.description === '' && this.durationInput.seconds === 0) {
      const { workDate, description, projectId, taskId, isBillable } = draft;
      Object.assign(this, { workDate, description, projectId, taskId, isBillable });
      this.durationInput.write(clockText(draft.seconds));
    }
    this.durationInput.focus();
  }

  get isChange(): boolean {
    return this.entry !== undefined;
  }

  get heading(): string {
    return this.isChange ? changeTitle : newTitle;
  }

  get saveLabel(): string {
    return this.isChange ? saveLabel : logLabel;
  }

  get hasProjects(): boolean {
    return this.projectOptions.length > 1;
  }

  /** New entries stay on the page's projects; an entry that is there can move anywhere. */
  get isFindingProject(): boolean {
    return this.projectId === OTHER;
  }

  get isForOthers(): boolean {
    return this.mayLogForOthers && !this.isChange;
  }

  get hasTasks(): boolean {
    return this.taskOptions.length > 1;
  }

  /** An entry may stand on a project that takes no new ones. */
  get projectOptions(): readonly Option[] {
    const open = this._projects.map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
    const { projectId = '', projectName = '' } = this.entry ?? {};
    const known =
      projectId === '' || open.some(({ value }) => value === projectId)
        ? open
        : [...open, { value: projectId, label: projectName }];
    return this.isChange ? [...known, { value: OTHER, label: otherProjectLabel }] : known;
  }

  get taskOptions(): readonly Option[] {
    const fitting = this.tasks
      .filter(({ projectId }) => !projectId || projectId === this.projectId)
      .map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
    const { taskId = '', taskName = '', projectId = '' } = this.entry ?? {};
    const isInactive = taskId !== '' && projectId === this.projectId && !fitting.some(({ value }) => value === taskId);
    const none = { value: '', label: noTaskLabel };
    return isInactive ? [none, ...fitting, { value: taskId, label: taskName }] : [none, ...fitting];
  }

  get durationInput(): DurationInput & HTMLElement {
    return this.refs?.['duration'] as DurationInput & HTMLElement;
  }

  handleChange(event: CustomEvent<{ readonly value?: string; readonly checked?: boolean }>): void {
    const { field = '' } = (event.target as HTMLElement).dataset;
    const { value = '', checked } = event.detail;
    Object.assign(this, { [field]: checked ?? value });
  }

  handleProject(event: CustomEvent<{ readonly value: string }>): void {
    this.foundProjectId = '';
    const chosen = this._projects.find(({ id }) => id === event.detail.value);
    if (chosen) {
      this.takeProject(chosen);
    } else {
      // One that the page knows no defaults of: the entry's own, or one that is still to be found.
      this.projectId = event.detail.value;
      this.taskId = this.projectId === this.entry?.projectId ? this.entry.taskId : '';
    }
  }

  handleFoundProject(event: CustomEvent<{ readonly recordId: string | null }>): void {
    this.foundProjectId = event.detail.recordId ?? '';
  }

  handlePerson(event: CustomEvent<{ readonly recordId: string | null }>): void {
    this.personId = event.detail.recordId ?? undefined;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.target as HTMLElement).dataset['enter'] !== undefined) {
      event.preventDefault();
      this.handleSave();
    }
    if (event.key === 'Escape' && this.isChange) {
      event.stopPropagation();
      this.handleCancel();
    }
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    const duration = this.durationInput.read();
    const fields = [...(this.template?.querySelectorAll<ReportingField>(FIELDS) ?? [])];
    const areValid = fields.map((field) => field.reportValidity()).every((isValid) => isValid !== false);
    if (duration === null || !areValid) {
      (duration === null ? this.durationInput : fields.find((field) => field.checkValidity() === false))?.focus();
      return;
    }
    const detail: EntryDraft = {
      id: this.entry?.id ?? '',
      workDate: this.workDate || (this.entry?.workDate ?? today()),
      ...duration,
      description: this.description.trim(),
      isBillable: this.isBillable,
      projectId: this.isFindingProject ? this.foundProjectId : this.projectId,
      projectName: this.isFindingProject ? '' : this.labelOf(this.projectOptions, this.projectId),
      taskId: this.taskId,
      taskName: this.taskId === '' ? '' : this.labelOf(this.taskOptions, this.taskId),
      personId: this.personId ?? '',
    };
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  takeProject(project: ProjectChoice | undefined): void {
    this.projectId = project?.id ?? '';
    this.taskId = project?.defaultTaskId ?? '';
    this.isBillable = project?.billableByDefault ?? true;
  }

  labelOf(options: readonly Option[], value: string): string {
    return options.find((one) => one.value === value)?.label ?? '';
  }
}

interface ReportingField extends HTMLElement {
  checkValidity(): boolean;
  reportValidity(): boolean;
}
