import { dialog, lookUp } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('a lookup finds by what is typed, takes what is picked, and is cleared', async ({ page, signInAs, api, look }) => {
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', `/lightning/r/Workshop__c/${id}/edit`);
  const form = dialog(page);
  const account = form.getByRole('combobox', { name: 'Account' });
  await account.click();
  await account.pressSequentially('Harbor nowhere');
  await expect(form.getByRole('option')).toHaveCount(0);
  await account.fill('');
  await account.pressSequentially('Juniper');
  await expect(form.getByRole('option', { name: /^Juniper Steel/ })).toBeVisible();
  await look('found');
  await form.getByRole('option', { name: /^Juniper Steel/ }).click();
  await expect(account).toHaveValue('Juniper Steel');
  await look('picked');

  await form.getByRole('button', { name: 'Clear Account Selection' }).click();
  await expect(account).toHaveValue('');
  await lookUp(form, 'Account', 'Marlow', /^Marlow Hotels/);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('tabpanel').getByRole('link', { name: 'Marlow Hotels' })).toBeVisible();
});

test('a lookup is used from the keyboard alone', async ({ page, signInAs, api }) => {
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await page.getByRole('button', { name: 'Edit Account' }).focus();
  await page.keyboard.press('Enter');
  const account = page.getByRole('combobox', { name: 'Account' });
  await expect(account).toBeFocused();
  await page.keyboard.type('Kestrel');
  await expect(page.getByRole('option', { name: /^Kestrel Airways/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(account).toHaveValue('Kestrel Airways');
});
