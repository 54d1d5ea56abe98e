import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { addressOf, sectionsOf, type Cell } from 'shell/layoutModel';
import { formFactor, type PageContext, type Properties } from 'shell/pageModel';
import { actionsOf, startAction } from 'shell/recordActions';
import type { RecordContext } from 'shell/recordContext';
import { layout, type Action, type FieldInfo, type RecordValue } from 'shell/uiApi';

const MOST_FIELDS = 7;
const VISIBLE_ACTIONS = 3;

/** The head of a record's page: what it is, its name, the fields of its compact layout, what can be done with it. */
export default class HighlightsPanel extends LightningElement {
  @api context!: PageContext;
  @api properties: Properties = {};

  cells: readonly Cell[] = [];
  actions: readonly Action[] = [];
  version = 0;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop =
      this.shared?.subscribe(() => {
        this.version++;
      }) ?? this.#stop;
    void this.load();
    void this.loadActions();
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
    if (record.info === null) {
      return;
    }
    const { info } = record;
    const compact = await layout(record.objectName, 'Compact', 'View', record.record?.recordTypeId ?? null);
    // The name stands in the title.
    this.cells = sectionsOf(compact, info, 'View')
      .flatMap(({ cells }) => cells)
      .filter(({ isBlank, fields }) => !isBlank && !info.nameFields.includes(fields[0]?.apiName ?? ''))
      .slice(0, MOST_FIELDS);
    await record.want(
      this.cells.flatMap(({ fields }) =>
        fields.flatMap((field) => (field.compound ? partsOf(field) : [field.apiName])),
      ),
    );
  }

  async loadActions(): Promise<void> {
    const record = this.shared;
    this.actions = record === null ? [] : await actionsOf(record.recordId, this.ownActions);
  }

  /** A page may choose its actions itself, for computers and for phones apart. */
  get ownActions(): readonly string[] {
    const switchName = formFactor() === 'Small' ? 'enableActionsInNative' : 'enableActionsConfiguration';
    const { actionNames } = this.properties;
    return this.properties[switchName] === 'true' && Array.isArray(actionNames) ? actionNames : [];
  }

  get shared(): RecordContext | null {
    return this.version < 0 ? null : this.context.record;
  }
  get record(): RecordValue | undefined {
    return this.shared?.record ?? undefined;
  }
  get objectLabel(): string {
    return this.shared?.info?.label ?? '';
  }
  get name(): string {
    return this.shared?.name ?? '';
  }
  get iconName(): string {
    return this.context.page.iconName ?? 'standard:record';
  }
  get details(): readonly object[] {
    return this.cells.map(({ key, label, fields }) => ({ key, label, field: fields[0] }));
  }
  get hasDetails(): boolean {
    return this.cells.length > 0 && this.record !== undefined;
  }
  get listClass(): string {
    return formFactor() === 'Small' ? 'slds-grid slds-wrap' : 'slds-page-header__detail-row slds-wrap';
  }
  get blockClass(): string {
    return formFactor() === 'Small'
      ? 'slds-size_1-of-2 slds-p-bottom_x-small slds-p-right_x-small'
      : 'slds-page-header__detail-block';
  }
  get buttons(): readonly Action[] {
    return this.actions.slice(0, this.visibleCount);
  }
  get overflow(): readonly Action[] {
    return this.actions.slice(this.visibleCount);
  }
  get hasOverflow(): boolean {
    return this.overflow.length > 0;
  }
  get visibleCount(): number {
    const asked = Number(this.properties['numVisibleActions'] ?? VISIBLE_ACTIONS);
    return formFactor() === 'Small' ? 1 : asked;
  }

  handleButton(event: Event): void {
    void this.start((event.currentTarget as HTMLElement).dataset['action'] ?? '');
  }
  handleMenu(event: CustomEvent<{ readonly value: string }>): void {
    void this.start(event.detail.value);
  }

  async start(apiName: string): Promise<void> {
    const action = this.actions.find((one) => one.apiName === apiName);
    const record = this.shared;
    if (action === undefined || record === null) {
      return;
    }
    const { recordId, objectName } = record;
    const outcome = await startAction(action, { recordId, objectName, recordName: this.name });
    if (outcome !== null) {
      this.dispatchEvent(new ShowToastEvent(outcome));
    }
  }
}

function partsOf(field: FieldInfo): readonly string[] {
  const prefix = addressOf(field.apiName) ?? '';
  return ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`);
}
