/** The page of the demo timesheet service, which is a program of its own beside the org. */
import { startTimesheetService, type TimesheetService } from '../timesheet-services/src/index.ts';
import { expect, test } from './support/test.ts';

let service: TimesheetService;
test.beforeEach(async () => {
  service = await startTimesheetService({ size: 'small', seed: 1 });
});
test.afterEach(async () => {
  await service.stop();
});

test('the overview says what there is and how to connect', async ({ page, look }) => {
  await page.goto(service.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const harvest = page.getByRole('row').filter({ hasText: 'Harvest' });
  await expect(harvest).toContainText(service.faceNamed('harvest').address);
  await expect(harvest).toContainText(service.faceNamed('harvest').credential.secret);
  await look('overview');

  await page.getByLabel('Redmine: login is required').check();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  expect(service.store.settings.redmineLoginRequired).toBe(true);
});

test('a client is made, refused twice over, changed and deleted', async ({ page, look, expectProblem }) => {
  expectProblem(/422/);
  await page.goto(`${service.url}/#clients`);
  await page.getByRole('button', { name: 'New client' }).click();
  await page.getByLabel('Name (required)').fill('Zebra Works');
  await look('form');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('The client was made.');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: 'New client' }).click();
  await page.getByLabel('Name (required)').fill('Zebra Works');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('/name is taken');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New client' })).toBeFocused();

  const row = page.getByRole('row').filter({ hasText: 'Zebra Works' });
  await row.getByRole('button', { name: 'Edit Zebra Works' }).click();
  await page.getByLabel('Industry').fill('Retail');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Retail');
  await look('clients');

  await row.getByRole('button', { name: 'Delete Zebra Works' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});

test('hours are filtered by person, entered for a task of the project, and locked by approval', async ({
  page,
  look,
  expectProblem,
}) => {
  expectProblem(/409/);
  const project = service.store.projects.filter(
    ({ id, isArchived }) => !isArchived && service.store.tasks.filter(({ projectId }) => projectId === id).length > 0,
  )[0]!;
  const tasks = service.store.tasks.filter(({ projectId }) => projectId === null || projectId === project.id);
  await page.goto(`${service.url}/#time-entries`);
  await page.getByRole('button', { name: 'New time entry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Person (required)').selectOption({ label: 'Helen Marsh' });
  await dialog.getByLabel('Project (required)').selectOption({ label: project.name });
  await expect(dialog.getByLabel('Task').getByRole('option')).toHaveCount(tasks.length + 1);
  await dialog.getByLabel('Hours (required)').fill('1.25');
  await dialog.getByLabel('Description').fill('Entered on the page');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('The time entry was made.');

  const filter = page.getByRole('form', { name: 'Filter' });
  await filter.getByLabel('Person').selectOption({ label: 'Helen Marsh' });
  await filter.getByRole('button', { name: 'Filter' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Entered on the page' });
  await expect(row).toContainText('1:15');
  await look('hours');

  await row.getByRole('button', { name: /^Edit/ }).click();
  await dialog.getByLabel('Status (required)').selectOption('approved');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Approved');
  await row.getByRole('button', { name: /^Edit/ }).click();
  await dialog.getByLabel('Hours (required)').fill('2');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The time entry is approved.');
});

test('every page is reached by the keyboard and free of barriers', async ({ page, look }) => {
  await page.goto(service.url);
  for (const name of ['Projects', 'Tasks', 'People', 'Faults', 'Log']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await look(name);
  }
});

test('a fault is switched on, strikes, is seen in the log and is switched off', async ({ page, look }) => {
  await page.goto(`${service.url}/#faults`);
  await page.getByLabel('What goes wrong (required)').selectOption('tooManyRequests');
  await page.getByLabel('How many times').fill('1');
  await page.getByLabel('Retry-After in seconds').fill('30');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('row').filter({ hasText: '429 too many requests' })).toBeVisible();
  await look('fault on');

  const { address, credential } = service.faceNamed('open');
  const struck = await fetch(`${address}/me`, { headers: credential.headers });
  expect([struck.status, struck.headers.get('retry-after')]).toEqual([429, '30']);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Log' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'tooManyRequests' })).toContainText('429');
  await look('log');

  await page.goto(`${service.url}/#faults`);
  await page.getByRole('button', { name: 'Switch all off' }).click();
  await expect(page.getByText('Nothing goes wrong on purpose.')).toBeVisible();
});
