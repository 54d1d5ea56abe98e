import { dialog, heading } from './support/shell.ts';
import { API, viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('who has no access sees no tab, no page and no data', async ({ page, signInAs, api, look, expectProblem }) => {
  expectProblem(/status of 40[34]/);
  const { id } = await workshop(api);
  await signInAs('Lena Fischer');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Time Entries' })).toHaveCount(0);
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await expect(dialog(page).getByRole('link', { name: 'Accounts', exact: true })).toBeVisible();
  await expect(dialog(page).getByRole('link', { name: 'Time Entries' })).toHaveCount(0);
  await expect(dialog(page).getByRole('link', { name: 'Workshop Desk' })).toHaveCount(0);
  await expect(dialog(page).getByRole('list', { name: 'Apps' })).not.toContainText('Timesheet Sync');
  await expect(dialog(page).getByRole('list', { name: 'Apps' })).not.toContainText('Local org');
  await page.keyboard.press('Escape');

  const refused = ['/lightning/o/tsync__Time_Entry__c/list', viewOf('Workshop__c', id), '/lightning/n/Workshop_Desk'];
  for (const path of refused) {
    await page.goto(path);
    await expect(heading(page), path).toHaveText("Looks like there's a problem");
    await expect(page.getByRole('main')).toContainText('Ask the owner or your administrator for access.');
    await look(path.split('/').slice(2).join(' ').replaceAll(id, ''));
  }

  await page.goto('/lightning/o/tsync__Time_Entry__c/new');
  await expect(dialog(page)).toContainText("This form can't be shown");
  await look('form');

  const soql = encodeURIComponent('SELECT Id FROM tsync__Time_Entry__c');
  const query = await page.request.get(`${API}/query?q=${soql}`);
  expect(query.status()).toBe(400);
  expect(await query.json()).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  const write = await page.request.post(`${API}/sobjects/Workshop__c`, { data: { Name: 'Mine', Room__c: 'Any' } });
  expect([403, 404]).toContain(write.status());
  expect((await page.request.get(`${API}/sobjects/Workshop__c/${id}`)).status()).toBe(404);
});

test('who may only read finds no way to write', async ({ page, signInAs, api, look }) => {
  const [account] = await api.query<{ readonly Id: string; readonly Name: string }>(
    'SELECT Id, Name FROM Account ORDER BY Name LIMIT 1',
  );
  await signInAs('Lena Fischer', viewOf('Account', account?.Id ?? ''));
  await expect(heading(page)).toContainText(account?.Name ?? '');
  for (const name of ['Edit', 'Delete', 'New', 'Edit Account Name', 'Edit Phone']) {
    await expect(page.getByRole('main').getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await look('read only');
  const write = await page.request.patch(`${API}/sobjects/Account/${account?.Id ?? ''}`, { data: { Name: 'Mine' } });
  expect(write.ok()).toBe(false);
  expect(await write.json()).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]);
});

test('a field that a person may not see is nowhere on the page', async ({ page, signInAs, api }) => {
  const [project] = await api.query<{ readonly Id: string }>(
    'SELECT Id FROM tsync__Project__c WHERE tsync__Budget_Amount__c != null LIMIT 1',
  );
  const path = viewOf('tsync__Project__c', project?.Id ?? '');
  await signInAs('Helen Marsh', path);
  await expect(page.getByText('Budget Amount', { exact: true }).first()).toBeVisible();
  await signInAs('Sofia Lindqvist', path);
  await expect(page.getByText('Budget Hours', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Budget Amount', { exact: true })).toHaveCount(0);
});
