import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { RecordContext } from 'shell/recordContext';

interface ShownError {
  readonly key: string;
  readonly text: string;
}

/** The one bar that saves or drops what was changed anywhere on the page. */
export default class SaveBar extends LightningElement {
  @api record!: RecordContext;

  version = 0;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop = this.record.subscribe(() => {
      this.version++;
    });
    window.addEventListener('beforeunload', this.#guard);
  }
  override disconnectedCallback(): void {
    this.#stop();
    window.removeEventListener('beforeunload', this.#guard);
  }
  readonly #guard = (event: BeforeUnloadEvent): void => {
    if (this.record.isDirty) {
      event.preventDefault();
    }
  };

  get current(): RecordContext {
    void this.version;
    return this.record;
  }
  get isEditing(): boolean {
    return this.current.isEditing;
  }
  get isSaving(): boolean {
    return this.current.isSaving;
  }
  get errors(): readonly ShownError[] {
    const { pageErrors, fieldErrors, info } = this.current;
    const fields = Object.entries(fieldErrors).map(([name, messages]) => ({
      key: name,
      text: `${info?.fields[name]?.label ?? name}: ${messages.join(' ')}`,
    }));
    return [...pageErrors.map((text) => ({ key: text, text })), ...fields];
  }
  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleCancel(): void {
    this.record.cancel();
  }
  async handleSave(): Promise<void> {
    const isChanged = this.record.isDirty;
    const { info, name } = this.record;
    if ((await this.record.save()) && isChanged) {
      this.dispatchEvent(
        new ShowToastEvent({ variant: 'success', message: `${info?.label ?? ''} "${name}" was saved.` }),
      );
    }
  }
}
