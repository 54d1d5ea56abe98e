import { column, dialog, heading, openApp } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('the app launcher finds apps and items by name, and opens them', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await expect(dialog(page).getByRole('list', { name: 'Apps' })).toContainText('Sales');
  await look('app launcher');

  await dialog(page).getByRole('searchbox', { name: 'Search apps and items' }).fill('shop');
  await expect(dialog(page).getByRole('list', { name: 'Apps' })).not.toContainText('Sales');
  await dialog(page).getByRole('searchbox', { name: 'Search apps and items' }).fill('nothing like it');
  await expect(dialog(page)).toContainText('Nothing has “nothing like it” in its name.');
  await dialog(page).getByRole('searchbox', { name: 'Search apps and items' }).fill('');
  await dialog(page).getByRole('list', { name: 'Items' }).getByRole('link', { name: 'Contacts' }).click();
  await expect(page).toHaveURL(/\/lightning\/o\/Contact\//);

  await openApp(page, 'Workshops');
  await expect(page.getByRole('banner').getByText('Workshops', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
    'Workshops',
    'Workshop Desk',
    'Accounts',
    'Contacts',
  ]);

  await openApp(page, 'Timesheet Sync');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Home' })).toBeVisible();
});

test('tabs lead to their pages, and the browser goes back and forward through them', async ({ page, signInAs }) => {
  await signInAs('Helen Marsh', '/lightning/app/Workshops');
  const tabs = page.getByRole('navigation').getByRole('link');
  await tabs.filter({ hasText: 'Workshop Desk' }).click();
  await expect(page).toHaveURL(/\/lightning\/n\/Workshop_Desk$/);
  await expect(page.getByRole('heading', { name: 'Next workshops' })).toBeVisible();
  await expect(tabs.filter({ hasText: 'Workshop Desk' })).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveTitle('Workshop Desk | Salesforce');

  await tabs.filter({ hasText: 'Accounts' }).click();
  await expect(heading(page)).toContainText('Accounts');
  await expect(page).toHaveTitle(/Accounts \| Salesforce$/);

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Next workshops' })).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toContainText('Workshops');
  await page.goForward();
  await page.goForward();
  await expect(heading(page)).toContainText('Accounts');
});

test('a link to a record, a list and a form opens them, also after signing in', async ({ page, signInAs, api }) => {
  const { id, name } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await expect(heading(page)).toContainText(name);
  await expect(page).toHaveTitle(`${name} | Workshop | Salesforce`);

  await page.goto('/lightning/o/Workshop__c/list?filterName=Planned');
  await expect(heading(page)).toContainText('Planned workshops');
  expect(await column(page, 1)).toContain(name);

  await page.goto(`/lightning/r/Workshop__c/${id}/edit`);
  await expect(dialog(page).getByRole('heading', { level: 1 })).toHaveText(`Edit ${name}`);
  await page.goBack();
  await expect(dialog(page)).toBeHidden();
});

test('a page that is not there says so, and leads home', async ({ page, signInAs, look, expectProblem }) => {
  expectProblem(/status of 404/);
  await signInAs('Helen Marsh', '/lightning/nowhere/at/all');
  await expect(heading(page)).toHaveText("Page doesn't exist");
  await look('unknown address');
  await page.goto('/lightning/n/No_Such_Page');
  await expect(heading(page)).toHaveText("Page doesn't exist");
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await expect(page).toHaveURL(/\/lightning\/page\/home$/);
});

test('an object and a record that the org does not have are refused in words', async ({
  page,
  signInAs,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 404/);
  await signInAs('Helen Marsh');
  for (const path of ['/lightning/o/Nothing__c/list', viewOf('Account', '001000000000000AAA')]) {
    await page.goto(path);
    await expect(heading(page)).toHaveText("Looks like there's a problem");
    await look(path.split('/').slice(2, 4).join(' '));
  }
});

test('the keyboard reaches the page past the header', async ({ page, signInAs }) => {
  await signInAs('Helen Marsh', '/lightning/page/home');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});
