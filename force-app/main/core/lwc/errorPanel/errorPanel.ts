import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/reduceErrors';

/** Says what went wrong, in the place of what could not be shown. */
export default class ErrorPanel extends LightningElement {
  /** Whatever a wire or an Apex call delivered as its error. */
  @api error: unknown;
  /** What to say when the error itself says nothing. */
  @api fallback = '';

  get messages(): readonly string[] {
    const messages = reduceErrors(this.error);
    return messages.length > 0 ? messages : [this.fallback];
  }
}
