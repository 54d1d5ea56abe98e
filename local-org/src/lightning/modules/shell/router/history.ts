/**
 * The page that is shown, and how it changes. Some pages (new, edit, clone, quick actions) open over another one: then
 * `overlay` is that page and `page` stays what it was.
 */
import { attribute, objectPage, recordPage, type PageReference } from './pageReference.ts';
import { pageReferenceOf, urlOf } from './urls.ts';

export interface Location {
  /** What fills the page. */
  readonly page: PageReference;
  /** What is open over it. */
  readonly overlay: PageReference | null;
}
export interface NavigateOptions {
  /** Takes the place of the current page in the browser's history. */
  readonly replace?: boolean;
}
type Listener = (location: Location) => void;

/** What the browser keeps with each entry of its history. */
interface Entry {
  readonly reference: PageReference;
  /** Under an overlay. */
  readonly background?: PageReference;
  /** The page under the overlay is the entry before this one. */
  readonly isAbovePrevious?: boolean;
}

const UNKNOWN = 'local__unknownPage';

/** The part of the browser that the router moves. */
export interface AddressBar {
  readonly location: {
    readonly pathname: string;
    readonly search: string;
    readonly href: string;
    assign(url: string): void;
  };
  readonly history: {
    readonly state: unknown;
    pushState(entry: unknown, unused: string, url: string): void;
    replaceState(entry: unknown, unused: string, url: string): void;
    back(): void;
  };
  open(url: string, target: string, features: string): unknown;
  addEventListener(type: 'popstate', listener: () => void): void;
}

export class Router {
  readonly #window: AddressBar;
  readonly #listeners = new Set<Listener>();
  #location: Location;

  // The platform's compiler takes no private methods, only private fields.
  readonly #entry = (): Entry => {
    const kept = this.#window.history.state as Entry | null;
    const { pathname, search } = this.#window.location;
    const address = `${pathname}${search}`;
    return kept?.reference === undefined
      ? { reference: pageReferenceOf(address) ?? { type: UNKNOWN, attributes: { url: address } } }
      : kept;
  };
  readonly #show = (location: Location): void => {
    this.#location = location;
    for (const listener of [...this.#listeners]) {
      listener(location);
    }
  };

  constructor(view: AddressBar) {
    this.#window = view;
    this.#location = locationOf(this.#entry());
    view.addEventListener('popstate', () => {
      this.#show(locationOf(this.#entry()));
    });
  }

  get location(): Location {
    return this.#location;
  }
  /** What is in front. */
  get current(): PageReference {
    return this.#location.overlay ?? this.#location.page;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  navigate(reference: PageReference, options: NavigateOptions = {}): void {
    const url = urlOf(reference);
    if (reference.type === 'standard__webPage' && url !== null) {
      this.#window.open(url, '_blank', 'noopener');
      return;
    }
    const isOver = isOverlay(reference) && options.replace !== true;
    const entry: Entry = isOverlay(reference)
      ? { reference, background: this.#location.page, isAbovePrevious: isOver }
      : { reference };
    const write = options.replace === true ? 'replaceState' : 'pushState';
    this.#window.history[write](entry, '', url ?? this.#window.location.href);
    this.#show(locationOf(entry));
  }

  /** Goes to an address of this server; others are opened as the browser does. */
  open(url: string, options: NavigateOptions = {}): void {
    const reference = pageReferenceOf(url);
    if (reference === null) {
      this.#window.location.assign(url);
    } else {
      this.navigate(reference, options);
    }
  }

  /** Back to what is under the overlay. */
  closeOverlay(): void {
    const entry = this.#entry();
    if (entry.isAbovePrevious === true) {
      this.#window.history.back();
    } else if (this.#location.overlay !== null) {
      this.navigate(this.#location.page, { replace: true });
    }
  }
}

/** Pages that open over another one. */
export function isOverlay({ type, attributes }: PageReference): boolean {
  const action = attributes['actionName'];
  return (
    type === 'standard__quickAction' ||
    (type === 'standard__objectPage' && action === 'new') ||
    (type === 'standard__recordPage' && (action === 'edit' || action === 'clone'))
  );
}

function locationOf({ reference, background }: Entry): Location {
  return isOverlay(reference)
    ? { page: background ?? backgroundOf(reference), overlay: reference }
    : { page: reference, overlay: null };
}

/** Under an overlay that was opened by its address: what it is about. */
function backgroundOf(reference: PageReference): PageReference {
  const asked = reference.state?.['backgroundContext'];
  const named = asked === undefined ? null : pageReferenceOf(asked);
  if (named !== null && !isOverlay(named)) {
    return named;
  }
  const recordId = attribute(reference, 'recordId') ?? reference.state?.['recordId'];
  const objectApiName = attribute(reference, 'objectApiName') ?? reference.state?.['objectApiName'];
  if (recordId !== undefined) {
    return recordPage(recordId, objectApiName);
  }
  return objectApiName === undefined
    ? { type: 'standard__namedPage', attributes: { pageName: 'home' } }
    : objectPage(objectApiName, 'list');
}
