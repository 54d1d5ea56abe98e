import { LightningElement, api } from 'lwc';
import sanitize from 'lightning/purifyLib';

interface Format {
  readonly command: string;
  readonly iconName: string;
  readonly label: string;
}
/** Pressing one changes what is selected. */
const FORMATS: readonly Format[] = [
  { command: 'bold', iconName: 'utility:bold', label: 'Bold' },
  { command: 'italic', iconName: 'utility:italic', label: 'Italic' },
  { command: 'underline', iconName: 'utility:underline', label: 'Underline' },
  { command: 'strikeThrough', iconName: 'utility:strikethrough', label: 'Strikethrough' },
  { command: 'insertUnorderedList', iconName: 'utility:richtextbulletedlist', label: 'Bulleted List' },
  { command: 'insertOrderedList', iconName: 'utility:richtextnumberedlist', label: 'Numbered List' },
  { command: 'removeFormat', iconName: 'utility:remove_formatting', label: 'Remove Formatting' },
];
const MISSING = 'Complete this field.';

/** Text with simple formats. Source: Component Reference, `lightning-input-rich-text`. */
export default class InputRichText extends LightningElement {
  @api label = '';
  @api labelVisible = false;
  @api placeholder = '';
  @api disabled = false;
  @api required = false;
  @api variant = '';
  @api fieldLevelHelp?: string;
  @api messageWhenBadInput = MISSING;
  @api formats?: readonly string[];
  readonly commands = FORMATS;
  problem = '';
  _value = '';
  _valid = true;
  #custom = '';

  @api get value(): string {
    return this._value;
  }
  set value(value: string | null | undefined) {
    const clean = sanitize(value ?? '');
    if (clean !== this._value) {
      this._value = clean;
      this.write();
    }
  }
  /** False marks the text as wrong. */
  @api get valid(): boolean {
    return this._valid;
  }
  set valid(valid: boolean) {
    this._valid = valid;
    this.problem = valid ? '' : this.messageWhenBadInput;
  }
  @api focus(): void {
    this.area?.focus();
  }
  @api setCustomValidity(message: string): void {
    this.#custom = message;
  }
  @api reportValidity(): boolean {
    const isMissing = this.required && (this.area?.textContent ?? '').trim() === '';
    this.problem = this.#custom !== '' ? this.#custom : isMissing ? MISSING : '';
    return this.problem === '';
  }
  /** Puts text where the cursor is. */
  @api insertTextAtCursor(text: string): void {
    this.focus();
    document.execCommand('insertText', false, text);
  }
  @api setRangeText(text: string): void {
    this.insertTextAtCursor(text);
  }

  override renderedCallback(): void {
    if (this.area !== null && this.area.innerHTML === '' && this._value !== '') {
      this.write();
    }
  }

  get area(): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>('[data-area]') ?? null;
  }
  get labelClass(): string {
    return this.labelVisible && this.variant !== 'label-hidden' ? 'slds-form-element__label' : 'slds-assistive-text';
  }
  get frameClass(): string {
    return `slds-form-element${this.problem === '' ? '' : ' slds-has-error'}`;
  }
  get isEditable(): string {
    return String(!this.disabled);
  }
  get isInvalid(): string {
    return String(this.problem !== '');
  }

  write(): void {
    if (this.area !== null && this.area.innerHTML !== this._value) {
      this.area.innerHTML = this._value;
    }
  }
  handleFormat(event: Event): void {
    const { command } = (event.currentTarget as HTMLElement).dataset;
    this.focus();
    document.execCommand(command ?? '');
    this.handleInput();
  }
  /** The cursor stays in the text while a button is pressed. */
  handlePress(event: Event): void {
    event.preventDefault();
  }
  handleInput(): void {
    const html = sanitize(this.area?.innerHTML ?? '');
    this._value = /^(<br>|<p><br><\/p>)?$/.test(html) ? '' : html;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this._value } }));
  }
  handleBlur(): void {
    this.reportValidity();
    this.dispatchEvent(new CustomEvent('blur'));
  }
  handleFocus(): void {
    this.dispatchEvent(new CustomEvent('focus'));
  }
}
