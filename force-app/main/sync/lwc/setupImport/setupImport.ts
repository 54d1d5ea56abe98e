import { LightningElement, api } from 'lwc';
import { LABELS, entityName } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { ConnectionView } from 'views/connect';
import type { ImportInput } from 'views/sync';

const RULES = [
  { label: LABELS.ruleNone, value: 'None' },
  { label: LABELS.ruleLink, value: 'Link' },
  { label: LABELS.ruleCreate, value: 'Create' },
];

/** What to bring over, with the choices most firms want already made. */
export default class SetupImport extends LightningElement {
  @api entities: readonly string[] = [];
  @api userName = '';
  @api isBusy = false;
  @api get connection(): ConnectionView | undefined {
    return this._connection;
  }
  set connection(value: ConnectionView | undefined) {
    if (value?.id !== this._connection?.id) {
      this.choices = {};
    }
    this._connection = value;
  }
  _connection: ConnectionView | undefined;

  /** What was changed here, over what the connection has. */
  choices: ImportInput = {};

  readonly labels = LABELS;
  readonly rules = RULES;

  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.entities.map((entity) => ({ label: entityName(entity), value: entity }));
  }

  get chosen(): readonly string[] {
    const kept = this._connection?.importScope;
    return this.choices.entities ?? (kept ? kept.split(';') : this.entities);
  }

  get firstDay(): string {
    return this.choices.firstDay ?? this._connection?.importFrom ?? '';
  }

  get rule(): string {
    return this.choices.opportunityRule ?? this._connection?.opportunityRule ?? 'None';
  }

  get createClients(): boolean {
    return this.choices.createClients ?? this._connection?.createClients ?? true;
  }

  get runsAs(): string {
    return fill(LABELS.runsAs, this.userName);
  }

  handleEntities(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.choices = { ...this.choices, entities: event.detail.value };
  }

  handleFirstDay(event: CustomEvent<{ readonly value: string }>): void {
    this.choices = { ...this.choices, firstDay: event.detail.value };
  }

  handleRule(event: CustomEvent<{ readonly value: string }>): void {
    this.choices = { ...this.choices, opportunityRule: event.detail.value };
  }

  handleCreateClients(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.choices = { ...this.choices, createClients: event.detail.checked };
  }

  handleStart(): void {
    const detail: ImportInput = {
      entities: this.chosen,
      firstDay: this.firstDay === '' ? null : this.firstDay,
      opportunityRule: this.rule,
      createClients: this.createClients,
    };
    this.dispatchEvent(new CustomEvent<ImportInput>('start', { detail }));
  }
}
