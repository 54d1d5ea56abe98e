/** Shows the page of the current address, and over it the page that is open as an overlay. */
import { LightningElement } from 'lwc';
import { loadComponent, publicValues, type ComponentClass } from 'shell/component';
import { router, type Location, type PageReference } from 'shell/router';
import { moduleOf } from './registry.ts';

interface Shown {
  /** Pages of the same module are the same element with another reference. */
  readonly module: string;
  readonly component: ComponentClass;
  readonly values: Readonly<Record<string, unknown>>;
}

export default class Pages extends LightningElement {
  page: Shown | null = null;
  overlay: Shown | null = null;
  problem: string | null = null;
  unknown: string | null = null;
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    this.#stop = router.subscribe((location) => void this.show(location));
    void this.show(router.location);
  }
  override disconnectedCallback(): void {
    this.#stop();
  }
  override errorCallback(error: unknown): void {
    this.fail(error);
  }

  async show(location: Location): Promise<void> {
    try {
      const [page, overlay] = await Promise.all([shownOf(location.page), shownOf(location.overlay)]);
      if (location === router.location) {
        this.problem = null;
        this.page = page;
        this.overlay = overlay;
        this.unknown = page === null ? reasonOf(location.page) : null;
      }
    } catch (error) {
      if (location === router.location) {
        this.fail(error);
      }
    }
  }

  fail(error: unknown): void {
    this.page = null;
    this.overlay = null;
    this.unknown = null;
    this.problem = error instanceof Error ? error.message : String(error);
    console.error(error);
  }
}

async function shownOf(reference: PageReference | null): Promise<Shown | null> {
  const module = reference === null ? null : moduleOf(reference);
  if (module === null) {
    return null;
  }
  const component = await loadComponent(module);
  return { module, component, values: publicValues(component, { pageReference: reference }) };
}

function reasonOf({ type }: PageReference): string {
  return type === 'local__unknownPage'
    ? 'Enter a valid URL and try again.'
    : `The local org has no pages of the type ${type}.`;
}
