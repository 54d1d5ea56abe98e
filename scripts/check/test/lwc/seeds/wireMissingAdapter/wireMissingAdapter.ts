import { LightningElement, api, wire } from 'lwc';

/** Seeded defect. */
export default class WireMissingAdapter extends LightningElement {
  @api heading = '';
  // The adapter is an expression, not an imported name.
  @wire(() => undefined as never, {})
  result: unknown;
}
