import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import CloseDialog from 'shell/closeDialog';
import { getJson, messageOf } from 'shell/fetch';
import { isTrue, type PageContext, type Properties } from 'shell/pageModel';
import type { RecordContext } from 'shell/recordContext';
import { faultOf, textOf, updateRecord, type RecordValue } from 'shell/uiApi';
import { stepsOf, type Step, type StepValue } from './steps.ts';

interface PathStep extends StepValue {
  readonly guidance: string | null;
  readonly keyFields: readonly { readonly apiName: string; readonly label: string }[];
}
interface PathModel {
  readonly fieldApiName: string;
  readonly fieldLabel: string;
  readonly isEditable: boolean;
  readonly steps: readonly PathStep[];
  readonly closedSteps: readonly PathStep[];
}

const CLASSES: Readonly<Record<Step['state'], string>> = {
  complete: 'slds-is-complete',
  current: 'slds-is-current',
  incomplete: 'slds-is-incomplete',
  won: 'slds-is-won slds-is-current',
  lost: 'slds-is-lost slds-is-current',
};

/** The stages of a record, where it stands, and a way on to the next. */
export default class PathAssistant extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};

  path: PathModel | null = null;
  problem: string | null = null;
  selected: string | null = null;
  isSaving = false;
  version = 0;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop =
      this.shared?.subscribe(() => {
        this.version++;
      }) ?? this.#stop;
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#stop();
  }

  async load(): Promise<void> {
    const record = this.shared;
    if (record === null) {
      return;
    }
    await record.want([]);
    try {
      const { path } = await getJson<{ readonly path: PathModel | null }>(`/_/org/path?recordId=${record.recordId}`);
      const keys = (path?.steps ?? []).flatMap(({ keyFields }) => keyFields.map(({ apiName }) => apiName));
      await record.want([...keys, ...(path === null ? [] : [path.fieldApiName])]);
      this.path = path;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get shared(): RecordContext | null {
    return this.version < 0 ? null : this.context.record;
  }
  get record(): RecordValue | undefined {
    return this.shared?.record ?? undefined;
  }
  get isShown(): boolean {
    return this.path !== null && this.record !== undefined;
  }
  get fieldLabel(): string {
    return this.path?.fieldLabel ?? '';
  }
  get currentValue(): string {
    return textOf(this.record?.fields[this.path?.fieldApiName ?? '']?.value);
  }
  get steps(): readonly Step[] {
    return stepsOf(this.all, this.currentValue);
  }
  get all(): readonly PathStep[] {
    return [...(this.path?.steps ?? []), ...(this.path?.closedSteps ?? [])];
  }
  get shownSteps(): readonly object[] {
    return this.steps.map((step) => {
      const isSelected = step.value === this.selectedValue;
      return {
        ...step,
        className: `slds-path__item ${CLASSES[step.state]}${isSelected ? ' slds-is-active' : ''}`,
        isSelected: String(isSelected),
        tabIndex: isSelected ? '0' : '-1',
        isComplete: step.state === 'complete' || step.state === 'won',
      };
    });
  }
  get selectedValue(): string {
    return this.selected ?? this.currentValue;
  }
  get selectedStep(): Step | undefined {
    return this.steps.find(({ value }) => value === this.selectedValue);
  }
  /** What the button leads to: the chosen step, or the one after the current. */
  get goal(): Step | undefined {
    const at = this.steps.findIndex(({ value }) => value === this.currentValue);
    return this.selectedValue === this.currentValue ? this.steps[at + 1] : this.selectedStep;
  }
  get hasButton(): boolean {
    return (
      !isTrue(this.properties['hideUpdateButton']) &&
      this.goal !== undefined &&
      this.path?.isEditable === true &&
      this.shared?.info?.updateable === true
    );
  }
  get buttonLabel(): string {
    if (this.selectedValue === this.currentValue) {
      return `Mark ${this.fieldLabel} as Complete`;
    }
    return this.needsChoice ? `Select Closed ${this.fieldLabel}` : `Mark as Current ${this.fieldLabel}`;
  }
  get needsChoice(): boolean {
    return (this.goal?.choices.length ?? 0) > 1;
  }
  get choiceOptions(): readonly { readonly label: string; readonly value: string }[] {
    return (this.goal?.choices ?? []).map(({ label, value }) => ({ label, value }));
  }
  get guide(): PathStep | undefined {
    return this.all.find(({ value }) => value === this.selectedValue);
  }
  get keyFields(): readonly object[] {
    const fields = this.shared?.info?.fields ?? {};
    return (this.guide?.keyFields ?? []).flatMap(({ apiName, label }) => {
      const field = fields[apiName];
      return field === undefined ? [] : [{ key: apiName, field, label }];
    });
  }
  get hasGuide(): boolean {
    return this.guide !== undefined && (this.keyFields.length > 0 || (this.guide.guidance ?? '') !== '');
  }

  handleSelect(event: Event): void {
    event.preventDefault();
    this.selected = (event.currentTarget as HTMLElement).dataset['value'] ?? null;
  }
  handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = this.steps.findIndex(({ value }) => value === this.selectedValue);
    const next = this.steps[at + step];
    if (step !== 0 && next !== undefined) {
      event.preventDefault();
      this.selected = next.value;
      requestAnimationFrame(() => {
        this.template?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus();
      });
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.handleSelect(event);
    }
  }
  handleGo(): void {
    void this.go();
  }
  async go(): Promise<void> {
    const { goal, path, shared } = this;
    if (goal === undefined || path === null) {
      return;
    }
    const value: unknown = this.needsChoice
      ? await CloseDialog.open({
          label: this.buttonLabel,
          size: 'small',
          objectLabel: shared?.info?.label ?? '',
          fieldLabel: this.fieldLabel,
          options: this.choiceOptions,
        })
      : goal.value;
    if (typeof value === 'string') {
      await this.save(path.fieldApiName, value);
    }
  }

  async save(field: string, value: string): Promise<void> {
    this.isSaving = true;
    try {
      await updateRecord(this.shared?.recordId ?? '', { [field]: value });
      this.selected = null;
      this.dispatchEvent(
        new ShowToastEvent({ variant: 'success', message: `${this.fieldLabel} changed successfully.` }),
      );
    } catch (error) {
      const { pageErrors, fieldErrors } = faultOf(error);
      const message = [...pageErrors, ...Object.values(fieldErrors).flat()].join(' ');
      this.dispatchEvent(
        new ShowToastEvent({ variant: 'error', title: `${this.fieldLabel} was not changed`, message }),
      );
    } finally {
      this.isSaving = false;
    }
  }
}
