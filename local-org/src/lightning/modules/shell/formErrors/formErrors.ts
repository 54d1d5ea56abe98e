import { LightningElement, api } from 'lwc';
import { pageLabel, type ObjectInfo } from 'shell/uiApi';

/** What keeps a form from being saved: errors of the page, and fields by their label. */
export default class FormErrors extends LightningElement {
  @api pageErrors: readonly string[] = [];
  @api fieldErrors: Readonly<Record<string, readonly string[]>> = {};
  /** Labels of fields that say themselves what is wrong with them. */
  @api invalidFields: readonly string[] = [];
  @api info?: ObjectInfo;

  get lines(): readonly { readonly key: string; readonly text: string }[] {
    const refused = Object.entries(this.fieldErrors).map(([name, messages]) => ({
      key: name,
      text: `${this.info === undefined ? name : pageLabel(this.info, name)}: ${messages.join(' ')}`,
    }));
    return [...this.invalidFields.map((text) => ({ key: text, text })), ...refused];
  }
  get hasPageErrors(): boolean {
    return this.pageErrors.length > 0;
  }
  get hasFields(): boolean {
    return this.lines.length > 0;
  }
  get isShown(): boolean {
    return this.hasPageErrors || this.hasFields;
  }
}
