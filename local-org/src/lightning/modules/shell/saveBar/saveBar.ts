import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { RecordContext } from 'shell/recordContext';
import type { ObjectInfo } from 'shell/uiApi';

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
  get pageErrors(): readonly string[] {
    return this.current.pageErrors;
  }
  get fieldErrors(): Readonly<Record<string, readonly string[]>> {
    return this.current.fieldErrors;
  }
  get invalidFields(): readonly string[] {
    return this.current.invalidFields;
  }
  get info(): ObjectInfo | undefined {
    return this.current.info ?? undefined;
  }

  handleCancel(): void {
    this.record.cancel();
  }
  async handleSave(): Promise<void> {
    const isChanged = this.record.isDirty;
    if ((await this.record.save()) && isChanged) {
      const { info, name } = this.record;
      this.dispatchEvent(
        new ShowToastEvent({ variant: 'success', message: `${info?.label ?? ''} "${name}" was saved.` }),
      );
    }
  }
}
