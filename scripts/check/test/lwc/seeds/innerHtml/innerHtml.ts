import { LightningElement, api } from 'lwc';

/** Seeded defect. */
export default class InnerHtml extends LightningElement {
  @api heading = '';

  renderedCallback(): void {
    const place = this.template?.querySelector('p');
    if (place) {
      place.innerHTML = this.heading;
    }
  }
}
