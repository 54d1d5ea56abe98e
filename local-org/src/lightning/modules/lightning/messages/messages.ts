import { LightningElement, api } from 'lwc';
import { joinForm, type FormModel, type FormPart } from 'shell/formModel';

/** Errors of the form around it that stand at no field. Source: Component Reference, `lightning-messages`. */
export default class Messages extends LightningElement implements FormPart {
  readonly fieldName = null;
  readonly isInput = false;
  messages: readonly string[] = [];
  #form: FormModel | null = null;

  @api setError(message: string | null): void {
    this.messages = message === null ? [] : [message];
  }

  override connectedCallback(): void {
    this.#form = joinForm(this, this);
  }
  override disconnectedCallback(): void {
    this.#form?.remove(this);
  }

  formChanged(form: FormModel): void {
    this.messages = form.pageErrors;
  }
  checkInput(): boolean {
    return true;
  }
  get hasMessages(): boolean {
    return this.messages.length > 0;
  }
}
