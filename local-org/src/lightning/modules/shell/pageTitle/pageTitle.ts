/**
 * Tells the browser and people who listen which page is there: the document's title, and the focus on the page's
 * heading when somebody navigated to it. Pages call it once they know their title.
 */
import type { LightningElement } from 'lwc';
import { router } from 'shell/router';

let announced = router.location.page;

/** `detail` comes after the title, as in `Acme | Account`. The heading is the first `h1` of the page's own template. */
export function announcePage(page: LightningElement, title: string, detail?: string): void {
  document.title = [title, detail, 'Salesforce'].filter((part) => part !== undefined && part !== '').join(' | ');
  const { page: shown } = router.location;
  if (shown === announced) {
    return;
  }
  announced = shown;
  // The heading may be in a part that is rendered with the data that gave the title.
  requestAnimationFrame(() => {
    const heading = page.template?.querySelector<HTMLElement>('h1, [data-page-heading]') ?? null;
    if (heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  });
}
