import { dialog, heading } from './support/shell.ts';
import { userNamed, viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('a person reads labels, numbers and days of their language, and another one after it was changed', async ({
  page,
  signInAs,
  api,
  look,
}) => {
  const { id } = await workshop(api, { Price__c: 1250.5, Starts__c: '2027-03-01T17:30:00Z' });
  const path = viewOf('Workshop__c', id);
  await signInAs('Jonas Weber', path);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText('Es gibt 12 Plätze.')).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText(/1\.250,50/);
  await look('German');
  const user = { id: await userNamed(api, 'Jonas') };
  await api.update('User', [{ ...user, LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_US' }]);
  try {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
    await expect(page.getByText('There are 12 seats.')).toBeVisible();
    await expect(page.getByRole('tabpanel')).toContainText('1,250.50');
  } finally {
    await api.update('User', [{ ...user, LanguageLocaleKey: 'de', LocaleSidKey: 'de_DE' }]);
  }
});

test('a person who reads from right to left gets pages that do', async ({ page, signInAs, api, look }) => {
  const { id, name } = await workshop(api);
  await signInAs('Amal Nasser', viewOf('Workshop__c', id));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(heading(page)).toContainText(name);
  await look('record');
  for (const path of ['/lightning/n/Workshop_Desk', '/lightning/o/Opportunity/list?filterName=AllOpportunities']) {
    await page.goto(path);
    await expect(heading(page)).toBeVisible();
    await look(path.split('/').slice(2, 4).join(' '));
  }
  await page.goto('/lightning/o/Workshop__c/new');
  await expect(dialog(page).getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  await look('form');
});
