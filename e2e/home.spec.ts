import { expect, test } from './support/test.ts';

test('a person signs in, meets the app of the package, and opens an opportunity', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh', '/lightning/app/tsync__Timesheet_Sync');
  await expect(page.getByRole('banner').getByText('Timesheet Sync', { exact: true })).toBeVisible();
  await look('home');

  await page.getByRole('navigation').getByRole('link', { name: 'Opportunities' }).click();
  await page.getByRole('button', { name: 'Select a list view' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'All Opportunities' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('All Opportunities');
  await look('list of opportunities');

  const first = page.getByRole('grid').getByRole('link').first();
  const name = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await look('opportunity');
});
