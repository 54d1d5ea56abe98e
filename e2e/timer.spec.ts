import type { Locator, Page } from '@playwright/test';
import type { Api } from '../scripts/demo/api.ts';
import { expect, settled, test } from './support/test.ts';

const HOUR = 3_600_000;

const barOf = (page: Page): Locator => page.getByRole('contentinfo');
const panelOf = (page: Page): Locator => page.locator('tsync-opportunity-time-panel');

async function createDeal(api: Api, name: string, owner: string): Promise<{ path: string; projectId: string }> {
  const [user] = await api.query<{ readonly Id: string }>(`SELECT Id FROM User WHERE Name = '${owner}'`);
  const [id = ''] = await api.create('Opportunity', [
    { Name: name, StageName: 'Prospecting', CloseDate: '2027-12-31', OwnerId: user?.Id ?? null },
  ]);
  const [projectId = ''] = await api.create('tsync__Project__c', [
    { Name: name, tsync__Opportunity__c: id, tsync__Status__c: 'Active', tsync__Primary__c: true },
  ]);
  return { path: `/lightning/r/Opportunity/${id}/view`, projectId };
}

test('a timer runs on over pages, a reload and a closed browser, and logs its time', async ({
  page,
  api,
  signInAs,
  look,
}) => {
  const deal = await createDeal(api, 'Timer: runs on', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);
  await panelOf(page).getByRole('button', { name: 'Start timer' }).click();
  await expect(panelOf(page).getByRole('timer')).toBeVisible();
  await expect(barOf(page).getByRole('button', { name: '0:00 Timer: runs on' })).toBeVisible();
  await panelOf(page).getByLabel('What are you working on?').fill('Pairing');
  await page.keyboard.press('Tab');
  await look('running');

  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
  await settled(page);
  await expect(barOf(page).getByRole('button', { name: '0:00 Timer: runs on' })).toBeVisible();
  await page.reload();
  await expect(barOf(page).getByRole('button', { name: '0:00 Timer: runs on' })).toBeVisible();

  await page.context().clearCookies();
  await signInAs('Sofia Lindqvist');
  await barOf(page).getByRole('button', { name: '0:00 Timer: runs on' }).click();
  await expect(barOf(page).getByLabel('What are you working on?')).toHaveValue('Pairing');
  await look('in the utility bar');
  await barOf(page).getByRole('button', { name: 'Stop timer' }).click();

  await expect(barOf(page).getByText('No timer is running.')).toBeVisible();
  const rows = await api.query<{ readonly tsync__Seconds__c: number; readonly tsync__Description__c: string }>(
    `SELECT tsync__Seconds__c, tsync__Description__c FROM tsync__Time_Entry__c
     WHERE tsync__Project__c = '${deal.projectId}'`,
  );
  expect(rows).toMatchObject([{ tsync__Description__c: 'Pairing' }]);
  expect(rows[0]?.tsync__Seconds__c).toBeGreaterThan(0);
});

test('a timer stopped in the bar shows its entry in the panel', async ({ page, api, signInAs }) => {
  const deal = await createDeal(api, 'Timer: shows up', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);
  await panelOf(page).getByRole('button', { name: 'Start timer' }).click();
  await barOf(page).getByRole('button', { name: '0:00 Timer: shows up' }).click();
  await barOf(page).getByRole('button', { name: 'Stop timer' }).click();

  await expect(panelOf(page).getByRole('listitem')).toHaveCount(1);
  await expect(panelOf(page).getByRole('button', { name: 'Start timer' })).toBeVisible();
});

test('a timer stopped elsewhere is not logged twice', async ({ page, context, api, signInAs, expectProblem }) => {
  expectProblem(/500/);
  const deal = await createDeal(api, 'Timer: once', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);
  await panelOf(page).getByRole('button', { name: 'Start timer' }).click();
  await expect(panelOf(page).getByRole('timer')).toBeVisible();
  const other = await context.newPage();
  await other.goto(deal.path);
  await panelOf(other).getByRole('button', { name: 'Stop timer' }).click();
  await expect(panelOf(other).getByRole('listitem')).toHaveCount(1);
  await other.close();

  await panelOf(page).getByRole('button', { name: 'Stop timer' }).click();
  await expect(panelOf(page).getByRole('alert')).toContainText('[TIME-023]');
  await expect(panelOf(page).getByRole('timer')).toHaveCount(0);
});

test('a forgotten timer asks what to keep', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Timer: forgotten', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);
  await panelOf(page).getByRole('button', { name: 'Start timer' }).click();
  await expect(panelOf(page).getByRole('timer')).toBeVisible();
  const [timer] = await api.query<{ readonly Id: string }>(
    `SELECT Id FROM tsync__Timer__c WHERE tsync__Project__c = '${deal.projectId}'`,
  );
  const start = new Date(Date.now() - 62 * HOUR).toISOString();
  await api.update('tsync__Timer__c', [{ id: timer?.Id ?? '', tsync__Started_At__c: start }]);
  await page.reload();

  await expect(panelOf(page).getByText('How much of that did you work?')).toBeVisible();
  await look('forgotten');
  await panelOf(page).getByLabel('Duration').first().fill('7:30');
  await panelOf(page).getByRole('button', { name: 'Log this much' }).click();
  await expect(panelOf(page).getByRole('button', { name: 'Edit 7.5 h' })).toBeVisible();
});
