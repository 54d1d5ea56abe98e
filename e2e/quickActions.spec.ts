import { dialog, expectToast, lookUp, runAction, typeNumber } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('an action that creates adds a record below the one on the page', async ({ page, signInAs, api, look }) => {
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Add Attendee');
  const form = dialog(page);
  await expect(form.getByRole('textbox', { name: 'Attendee Name' })).toBeFocused();
  await expect(form.getByText('Complete this field.')).toHaveCount(0);
  await look('form');

  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Complete this field.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Attendee Name' }).fill('Ada Byte');
  await form.getByRole('button', { name: 'Save' }).click();
  await expectToast(page, 'The attendee was added.');
  await page.getByRole('tab', { name: 'Related' }).click();
  await expect(page.getByRole('heading', { name: 'Attendees (1)' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Byte' })).toBeVisible();
  await look('related list');
});

test('an action that updates changes the record, and shows what is refused', async ({
  page,
  signInAs,
  api,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Change Room');
  const form = dialog(page);
  await expect(form.getByRole('textbox', { name: 'Room' })).toHaveValue('Blue');
  await form.getByRole('textbox', { name: 'Room' }).fill('Terrace');
  await typeNumber(form.getByRole('spinbutton', { name: 'Seats' }), '0');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('A workshop has at least one seat.');
  await look('refused');

  await typeNumber(form.getByRole('spinbutton', { name: 'Seats' }), '40');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('There are 40 seats.')).toBeVisible();
});

test('an action that is a component does its work in Apex and refreshes the page', async ({
  page,
  signInAs,
  api,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 500/);
  const { id } = await workshop(api, { Seats__c: 12 });
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Count Seats');
  const window = dialog(page);
  await typeNumber(window.getByRole('spinbutton', { name: 'Seats to add' }), '0');
  await window.getByRole('button', { name: 'Add' }).click();
  await expect(window.getByRole('alert')).toHaveText('Add one seat or more.');
  await look('refused');

  await typeNumber(window.getByRole('spinbutton', { name: 'Seats to add' }), '3');
  await window.getByRole('button', { name: 'Add' }).click();
  await expectToast(page, 'There are 15 seats now');
  await expect(window).toBeHidden();
  await expect(page.getByText('There are 15 seats.')).toBeVisible();
});

test('a related list opens whole, and its New knows the record it belongs to', async ({
  page,
  signInAs,
  api,
  look,
}) => {
  const { id, name } = await workshop(api);
  const contacts = await api.query<{ readonly Name: string }>('SELECT Name FROM Contact ORDER BY Name LIMIT 1');
  const contact = contacts[0]?.Name ?? '';
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'New' }).click();
  const form = dialog(page);
  await expect(form.getByRole('combobox', { name: 'Workshop' })).toHaveValue(name);
  await form.getByRole('textbox', { name: 'Attendee Name' }).fill('Grace Loop');
  await lookUp(form, 'Contact', contact.slice(0, 6), new RegExp(`^${contact}`));
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toBeHidden();
  await page.getByRole('link', { name: 'Attendees (1)' }).click();
  await expect(page).toHaveURL(/related\/Attendees__r\/view$/);
  await expect(page.getByRole('main').getByRole('link', { name: 'Grace Loop' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: contact })).toBeVisible();
  await look('whole related list');
});
