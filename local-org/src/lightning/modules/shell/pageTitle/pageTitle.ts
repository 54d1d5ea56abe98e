/**
 * Tells the browser and people who listen which page is there: the document's title, and the focus on the page's
 * heading when somebody navigated to it. Pages call it once they know their title.
 */
import type { LightningElement } from 'lwc';
import { router } from 'shell/router';

let announced = router.location.page;

/** `detail` comes after the title, as in `Acme | Account`. The heading is the first `h1`, however deep in the page. */
export function announcePage(page: LightningElement, title: string, detail?: string): void {
  document.title = [title, detail, 'Salesforce'].filter((part) => part !== undefined && part !== '').join(' | ');
  const { page: shown } = router.location;
  if (shown !== announced) {
    announced = shown;
    focusHeading(page, document.activeElement, TRIES);
  }
}

const TRIES = 15;
const PAUSE = 100;

/** The heading may come with data; who has moved on meanwhile is left where they are. */
function focusHeading(page: LightningElement, from: Element | null, triesLeft: number): void {
  setTimeout(() => {
    const heading = page.template === null ? null : headingIn(page.template);
    if (heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else if (triesLeft > 0 && [from, document.body].includes(document.activeElement)) {
      focusHeading(page, from, triesLeft - 1);
    }
  }, PAUSE);
}

function headingIn(root: ParentNode): HTMLElement | null {
  const own = root.querySelector<HTMLElement>('h1');
  if (own !== null) {
    return own;
  }
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot === null ? null : headingIn(element.shadowRoot);
    if (found !== null) {
      return found;
    }
  }
  return null;
}
