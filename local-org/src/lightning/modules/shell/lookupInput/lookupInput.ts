import { LightningElement, api } from 'lwc';
import { getJson, messageOf } from 'shell/fetch';
import { identify, objectIcon, objectInfo, textOf, UI_API, type FieldInfo, type RecordValue } from 'shell/uiApi';

interface LookupAnswer {
  readonly lookupResults?: Readonly<Record<string, { readonly records: readonly RecordValue[] }>>;
  readonly records?: readonly RecordValue[];
}
interface Found {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}
interface Validated extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}
const WAIT = 250;

/** Chooses a record for a lookup: the last ones seen, or those found by what is typed. */
export default class LookupInput extends LightningElement {
  @api field!: FieldInfo;
  @api objectName = '';
  @api label = '';
  @api value: string | null = null;
  @api displayValue: string | null = null;
  @api required = false;
  @api disabled = false;

  found: readonly Found[] = [];
  text = '';
  isSearching = false;
  iconName = 'standard:record';
  target = '';
  chosenName: string | null = null;
  /** Where a lookup may lead to records of several objects: which. */
  targets: readonly object[] | undefined = undefined;
  plural = '';
  problem = '';
  #timer = 0;
  #asked = 0;

  override connectedCallback(): void {
    this.target = this.field.referenceToInfos[0]?.apiName ?? '';
    void this.start();
  }
  async start(): Promise<void> {
    const { targetNames, value } = this;
    const isKnown = targetNames.length < 2 && this.displayValue !== null;
    if (value !== null && value !== '' && !isKnown) {
      await this.readChosen(value);
    }
    await Promise.all([this.describeTarget(), this.describeTargets()]);
  }
  /** Of which object the chosen record is, and what it is called where the form does not know. */
  async readChosen(id: string): Promise<void> {
    try {
      const { objectName, name } = await identify(id);
      this.target = this.targetNames.includes(objectName) ? objectName : this.target;
      this.chosenName = name;
    } catch {
      // Hidden from this user: its id stands for it.
    }
  }
  async describeTargets(): Promise<void> {
    const { targetNames } = this;
    if (targetNames.length > 1) {
      const infos = await Promise.allSettled(targetNames.map((name) => objectInfo(name)));
      this.targets = infos.flatMap((info) =>
        info.status === 'fulfilled'
          ? [{ type: 'option-inline', text: info.value.labelPlural, value: info.value.apiName }]
          : [],
      );
    }
  }

  @api focus(): void {
    this.combobox?.focus();
  }
  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }
  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  get combobox(): Validated | null {
    return this.template?.querySelector<Validated>('lightning-grouped-combobox') ?? null;
  }

  get pill(): object | undefined {
    return this.value === null || this.value === ''
      ? undefined
      : { label: this.displayValue ?? this.chosenName ?? this.value, iconName: this.iconName, iconSize: 'small' };
  }
  get targetNames(): readonly string[] {
    return this.field.referenceToInfos.map(({ apiName }) => apiName);
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
  get placeholder(): string {
    return this.problem === '' ? `Search ${this.plural}...` : this.problem;
  }

  handleOpen(): void {
    if (this.found.length === 0) {
      void this.search();
    }
  }
  handleInput(event: CustomEvent<{ readonly text: string }>): void {
    this.text = event.detail.text;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.search(), WAIT);
  }
  handleTarget(event: CustomEvent<{ readonly value: string }>): void {
    this.target = event.detail.value;
    this.found = [];
    void this.describeTarget();
    void this.search();
  }
  handleSelect(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    const chosen = this.found.find(({ id }) => id === event.detail.value);
    if (chosen !== undefined) {
      this.tell(chosen.id, chosen.name);
    }
  }
  handleRemove(event: Event): void {
    event.stopPropagation();
    this.text = '';
    this.tell(null, null);
    void this.search();
  }

  tell(value: string | null, displayValue: string | null): void {
    this.dispatchEvent(new CustomEvent('lookupchange', { detail: { value, displayValue } }));
  }

  async search(): Promise<void> {
    const asked = ++this.#asked;
    this.isSearching = true;
    try {
      const query = new URLSearchParams({
        q: this.text,
        pageSize: '10',
        searchType: this.text === '' ? 'Recent' : 'Search',
      });
      const answer = await getJson<LookupAnswer>(
        `${UI_API}/lookups/${this.objectName}/${this.field.apiName}/${this.target}?${query.toString()}`,
      );
      if (asked === this.#asked) {
        this.problem = '';
        this.found = recordsOf(answer, this.target).map((record) => this.read(record));
      }
    } catch (error) {
      this.problem = messageOf(error);
      this.found = [];
    } finally {
      this.isSearching = false;
    }
  }

  read(record: RecordValue): Found {
    const nameField =
      this.field.referenceToInfos.find(({ apiName }) => apiName === this.target)?.nameFields[0] ?? 'Name';
    const { [nameField]: name, ...others } = record.fields;
    const second = Object.entries(others).find(
      ([field, { value }]) => field !== 'Id' && typeof value === 'string' && value !== record.id,
    )?.[1];
    return {
      id: record.id ?? '',
      name: textOf(name?.displayValue ?? name?.value ?? record.id),
      detail: second === undefined ? '' : textOf(second.displayValue ?? second.value),
    };
  }

  async describeTarget(): Promise<void> {
    const { target } = this;
    this.plural = (await objectInfo(target)).labelPlural;
    this.iconName = await objectIcon(target);
  }
}

/** Results come by object, or as one list. */
function recordsOf(answer: LookupAnswer, target: string): readonly RecordValue[] {
  return answer.records ?? answer.lookupResults?.[target]?.records ?? [];
}
