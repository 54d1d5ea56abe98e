import { LightningElement, api } from 'lwc';
import type { ObjectInfo } from 'shell/uiApi';

/** What keeps a form from being saved: errors of the page, and those of fields by their label. */
export default class FormErrors extends LightningElement {
  @api pageErrors: readonly string[] = [];
  @api fieldErrors: Readonly<Record<string, readonly string[]>> = {};
  @api info?: ObjectInfo;

  get lines(): readonly { readonly key: string; readonly text: string }[] {
    const fields = Object.entries(this.fieldErrors).map(([name, messages]) => ({
      key: name,
      text: `${this.info?.fields[name]?.label ?? name}: ${messages.join(' ')}`,
    }));
    return [...this.pageErrors.map((text) => ({ key: text, text })), ...fields];
  }
  get isShown(): boolean {
    return this.lines.length > 0;
  }
}
