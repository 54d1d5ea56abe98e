import { heading, openApp } from './support/shell.ts';
import { ownName, userNamed, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('the utility bar opens over any page and leads to records', async ({ page, signInAs, api, look }) => {
  const { name } = await workshop(api, { Starts__c: '2026-01-01T09:00:00Z' });
  await signInAs('Helen Marsh', '/lightning/app/Workshops');
  await page.getByRole('button', { name: 'Next workshops' }).click();
  const panel = page.getByRole('dialog', { name: 'Next workshops' });
  await expect(panel.getByRole('button', { name })).toBeVisible();
  await look('open');
  await panel.getByRole('button', { name }).click();
  await expect(heading(page)).toContainText(name);
  await panel.getByRole('button', { name: 'Minimize' }).click();
  await expect(panel).toBeHidden();
  await openApp(page, 'Sales');
  await expect(page.getByRole('button', { name: 'Next workshops' })).toHaveCount(0);
});

test('a notification that Apex sends arrives at the bell and leads to its record', async ({
  page,
  signInAs,
  api,
  baseURL,
  look,
}) => {
  const { id, name } = await workshop(api);
  const helen = await userNamed(api, 'Helen');
  await signInAs('Noor Haddad');
  const answer = await page.request.post(`${baseURL ?? ''}/_/org/dev/apex`, {
    data: {
      source: `Messaging.CustomNotification news = new Messaging.CustomNotification();
news.setNotificationTypeId([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Workshop_News'].Id);
news.setTitle('A workshop is coming'); news.setBody('${name}'); news.setTargetId('${id}');
news.send(new Set<String>{ '${helen}' });`,
    },
  });
  expect(await answer.json()).toMatchObject({ isSuccess: true });

  await signInAs('Helen Marsh');
  await page.getByRole('button', { name: 'Notifications, 1 new' }).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel).toContainText('A workshop is coming');
  await look('notifications');
  await panel.getByRole('link', { name: new RegExp(name) }).click();
  await expect(heading(page)).toContainText(name);
});

test('the user menu logs in as somebody else and comes back to the same page', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh', '/lightning/o/Contact/list?filterName=AllContacts');
  await page.getByRole('button', { name: 'View profile: Helen Marsh' }).click();
  await expect(page.getByRole('menuitem', { name: 'Log out' })).toBeVisible();
  await look('menu');
  await page.getByRole('menuitem', { name: 'Log in as another user' }).click();
  await expect(page.getByRole('heading', { name: 'Log in to the local org' })).toBeVisible();
  await look('login');
  await page.getByRole('button', { name: /^Peter Novak/ }).click();
  await expect(page.getByRole('button', { name: 'View profile: Peter Novak' })).toBeVisible();
  await expect(heading(page)).toContainText('All Contacts');
});

test('after logging out every page leads to the login, and back to where one was', async ({
  page,
  signInAs,
  expectProblem,
}) => {
  expectProblem(/status of 401/);
  await signInAs('Helen Marsh', '/lightning/app/Workshops');
  const other = await page.context().newPage();
  await other.goto('/logout');
  await other.close();
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByRole('heading', { name: 'Log in to the local org' })).toBeVisible();
  await page.getByRole('button', { name: /^Helen Marsh/ }).click();
  await expect(heading(page)).toContainText('Accounts');
});

test('the theme is switched and stays', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh', '/lightning/page/home');
  const theme = page.locator('link[data-theme]');
  await page.getByRole('button', { name: /^View profile/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'SLDS 1' }).click();
  await expect(theme).toHaveAttribute('href', /slds1/);
  await page.reload();
  await expect(theme).toHaveAttribute('href', /slds1/);
  await look('SLDS 1');
  await page.getByRole('button', { name: /^View profile/ }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'SLDS 1' })).toBeChecked();
  await page.getByRole('menuitemcheckbox', { name: 'SLDS 2 (Cosmos)' }).click();
  await expect(theme).toHaveAttribute('href', /slds2/);
});

test('the search finds records of many objects by parts of words', async ({ page, signInAs, api, look }) => {
  const word = ownName('Zeppelin').replace(/\W+/g, '');
  await workshop(api, { Room__c: word });
  await signInAs('Helen Marsh');
  const box = page.getByRole('searchbox', { name: 'Search this org' });
  await box.fill(word.slice(0, -1));
  await box.press('Enter');
  await expect(heading(page)).toContainText('Search results');
  await expect(page.getByRole('main').getByRole('heading', { name: /Workshops/ })).toBeVisible();
  await look('found');

  await box.fill('Abbeyfield');
  await box.press('Enter');
  for (const name of [/Accounts/, /Opportunities/, /Projects/]) {
    await expect(page.getByRole('main').getByRole('heading', { name }).first()).toBeVisible();
  }
  await box.fill('nothingofthekind');
  await box.press('Enter');
  await expect(page.getByRole('main')).toContainText('Nothing was found.');
  await look('nothing found');
});
