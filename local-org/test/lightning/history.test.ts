import { expect, test } from 'vitest';
import { Router, type AddressBar } from '../../src/lightning/modules/shell/router/history.ts';
import { objectPage, recordPage } from '../../src/lightning/modules/shell/router/pageReference.ts';

const ID = '001000000000001AAA';
const LIST = objectPage('Account', 'list', { filterName: 'Recent' });

interface Browser extends AddressBar {
  readonly opened: string[];
  readonly urls: () => readonly string[];
}

/** An address bar with a history, as far as the router uses one. */
function browser(start: string): Browser {
  const entries: { url: string; state: unknown }[] = [{ url: start, state: null }];
  const listeners: (() => void)[] = [];
  const opened: string[] = [];
  let at = 0;
  const current = (): { url: string; state: unknown } => entries[at] ?? { url: '', state: null };
  return {
    opened,
    urls: () => entries.slice(0, at + 1).map(({ url }) => url),
    location: {
      get pathname() {
        return new URL(current().url, 'http://local').pathname;
      },
      get search() {
        return new URL(current().url, 'http://local').search;
      },
      get href() {
        return current().url;
      },
      assign: (url) => opened.push(url),
    },
    history: {
      get state() {
        return current().state;
      },
      pushState: (state, _unused, url) => {
        entries.splice(++at, entries.length, { url, state });
      },
      replaceState: (state, _unused, url) => {
        entries[at] = { url, state };
      },
      back: () => {
        at--;
        listeners.forEach((listener) => {
          listener();
        });
      },
    },
    open: (url) => opened.push(url),
    addEventListener: (_type, listener) => listeners.push(listener),
  };
}

test('a page that is gone to is the one that is shown, and back leads to the one before', () => {
  const bar = browser('/lightning/page/home');
  const router = new Router(bar);
  const seen: string[] = [];
  router.subscribe(({ page }) => seen.push(page.type));

  router.navigate(LIST);
  bar.history.back();

  expect(seen).toEqual(['standard__objectPage', 'standard__namedPage']);
  expect(bar.urls()).toEqual(['/lightning/page/home']);
});

test('a form opens over the page and closes back to it', () => {
  const bar = browser('/lightning/o/Account/list?filterName=Recent');
  const router = new Router(bar);
  const before = router.location.page;

  router.navigate(recordPage(ID, 'Account', 'edit'));
  expect(router.location).toEqual({ page: before, overlay: recordPage(ID, 'Account', 'edit') });
  expect(router.current.attributes['actionName']).toBe('edit');

  router.closeOverlay();
  expect(router.location).toEqual({ page: before, overlay: null });
  expect(bar.urls()).toHaveLength(1);
});

test.each([
  [`/lightning/r/Account/${ID}/edit`, `/lightning/r/Account/${ID}/view`],
  ['/lightning/o/Account/new', '/lightning/o/Account/list'],
  ['/lightning/o/Account/new?backgroundContext=%2Flightning%2Fpage%2Fhome', '/lightning/page/home'],
  [`/lightning/action/quick/Account.Log?recordId=${ID}&objectApiName=Account`, `/lightning/r/Account/${ID}/view`],
])('a form opened by its address %s closes to %s', (address, under) => {
  const bar = browser(address);
  const router = new Router(bar);
  expect(router.location.overlay).not.toBeNull();

  router.closeOverlay();
  expect(router.location.overlay).toBeNull();
  expect(bar.urls()).toEqual([under]);
});

test('what a form saved takes the place of the form', () => {
  const bar = browser('/lightning/o/Account/list');
  const router = new Router(bar);

  router.navigate(objectPage('Account', 'new'));
  router.navigate(recordPage(ID, 'Account'), { replace: true });

  expect(bar.urls()).toEqual(['/lightning/o/Account/list', `/lightning/r/Account/${ID}/view`]);
  expect(router.location).toEqual({ page: recordPage(ID, 'Account'), overlay: null });
});

test('web pages and addresses of no page are left to the browser', () => {
  const bar = browser('/lightning/page/home');
  const router = new Router(bar);

  router.navigate({ type: 'standard__webPage', attributes: { url: 'https://example.com' } });
  router.open('/logout');

  expect(bar.opened).toEqual(['https://example.com', '/logout']);
  expect(router.current.type).toBe('standard__namedPage');
});

test('an address that is no page is shown as unknown', () => {
  expect(new Router(browser('/lightning/x/y')).current).toEqual({
    type: 'local__unknownPage',
    attributes: { url: '/lightning/x/y' },
  });
});
