/** Links to pages of the org open in place, unless the person asks for a new tab. */
import { LinkInfo, registerLinkProvider } from 'lightning/routingService';
import type { PageReference } from './pageReference.ts';
import type { Router } from './history.ts';
import { pageReferenceOf, urlOf } from './urls.ts';

export function handleLinks(router: Router): void {
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (link === undefined || event.defaultPrevented || !isPlainClick(event) || !opensInPlace(link)) {
      return;
    }
    const { origin, pathname, search } = new URL(link.href);
    if (origin === location.origin && pageReferenceOf(`${pathname}${search}`) !== null) {
      event.preventDefault();
      router.open(`${pathname}${search}`);
    }
  });
  // Base components ask for the address of what they show: records in lookups, plain addresses.
  registerLinkProvider(document.body, ((event: CustomEvent<LinkQuestion>) => {
    event.stopPropagation();
    const { stateRef, callback } = event.detail;
    const isRaw = stateRef.stateType === 'standard_webPage';
    const reference: PageReference = { type: stateRef.stateType, attributes: stateRef.attributes };
    const url = isRaw ? String(stateRef.attributes['url']) : urlOf(reference);
    callback(null, new LinkInfo(url ?? '', () => undefined));
  }) as EventListener);
}

interface LinkQuestion {
  readonly stateRef: { readonly stateType: string; readonly attributes: Readonly<Record<string, unknown>> };
  readonly callback: (error: unknown, info: LinkInfo) => void;
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

const opensInPlace = (link: HTMLAnchorElement): boolean =>
  link.href !== '' &&
  !link.hasAttribute('download') &&
  !(link.getAttribute('href') ?? '').startsWith('#') &&
  ['', '_self', '_top'].includes(link.target);
