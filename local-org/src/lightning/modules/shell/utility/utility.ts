/** A utility's component, told in which utility it is. */
import { api, createContextProvider, LightningElement } from 'lwc';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';

const provide = createContextProvider(EnclosingUtilityId);

export default class Utility extends LightningElement {
  @api utilityId = '';
  @api name = '';
  @api properties: Readonly<Record<string, unknown>> = {};

  override connectedCallback(): void {
    provide(this.hostElement, {
      consumerConnectedCallback: (consumer) => {
        consumer.provide({ utilityId: this.utilityId });
      },
    });
  }
}
