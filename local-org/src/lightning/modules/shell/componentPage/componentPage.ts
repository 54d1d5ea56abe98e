/** A component at an address of its own: `/lightning/cmp/ns__thing`. */
import { api, LightningElement } from 'lwc';
import { announcePage } from 'shell/pageTitle';
import { attribute, type PageReference } from 'shell/router';

export default class ComponentPage extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    announcePage(this, this.heading);
  }
  _reference: PageReference | null = null;

  get name(): string {
    return this._reference === null ? '' : (attribute(this._reference, 'componentName') ?? '').replace('__', ':');
  }
  get heading(): string {
    return this.name.replace(/^\w+:/, '');
  }
}
