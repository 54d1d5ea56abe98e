import { LightningElement, api } from 'lwc';
import { textOf, type Properties } from 'shell/pageModel';

/** Text that an administrator wrote into a page. */
export default class RichText extends LightningElement {
  @api properties: Properties = {};

  get text(): string {
    return textOf(this.properties['richTextValue']);
  }
  get className(): string {
    return `${this.properties['decorate'] === 'true' ? 'slds-card slds-p-around_medium' : ''} slds-text-longform`;
  }
}
