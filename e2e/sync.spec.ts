/** Runs and issues of a connected timesheet: an import watched to its end, and what it left mended. */
import type { Locator, Page } from '@playwright/test';
import { startTimesheetService, type TimesheetService } from '../timesheet-services/src/index.ts';
import { expect, settled, test } from './support/test.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
const SLOW = { timeout: 90_000 };
const COLUMNS = { read: 0, failed: 4 };

let service: TimesheetService;
test.beforeAll(async () => {
  service = await startTimesheetService({ face: 'clockify', size: 'small', seed: 5 });
});
test.afterAll(async () => {
  await service.stop();
});

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });
const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await settled(page);
};
const connection = (page: Page): Locator => page.getByRole('region', { name: /^Clockify/ });
const count = (page: Page, entity: string, column: number): Locator =>
  connection(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: entity, exact: true }) })
    .getByRole('cell')
    .nth(column);
const cause = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(name) });

test('an import is watched to its end, and says what waits for a person', async ({ page, api, signInAs, look }) => {
  const [client] = service.store.clients.all();
  const name = client?.name ?? '';
  await api.create('Account', [
    { Name: name, BillingCity: 'Rome' },
    { Name: `${name} Ltd`, BillingCity: 'Oslo' },
  ]);
  await signInAs('Noor Haddad');
  await openTab(page, 'Setup');
  const another = button(page, 'Connect another service');
  if ((await another.count()) > 0) {
    await another.click();
  }
  await button(page, 'Clockify').click();
  await page.getByLabel('Address').fill(service.address);
  await page.getByLabel('API key').fill(service.credential.secret);
  await button(page, 'Connect').click();
  await expect(page.getByText('Reached Clockify, signed in as').first()).toBeVisible(SLOW);
  await page.getByLabel('Hours from').fill('Jan 1, 2020');
  await button(page, 'Start sync').click();
  await expect(page.getByText('The import is under way.').first()).toBeVisible(SLOW);

  await openTab(page, 'Runs and Issues');
  await expect(connection(page)).toContainText('Completed with issues', SLOW);
  const { clients, projects } = service.store;
  await expect(count(page, 'Clients', COLUMNS.read)).toHaveText(`${clients.all().length}`);
  await expect(count(page, 'Clients', COLUMNS.failed)).toHaveText('1');
  await expect(count(page, 'Projects', COLUMNS.read)).toHaveText(`${projects.all().length}`);
  await expect(cause(page, 'Several accounts could be meant')).toContainText(`"${name}"`);
  await look('completed with issues');
});

test('a client is chosen, and what waited for it arrives with one press a cause', async ({
  page,
  api,
  signInAs,
  look,
}) => {
  await signInAs('Noor Haddad', '/lightning/n/tsync__Sync');
  const ambiguous = cause(page, 'Several accounts could be meant');
  await ambiguous.getByRole('combobox').click();
  await ambiguous.getByRole('option', { name: /Oslo/ }).click();
  await button(ambiguous, 'Choose').click();
  await expect(ambiguous).toHaveCount(0, SLOW);

  for (const entity of ['Projects', 'Tasks', 'Time entries']) {
    const waiting = cause(page, `${entity} · What they belong to has not arrived`);
    if ((await waiting.count()) > 0) {
      const all = button(waiting, 'Retry all');
      await ((await all.count()) > 0 ? all : button(waiting, 'Retry').first()).click();
      await expect(waiting).toHaveCount(0, SLOW);
    }
  }
  await look('mended');
  const { seconds } = service.totals();
  const [arrived] = await api.query<{ readonly sum: number }>(
    "SELECT SUM(tsync__Seconds__c) sum FROM tsync__Time_Entry__c WHERE tsync__Timesheet_Key__c LIKE 'clockify:%'",
  );
  expect(arrived?.sum).toBe(seconds);
});

test('what changed is brought by a press, and a run that waits can be canceled', async ({ page, signInAs, look }) => {
  await signInAs('Noor Haddad', '/lightning/n/tsync__Sync');
  service.faults.add({ kind: 'unavailable' });
  await button(connection(page), 'Bring what changed').click();
  await expect(connection(page)).toContainText('Waiting for the service until', SLOW);
  await look('waiting');
  await button(connection(page), 'Cancel run').click();
  await expect(connection(page)).toContainText('Canceled', SLOW);
  service.faults.clear();

  await button(connection(page), 'Bring what changed').click();
  await expect(connection(page)).toContainText(/Completed/, SLOW);
  await expect(count(page, 'Clients', COLUMNS.failed)).toHaveText('0');
});

test('someone who only logs time has no such tab', async ({ page, signInAs, expectProblem }) => {
  expectProblem(/status of 403/);
  await signInAs('Helen Marsh', '/lightning/n/tsync__Sync');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Week', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Runs and Issues' })).toHaveCount(0);
  await expect(page.getByText('You have no access to the tab')).toBeVisible();
});
