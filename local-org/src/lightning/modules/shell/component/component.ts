/**
 * Shows a component known by name only: what a page of metadata names. What can't be shown says why in its place and
 * leaves the rest of the page alone.
 */
import { api, LightningElement } from 'lwc';
import { loadComponent, publicValues, type ComponentClass } from './load.ts';

export { loadComponent, publicValues, type ComponentClass } from './load.ts';

export default class Component extends LightningElement {
  /** `ns:thing`, `c:thing` or `shell/thing`. */
  @api get name(): string {
    return this._name;
  }
  set name(value: string) {
    if (value !== this._name) {
      this._name = value;
      void this.load();
    }
  }
  /** Given to the component where it has such a property. */
  @api recordId?: string;
  @api objectApiName?: string;
  @api properties: Readonly<Record<string, unknown>> = {};

  component: ComponentClass | null = null;
  problem: string | null = null;
  _name = '';

  get values(): Readonly<Record<string, unknown>> {
    const { recordId, objectApiName, properties } = this;
    return this.component === null ? {} : publicValues(this.component, { ...properties, recordId, objectApiName });
  }
  get isLoading(): boolean {
    return this.component === null && this.problem === null;
  }
  get heading(): string {
    return `${this._name} can't be shown`;
  }

  override errorCallback(error: unknown): void {
    this.fail(error);
  }

  async load(): Promise<void> {
    const name = this._name;
    this.component = null;
    this.problem = null;
    try {
      const component = await loadComponent(name);
      if (name === this._name) {
        this.component = component;
      }
    } catch (error) {
      if (name === this._name) {
        this.fail(error);
      }
    }
  }

  fail(error: unknown): void {
    this.component = null;
    this.problem = error instanceof Error ? error.message : String(error);
    console.error(`${this._name}:`, error);
  }
}
