/** Going to pages and knowing which one is shown. */
import { router, urlOf, type Location, type PageReference } from 'shell/router';

export type { PageReference };

const NAVIGATE: unique symbol = Symbol('Navigate');
const GENERATE_URL: unique symbol = Symbol('GenerateUrl');

export interface Navigator {
  [NAVIGATE](target: PageReference, replace?: boolean): void;
  [GENERATE_URL](target: PageReference): Promise<string>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript takes no other form as the base of a mixin (TS2545)
type Constructor<Instance> = new (...args: any[]) => Instance;

function withNavigation<Base extends Constructor<object>>(base: Base): Base & Constructor<Navigator> {
  return class extends base implements Navigator {
    [NAVIGATE](target: PageReference, replace = false): void {
      navigate(null, target, replace);
    }
    [GENERATE_URL](target: PageReference): Promise<string> {
      return generateUrl(null, target);
    }
  };
}

export const NavigationMixin: typeof withNavigation & {
  readonly Navigate: typeof NAVIGATE;
  readonly GenerateUrl: typeof GENERATE_URL;
} = Object.assign(withNavigation, { Navigate: NAVIGATE, GenerateUrl: GENERATE_URL } as const);

/** For components that do not take the mixin. The context is what `NavigationContext` gives: there is one router. */
export function navigate(_context: unknown, target: PageReference, replace = false): void {
  router.navigate(target, { replace });
}
export function generateUrl(_context: unknown, target: PageReference): Promise<string> {
  const url = urlOf(target);
  return url === null
    ? Promise.reject(new Error(`The local org has no address for a page of type ${target.type}.`))
    : Promise.resolve(url);
}

/** Wire: the page that is shown. Components under an overlay keep theirs; those of an overlay have the overlay's. */
export class CurrentPageReference {
  readonly #deliver: (reference: PageReference) => void;
  #stop: () => void = () => undefined;

  constructor(deliver: (reference: PageReference) => void) {
    this.#deliver = deliver;
  }
  connect(): void {
    const isInOverlay = router.location.overlay !== null;
    let last: PageReference | null = null;
    const show = ({ page, overlay }: Location): void => {
      const reference = isInOverlay ? overlay : page;
      if (reference !== null && reference !== last) {
        last = reference;
        this.#deliver(reference);
      }
    };
    this.#stop = router.subscribe(show);
    show(router.location);
  }
  update(): void {
    // Takes no parameters.
  }
  disconnect(): void {
    this.#stop();
  }
}

/** Wire: what `navigate` and `generateUrl` take first. */
export class NavigationContext {
  readonly #deliver: (context: object) => void;

  constructor(deliver: (context: object) => void) {
    this.#deliver = deliver;
  }
  connect(): void {
    this.#deliver(Object.freeze({}));
  }
  update(): void {
    // Takes no parameters.
  }
  disconnect(): void {
    // Keeps nothing.
  }
}
