import { LightningElement, api } from 'lwc';
import { textOf, type FieldInfo, type FieldValue, type RecordValue } from 'shell/uiApi';
import { userTimeZone } from 'shell/userSettings';

/** How a field is drawn, by what the UI API calls its type. */
const KINDS: Readonly<Record<string, string>> = {
  Boolean: 'checkbox',
  Currency: 'currency',
  Percent: 'percent',
  Double: 'number',
  Int: 'number',
  Long: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'phone',
  Fax: 'phone',
  Url: 'url',
  TextArea: 'lines',
  Address: 'address',
  Location: 'location',
};

/** One field of a record as people read it. */
export default class FieldValueView extends LightningElement {
  @api field?: FieldInfo;
  @api record?: RecordValue;
  /** Draws the record's name as a link to it. */
  @api linkName = false;

  get kind(): string {
    const { field } = this;
    if (field === undefined) {
      return 'text';
    }
    if (field.htmlFormatted || field.extraTypeInfo === 'RichTextArea') {
      return 'rich';
    }
    if (field.reference && field.relationshipName !== null) {
      return 'lookup';
    }
    return KINDS[field.dataType] ?? 'text';
  }
  get fieldContent(): FieldValue {
    return this.record?.fields[this.field?.apiName ?? ''] ?? { value: null, displayValue: null };
  }
  get value(): unknown {
    return this.fieldContent.value;
  }
  get text(): string {
    const { displayValue, value } = this.fieldContent;
    return textOf(displayValue ?? value).replaceAll(';', this.field?.dataType === 'MultiPicklist' ? '; ' : ';');
  }
  get isBlank(): boolean {
    return (this.value === null || this.value === undefined || this.value === '') && this.kind !== 'checkbox';
  }
  get timeZone(): string {
    return userTimeZone();
  }
  get isNameLink(): boolean {
    return this.linkName && this.field?.nameField === true && this.kind === 'text';
  }
  get recordUrl(): string {
    return `/lightning/r/${this.record?.apiName ?? ''}/${this.record?.id ?? ''}/view`;
  }

  get isText(): boolean {
    return this.kind === 'text' && !this.isNameLink;
  }
  get isCheckbox(): boolean {
    return this.kind === 'checkbox';
  }
  get isNumber(): boolean {
    return this.kind === 'number';
  }
  get isCurrency(): boolean {
    return this.kind === 'currency';
  }
  get isPercent(): boolean {
    return this.kind === 'percent';
  }
  get isDate(): boolean {
    return this.kind === 'date';
  }
  get isDateTime(): boolean {
    return this.kind === 'datetime';
  }
  get isTime(): boolean {
    return this.kind === 'time';
  }
  get isEmail(): boolean {
    return this.kind === 'email';
  }
  get isPhone(): boolean {
    return this.kind === 'phone';
  }
  get isUrl(): boolean {
    return this.kind === 'url';
  }
  get isLines(): boolean {
    return this.kind === 'lines';
  }
  get isRich(): boolean {
    return this.kind === 'rich';
  }
  get isLookup(): boolean {
    return this.kind === 'lookup';
  }
  get isAddress(): boolean {
    return this.kind === 'address';
  }
  get address(): Readonly<Record<string, string | null>> {
    const part = (name: string): string | null => {
      const value = this.record?.fields[`${(this.field?.apiName ?? '').replace(/Address(__c)?$/, '')}${name}`];
      return value === undefined ? null : ((value.value as string | null) ?? null);
    };
    return {
      street: part('Street'),
      city: part('City'),
      province: part('State'),
      postalCode: part('PostalCode'),
      country: part('Country'),
    };
  }

  get scale(): number {
    return this.field?.scale ?? 0;
  }
  get percentValue(): number {
    return Number(this.value) / 100;
  }
  get currencyCode(): string | undefined {
    return (this.record?.fields['CurrencyIsoCode']?.value as string | undefined) ?? undefined;
  }
  get isChecked(): boolean {
    return this.value === true;
  }
  get label(): string {
    return this.field?.label ?? '';
  }

  /** The lookup's target: its record when the org sent it, its id alone where it did not. */
  get lookupTarget(): RecordValue | null {
    return (this.record?.fields[this.field?.relationshipName ?? '']?.value as RecordValue | null | undefined) ?? null;
  }
  get lookupText(): string {
    const parent = this.record?.fields[this.field?.relationshipName ?? ''];
    return parent?.displayValue ?? this.text;
  }
  get lookupUrl(): string {
    const [only] = this.field?.referenceToInfos ?? [];
    return `/lightning/r/${this.lookupTarget?.apiName ?? only?.apiName ?? 'sObject'}/${textOf(this.value)}/view`;
  }
}
