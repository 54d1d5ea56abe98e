/** Where the service is reached, with which credential, what it holds and who called. */
import { ofService, readState, type FaceInfo } from './api.ts';
import { button, element, panel, say, table, title } from './dom.ts';
import { hoursText } from './resources.ts';

const LABELS: Readonly<Record<string, string>> = {
  clients: 'Clients',
  projects: 'Projects',
  tasks: 'Tasks',
  people: 'People',
  entries: 'Time entries',
  seconds: 'Hours',
};
const WORDS: Readonly<Record<string, string>> = {
  harvestTimestampTimers: 'Harvest: entries have clock times, not hours',
  clockifyListsClientId: 'Clockify: lists of projects name the client by id',
  solidtimeForbidsOverlaps: 'solidtime: entries must not overlap',
  redmineRestEnabled: 'Redmine: the REST API is on',
  redmineLoginRequired: 'Redmine: login is required',
  redmineHasDefaultActivity: 'Redmine: one activity is the default',
};

export async function overviewView(view: HTMLElement): Promise<void> {
  const { account, faces, totals, requests, settings } = await readState();
  const figures = Object.entries(totals).map(([name, value]) =>
    element(
      'div',
      {},
      element('dt', {}, LABELS[name] ?? name),
      element('dd', {}, name === 'seconds' ? hoursText(value) : value.toLocaleString('en')),
    ),
  );
  const copy = ({ title: name, secret }: FaceInfo): HTMLElement =>
    button(
      'Copy',
      () => {
        void navigator.clipboard.writeText(secret).then(() => {
          say(`The key of ${name} was copied.`);
        });
      },
      'plain',
      { 'aria-label': `Copy the key of ${name}` },
    );
  const statuses = Object.entries(requests.statuses).map(([status, count]) => `${status}: ${count}`);
  view.replaceChildren(
    title('Overview', `${account.name}, seed ${account.seed}, size ${account.size}. All of it is invented.`),
    panel('In the account', element('dl', { class: 'figures' }, ...figures)),
    panel(
      'How to connect',
      table<FaceInfo>(
        'Addresses and keys',
        [
          { label: 'Service', show: ({ title: name }) => name, isName: true },
          { label: 'Address', show: ({ address }) => element('code', {}, address) },
          { label: 'Account or workspace', show: ({ tenant }) => element('code', {}, tenant ?? '') },
          { label: 'User', show: ({ email }) => email },
          { label: 'Key', show: ({ secret }) => element('code', {}, secret) },
          { label: '', show: copy, kind: 'acts' },
        ],
        faces,
      ),
    ),
    panel(
      'Requests',
      element(
        'p',
        {},
        requests.total === 0 ? 'Nobody has called yet.' : `${requests.total} so far. ${statuses.join(', ')}`,
      ),
    ),
    panel(
      'Settings of the account',
      ...Object.entries(WORDS).map(([name, label]) => setting(name, label, settings[name] === true)),
    ),
  );
}

function setting(name: string, label: string, isOn: boolean): HTMLElement {
  const box = element('input', { type: 'checkbox', ...(isOn ? { checked: true } : {}) });
  box.addEventListener('change', () => {
    void ofService('PATCH', 'settings', { [name]: box.checked }).then(() => {
      say('Saved.');
    });
  });
  return element('div', { class: 'check' }, element('label', {}, box, label));
}
