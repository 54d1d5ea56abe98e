import { expect, test } from '../support/test.ts';
import { button, dialog, enter, find, main, make, openList, relatedList, row, told, unique } from '../support/steps.ts';

test('add a contact to an account', async ({ page, signInAs, api, look }) => {
  const [account, contact] = [unique('Employer'), unique('Newcomer')];
  await make(api, 'Account', { Name: account });
  await signInAs('Noor Haddad');
  await find(page, account);
  await page.getByRole('tab', { name: 'Related' }).click();
  await button(relatedList(page, 'Contacts'), 'New').click();
  await expect(dialog(page).getByRole('combobox', { name: 'Account Name' })).toHaveValue(account);
  await enter(dialog(page), 'Last Name', contact);
  await button(dialog(page), 'Save').click();
  await told(page, `Contact "${contact}" was created.`);
  await expect(row(page, contact)).toBeVisible();
  await expect(main(page).getByRole('heading', { name: 'Contacts (1)' })).toBeVisible();
  await look('the contact of the account');
});

test('add two contacts one after the other', async ({ page, signInAs, api, look }) => {
  const [account, first, second] = [unique('Employer of two'), unique('First'), unique('Second')];
  await make(api, 'Account', { Name: account });
  await signInAs('Noor Haddad');
  await find(page, account);
  await page.getByRole('tab', { name: 'Related' }).click();
  await button(relatedList(page, 'Contacts'), 'New').click();
  await enter(dialog(page), 'Last Name', first);
  await button(dialog(page), 'Save & New').click();
  await told(page, `Contact "${first}" was created.`);
  await expect(dialog(page).getByRole('textbox', { name: 'Last Name' })).toHaveValue('');
  await enter(dialog(page), 'Last Name', second);
  await button(dialog(page), 'Save').click();
  await expect(row(page, first)).toBeVisible();
  await expect(row(page, second)).toBeVisible();
  await look('both contacts');
});

test('see all contacts of an account', async ({ page, signInAs, api, look }) => {
  const account = unique('Big company');
  const accountId = await make(api, 'Account', { Name: account });
  const names = Array.from({ length: 9 }, (_, index) => `Colleague ${index + 1}`);
  await api.create(
    'Contact',
    names.map((LastName) => ({ LastName, AccountId: accountId })),
  );
  await signInAs('Noor Haddad');
  await find(page, account);
  await page.getByRole('tab', { name: 'Related' }).click();
  await main(page).getByRole('link', { name: 'View All Contacts' }).click();
  await expect(main(page).getByRole('heading', { name: 'Contacts (9)' })).toBeVisible();
  for (const name of names) {
    await expect(row(page, name)).toBeVisible();
  }
  await look('all contacts');
  await main(page).getByRole('link', { name: account }).click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(account);
});

test('correct a contact in the list of its account', async ({ page, signInAs, api, look }) => {
  const [account, before, after] = [unique('Corrector'), unique('Mispelt'), unique('Misspelt')];
  const accountId = await make(api, 'Account', { Name: account });
  await make(api, 'Contact', { LastName: before, AccountId: accountId });
  await signInAs('Noor Haddad');
  await find(page, account);
  await page.getByRole('tab', { name: 'Related' }).click();
  await main(page)
    .getByRole('button', { name: `Actions for ${before}` })
    .click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await enter(dialog(page), 'Last Name', after);
  await button(dialog(page), 'Save').click();
  await told(page, `Contact "${after}" was saved.`);
  await expect(row(page, after)).toBeVisible();
  await look('the corrected contact');
});

test('take a contact out of the list of its account', async ({ page, signInAs, api, look }) => {
  const [account, contact] = [unique('Shrinking'), unique('Leaver')];
  const accountId = await make(api, 'Account', { Name: account });
  await make(api, 'Contact', { LastName: contact, AccountId: accountId });
  await signInAs('Noor Haddad');
  await find(page, account);
  await page.getByRole('tab', { name: 'Related' }).click();
  await main(page)
    .getByRole('button', { name: `Actions for ${contact}` })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await button(dialog(page), 'Delete').click();
  await told(page, `Contact "${contact}" was deleted.`);
  await expect(row(page, contact)).toHaveCount(0);
  await expect(main(page).getByRole('heading', { name: 'Contacts (0)' })).toBeVisible();
  await look('no contacts');
});

test('add a task to the project that is not billable by default', async ({ page, signInAs, look }) => {
  const task = unique('Handover');
  await signInAs('Helen Marsh');
  await openList(page, 'Projects', 'Active projects');
  await main(page).getByRole('grid').getByRole('link').first().click();
  await button(relatedList(page, 'Project Tasks'), 'New').click();
  await enter(dialog(page), 'Task Name', task);
  const billable = dialog(page).getByRole('checkbox', { name: 'Billable by Default' });
  await expect(billable).toBeChecked();
  await dialog(page).getByText('Billable by Default', { exact: true }).click();
  await expect(billable).not.toBeChecked();
  await button(dialog(page), 'Save').click();
  await told(page, `Project Task "${task}" was created.`);
  await find(page, task);
  await expect(main(page).getByRole('checkbox', { name: 'Billable by Default' }).first()).not.toBeChecked();
  await look('the task of the project');
});
