import { choose, dialog, expectToast, heading, lookUp, runAction, typeNumber } from './support/shell.ts';
import { ownName, userNamed, viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('a record is created after errors on a field and on the page were corrected', async ({
  page,
  signInAs,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const name = ownName('Kickoff');
  await signInAs('Helen Marsh', '/lightning/o/Workshop__c/list?filterName=All');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  const form = dialog(page);
  await expect(form.getByRole('textbox', { name: 'Workshop Name' })).toBeFocused();
  await look('empty form');

  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('textbox', { name: 'Room' })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByText('Complete this field.').first()).toBeVisible();
  await look('required fields');

  await form.getByRole('textbox', { name: 'Workshop Name' }).fill(name);
  await form.getByRole('textbox', { name: 'Room' }).fill('Attic');
  await typeNumber(form.getByRole('spinbutton', { name: 'Seats' }), '0');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('We hit a snag.');
  await expect(form.getByRole('spinbutton', { name: 'Seats' })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.locator('[data-field=Seats__c]')).toContainText('A workshop has at least one seat.');
  await look('error on a field');

  await typeNumber(form.getByRole('spinbutton', { name: 'Seats' }), '14');
  await choose(form, 'Status', 'Confirmed');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('A confirmed workshop needs the account it is for.');
  await expect(form.getByText('A workshop has at least one seat.')).toHaveCount(0);
  await look('error on the page');

  await lookUp(form, 'Account', 'Alder', /^Alder & Finch/);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(heading(page)).toContainText(name);
  await expectToast(page, `Workshop "${name}" was created.`);
  await expect(page.getByText('There are 14 seats.')).toBeVisible();
  await look('the record');
});

test('a form that is left unsaved asks first, and changes nothing', async ({ page, signInAs, api, look }) => {
  const { id, name } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Edit');
  await dialog(page).getByRole('textbox', { name: 'Room' }).fill('Cellar');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await look('question');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Room' })).toHaveValue('Cellar');
  await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
  await question.getByRole('button', { name: 'OK' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(heading(page)).toContainText(name);
  const [row] = await api.query<{ readonly Room__c: string }>(`SELECT Room__c FROM Workshop__c WHERE Id = '${id}'`);
  expect(row?.Room__c).toBe('Blue');
});

test('a record is edited in its window, and the page shows it at once', async ({ page, signInAs, api, look }) => {
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Edit');
  const form = dialog(page);
  await form.getByRole('textbox', { name: 'Room' }).fill('Garden');
  await typeNumber(form.getByRole('spinbutton', { name: 'Seats' }), '31');
  await typeNumber(form.getByRole('spinbutton', { name: 'Price' }), '1250.5');
  await form.getByText('Online', { exact: true }).click();
  await expect(form.getByRole('checkbox', { name: 'Online' })).toBeChecked();
  await form.getByRole('textbox', { name: 'Agenda' }).fill('Welcome\nWork\nLunch');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expectToast(page, 'was saved');
  await expect(page.getByText('There are 31 seats.')).toBeVisible();
  await expect(page.getByText('$1,250.50')).toBeVisible();
  await look('after the edit');
  const [row] = await api.query(
    'SELECT Room__c, Seats__c, Online__c, Agenda__c FROM Workshop__c WHERE Id = ' + `'${id}'`,
  );
  expect(row).toMatchObject({ Room__c: 'Garden', Seats__c: 31, Online__c: true, Agenda__c: 'Welcome\nWork\nLunch' });
});

test('a field is edited where it stands, with its error under it', async ({
  page,
  signInAs,
  api,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await page.getByRole('button', { name: 'Edit Seats' }).click();
  const seats = page.getByRole('spinbutton', { name: 'Seats' });
  await expect(seats).toBeFocused();
  await look('editing in place');
  await typeNumber(seats, '0');
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(seats).toHaveAttribute('aria-invalid', 'true');
  await expect(bar.getByRole('alert')).toContainText('Seats: A workshop has at least one seat.');
  await look('error in place');

  await typeNumber(seats, '18');
  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(bar).toBeHidden();
  await expect(page.getByText('There are 18 seats.')).toBeVisible();

  await page.getByRole('button', { name: 'Edit Room' }).click();
  await page.getByRole('textbox', { name: 'Room' }).fill('Somewhere else');
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect(page.getByText('Somewhere else')).toHaveCount(0);
});

test('a clone takes over the values and is a record of its own', async ({ page, signInAs, api }) => {
  const { id } = await workshop(api, { Seats__c: 9 });
  const name = ownName('Clone');
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Clone');
  const form = dialog(page);
  await expect(form.getByRole('spinbutton', { name: 'Seats' })).toHaveValue('9');
  await form.getByRole('textbox', { name: 'Workshop Name' }).fill(name);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(heading(page)).toContainText(name);
  await expect(page).not.toHaveURL(new RegExp(id));
});

test('a record is deleted only after it was confirmed', async ({ page, signInAs, api, look }) => {
  const { id, name } = await workshop(api, { OwnerId: await userNamed(api, 'Helen') });
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await runAction(page, 'Delete');
  const question = page.getByRole('dialog', { name: 'Delete Workshop' });
  await expect(question).toContainText('Are you sure you want to delete this workshop?');
  await look('question');
  await question.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(heading(page)).toContainText(name);

  await runAction(page, 'Delete');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expectToast(page, `Workshop "${name}" was deleted.`);
  await expect(page).toHaveURL(/\/lightning\/o\/Workshop__c\//);
  expect(await api.query(`SELECT Id FROM Workshop__c WHERE Id = '${id}'`)).toEqual([]);
});

test('an entry of the package is refused in its own words, and saved when it is right', async ({
  page,
  signInAs,
  look,
  expectProblem,
}) => {
  expectProblem(/status of 400/);
  await signInAs('Sofia Lindqvist', '/lightning/o/tsync__Time_Entry__c/new');
  const form = dialog(page);
  await lookUp(form, 'Person', 'Sofia', /^Sofia Lindqvist/);
  await lookUp(form, 'Project', 'Learning', /^Learning/);
  await typeNumber(form.getByRole('spinbutton', { name: 'Seconds' }), '360000');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('TIME-');
  await look('refused');
  await typeNumber(form.getByRole('spinbutton', { name: 'Seconds' }), '1800');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(heading(page)).toContainText('Time Entry');
  await look('saved');
});
