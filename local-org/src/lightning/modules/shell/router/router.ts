/** The router of this page: there is one, as there is one address bar. */
import { Router } from './history.ts';
import { handleLinks } from './links.ts';

export { attribute, objectPage, recordPage, type PageReference } from './pageReference.ts';
export { isOverlay, type Location, type NavigateOptions, type Router } from './history.ts';
export { pageReferenceOf, urlOf } from './urls.ts';

export const router = new Router(window);
handleLinks(router);
