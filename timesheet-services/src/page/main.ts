/** The page: one view at a time, by the hash of the address. */
import { readState } from './api.ts';
import { element } from './dom.ts';
import { faultsView } from './faults.ts';
import { logView } from './log.ts';
import { overviewView } from './overview.ts';
import { RESOURCES } from './resources.ts';
import { rowsView } from './rows.ts';

interface Place {
  readonly hash: string;
  readonly label: string;
  readonly show: (view: HTMLElement) => Promise<void>;
}
const OVERVIEW: Place = { hash: '#overview', label: 'Overview', show: overviewView };
const PLACES: readonly Place[] = [
  OVERVIEW,
  ...RESOURCES.map((info) => ({
    hash: `#${info.path}`,
    label: info.title,
    show: (view: HTMLElement) => rowsView(info, view),
  })),
  { hash: '#faults', label: 'Faults', show: faultsView },
  { hash: '#log', label: 'Log', show: logView },
];

async function go(isFirst: boolean): Promise<void> {
  const place = PLACES.find(({ hash }) => hash === location.hash) ?? OVERVIEW;
  const view = document.querySelector('main');
  if (view === null) {
    return;
  }
  const links = PLACES.map(({ hash, label }) =>
    element('li', {}, element('a', { href: hash, ...(hash === place.hash ? { 'aria-current': 'page' } : {}) }, label)),
  );
  document.querySelector('[data-places]')?.replaceChildren(...links);
  document.title = `${place.label} | Timesheet service`;
  try {
    await place.show(view);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    view.replaceChildren(
      element('h1', {}, place.label),
      element('p', { class: 'error', role: 'alert' }, `The service could not be asked: ${reason}`),
    );
  }
  if (!isFirst) {
    view.focus();
  }
}

addEventListener('hashchange', () => {
  if (location.hash !== '#view') {
    void go(false);
  }
});
void readState().then(({ account }) => {
  const shown = document.querySelector('[data-account]');
  if (shown !== null) {
    shown.textContent = account.name;
  }
});
void go(true);
