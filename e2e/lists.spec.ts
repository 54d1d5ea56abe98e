import { chooseListView, column, dialog, heading } from './support/shell.ts';
import { userNamed, workshop } from './support/rows.ts';
import { expect, settled, test } from './support/test.ts';

test('a list view is chosen, sorted, searched and read to its end', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh', '/lightning/o/Opportunity/list');
  await chooseListView(page, 'All Opportunities');
  await expect(page).toHaveURL(/filterName=AllOpportunities/);
  await expect(page.getByText(/^(50 of )?85 items • Sorted by Opportunity Name$/)).toBeVisible();
  await look('all');

  await page.getByRole('button', { name: 'Sort by: Amount' }).click();
  await expect(page.getByText('Sorted by Amount')).toBeVisible();
  await settled(page);
  const amounts = (await column(page, 4)).map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
  expect(amounts).toEqual(amounts.toSorted((left, right) => left - right));

  await page.getByRole('button', { name: 'Sort by: Amount' }).click();
  await expect.poll(async () => (await column(page, 4))[0]).not.toBe('');
  await settled(page);
  const descending = (await column(page, 4)).map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
  expect(descending[0]).toBeGreaterThanOrEqual(amounts.at(-1) ?? 0);

  await page.getByRole('grid').getByRole('row').last().scrollIntoViewIfNeeded();
  await page.mouse.move(600, 600);
  await page.mouse.wheel(0, 5000);
  await expect(page.getByText(/^85 items • Sorted by Amount$/)).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search this list' }).fill('Copperline');
  await expect.poll(async () => (await column(page, 1)).every((name) => name.startsWith('Copperline Bank'))).toBe(true);
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('no such deal');
  await expect(page.getByRole('main')).toContainText(/No items|Nothing|no records/i);
  await look('nothing found');
});

test('a list shows what its filter lets through, and the list a person pinned comes first', async ({
  page,
  signInAs,
  api,
}) => {
  const planned = await workshop(api);
  const held = await workshop(api, { Status__c: 'Held' });
  await signInAs('Sofia Lindqvist', '/lightning/o/Workshop__c/list');
  await chooseListView(page, 'All workshops');
  await expect(page.getByRole('link', { name: held.name })).toBeVisible();
  await chooseListView(page, 'Planned workshops');
  await expect(page.getByRole('link', { name: planned.name })).toBeVisible();
  await expect(page.getByRole('link', { name: held.name })).toHaveCount(0);

  await page.getByRole('button', { name: 'Pin this list view' }).click();
  await page.goto('/lightning/o/Workshop__c/list');
  await expect(heading(page)).toContainText('Planned workshops');
});

test('a row is edited and deleted from its menu', async ({ page, signInAs, api, look }) => {
  const { id, name } = await workshop(api, { OwnerId: await userNamed(api, 'Helen') });
  await signInAs('Helen Marsh', '/lightning/o/Workshop__c/list?filterName=All');
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByRole('button', { name: 'Show actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await dialog(page).getByRole('textbox', { name: 'Room' }).fill('Loft');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toContainText('Loft');
  await look('edited row');

  await row.getByRole('button', { name: 'Show actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
  expect(await api.query(`SELECT Id FROM Workshop__c WHERE Id = '${id}'`)).toEqual([]);
});
