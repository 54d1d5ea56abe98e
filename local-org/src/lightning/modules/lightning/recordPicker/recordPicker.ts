import { LightningElement, api } from 'lwc';
import { messageOf, request } from 'shell/fetch';
import { objectIcon, objectInfo, textOf, type RecordValue } from 'shell/uiApi';

interface FieldAt {
  readonly fieldPath: string;
  readonly label?: string;
  readonly mode?: 'contains' | 'startsWith';
}
interface DisplayInfo {
  readonly primaryField?: string | FieldAt;
  readonly additionalFields?: readonly (string | FieldAt)[];
}
interface MatchingInfo {
  readonly primaryField: FieldAt;
  readonly additionalFields?: readonly FieldAt[];
}
interface Found {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}
interface Validated extends HTMLElement {
  readonly validity: ValidityState;
  setCustomValidity(message: string): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
}
const WAIT = 250;
const MOST_DETAILS = 1;

const pathOf = (field: string | FieldAt): string => (typeof field === 'string' ? field : field.fieldPath);

/** `lightning-record-picker`: finds records of one object as people type. Source: Component Reference, "Record Picker". */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api placeholder: string | undefined = undefined;
  @api objectApiName = '';
  @api required = false;
  @api disabled = false;
  @api variant = 'standard';
  @api fieldLevelHelp: string | undefined = undefined;
  @api messageWhenValueMissing: string | undefined = undefined;
  @api displayInfo: DisplayInfo | undefined = undefined;
  @api matchingInfo: MatchingInfo | undefined = undefined;
  @api filter: object | undefined = undefined;

  found: readonly Found[] = [];
  text = '';
  isSearching = false;
  problem = '';
  plural = '';
  iconName = 'standard:record';
  nameField = 'Name';
  chosen: Found | null = null;
  chosenId: string | null = null;
  #timer = 0;
  #asked = 0;
  #isReady = false;

  @api get value(): string | null {
    return this.chosenId;
  }
  set value(given: string | null | undefined) {
    const id = given === undefined || given === '' ? null : given;
    if (id !== this.chosenId) {
      this.chosenId = id;
      this.chosen = null;
      if (this.#isReady && id !== null) {
        void this.showChosen(id);
      }
    }
  }
  @api get validity(): ValidityState | undefined {
    return this.combobox?.validity;
  }

  override connectedCallback(): void {
    void this.start();
  }
  async start(): Promise<void> {
    try {
      const info = await objectInfo(this.objectApiName);
      this.plural = info.labelPlural;
      this.nameField = info.nameFields[0] ?? 'Name';
      this.iconName = await objectIcon(this.objectApiName);
      this.#isReady = true;
      if (this.chosenId !== null) {
        await this.showChosen(this.chosenId);
      }
      this.dispatchEvent(new CustomEvent('ready'));
    } catch (error) {
      this.fail(error);
    }
  }
  async showChosen(id: string): Promise<void> {
    const [record] = await this.ask({ recordId: id });
    if (record !== undefined && this.chosenId === id) {
      this.chosen = record;
    }
  }

  @api clearSelection(): void {
    this.chosenId = null;
    this.chosen = null;
    this.text = '';
  }
  @api focus(): void {
    this.combobox?.focus();
  }
  @api blur(): void {
    this.combobox?.blur();
  }
  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }
  @api checkValidity(): boolean {
    return this.combobox?.checkValidity() ?? true;
  }
  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }
  get combobox(): Validated | null {
    return this.template?.querySelector<Validated>('lightning-grouped-combobox') ?? null;
  }

  get comboboxVariant(): string {
    return this.variant === 'label-hidden' ? 'label-hidden' : 'standard';
  }
  get shownPlaceholder(): string {
    return this.problem === '' ? (this.placeholder ?? `Search ${this.plural}...`) : this.problem;
  }
  get shownMissing(): string {
    return this.messageWhenValueMissing ?? 'Complete this field.';
  }
  get pill(): object | undefined {
    return this.chosenId === null
      ? undefined
      : { label: this.chosen?.name ?? this.chosenId, iconName: this.iconName, iconSize: 'small' };
  }
  get items(): readonly object[] {
    return this.found.map(({ id, name, detail }) => ({
      type: 'option-card',
      value: id,
      text: name,
      subText: detail,
      iconName: this.iconName,
      iconSize: 'small',
    }));
  }
  get fields(): readonly string[] {
    const { primaryField = this.nameField, additionalFields = [] } = this.displayInfo ?? {};
    return [pathOf(primaryField), ...additionalFields.slice(0, MOST_DETAILS).map(pathOf)];
  }

  handleOpen(): void {
    void this.search();
  }
  handleInput(event: CustomEvent<{ readonly text: string }>): void {
    this.text = event.detail.text;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.search(), WAIT);
  }
  handleSelect(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    const chosen = this.found.find(({ id }) => id === event.detail.value);
    if (chosen !== undefined) {
      this.choose(chosen);
    }
  }
  handleRemove(event: Event): void {
    event.stopPropagation();
    this.choose(null);
  }
  handleFocus(): void {
    this.dispatchEvent(new CustomEvent('focus'));
  }
  handleBlur(): void {
    this.dispatchEvent(new CustomEvent('blur'));
  }
  choose(chosen: Found | null): void {
    this.chosen = chosen;
    this.chosenId = chosen?.id ?? null;
    this.text = '';
    this.found = [];
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.chosenId } }));
  }

  async search(): Promise<void> {
    const asked = ++this.#asked;
    this.isSearching = true;
    try {
      const found = await this.ask({ text: this.text });
      if (asked === this.#asked) {
        this.problem = '';
        this.found = found;
      }
    } catch (error) {
      this.found = [];
      this.fail(error);
    } finally {
      this.isSearching = false;
    }
  }
  async ask(what: { readonly text?: string; readonly recordId?: string }): Promise<readonly Found[]> {
    const { fields, matchingInfo } = this;
    const { records } = await request<{ readonly records: readonly RecordValue[] }>('POST', '/_/org/record-picker', {
      ...what,
      objectApiName: this.objectApiName,
      fields,
      filter: this.filter,
      matching:
        matchingInfo === undefined
          ? [{ fieldPath: this.nameField }]
          : [matchingInfo.primaryField, ...(matchingInfo.additionalFields ?? [])],
    });
    const [primary = this.nameField, detail] = fields;
    return records.map((record) => ({
      id: record.id ?? '',
      name: shown(record, primary) || (record.id ?? ''),
      detail: detail === undefined ? '' : shown(record, detail),
    }));
  }
  fail(error: unknown): void {
    this.problem = messageOf(error);
    this.dispatchEvent(new CustomEvent('error', { detail: { error } }));
  }
}

/** What a path over lookups shows of a record. */
function shown(record: RecordValue, path: string): string {
  const [first = '', ...rest] = path.split('.');
  const field = record.fields[first];
  if (rest.length > 0) {
    const parent = field?.value;
    return typeof parent === 'object' && parent !== null ? shown(parent as RecordValue, rest.join('.')) : '';
  }
  return textOf(field?.displayValue ?? field?.value);
}
