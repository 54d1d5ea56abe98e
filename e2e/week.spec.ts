/** The tab Week. Each test has a project and a week of its own, far enough ahead that no demo data is in it. */
import type { Locator, Page } from '@playwright/test';
import { Api } from '../scripts/demo/api.ts';
import { addDays, mondayOf } from '../scripts/demo/calendar.ts';
import { unique } from './support/steps.ts';
import { expect, settled, test } from './support/test.ts';

const PATH = '/lightning/n/tsync__Week';
const PREFIX = 'tsync__';

/** A project that only this test knows. */
async function createProject(
  api: Api,
  baseURL: string | undefined,
  task?: string,
): Promise<{ name: string; id: string }> {
  const name = unique('Week');
  const helen = await as(api, baseURL, 'Helen');
  const [id = ''] = await helen.create(`${PREFIX}Project__c`, [{ Name: name, [`${PREFIX}Status__c`]: 'Active' }]);
  if (task !== undefined) {
    await helen.create(`${PREFIX}Project_Task__c`, [{ Name: task, [`${PREFIX}Project__c`]: id }]);
  }
  return { name, id };
}

async function as(api: Api, baseURL: string | undefined, firstName: string): Promise<Api> {
  const [user] = await api.query<{ readonly Id: string }>(`SELECT Id FROM User WHERE FirstName = '${firstName}'`);
  return Api.signIn(baseURL ?? '', user?.Id);
}

async function turn(page: Page, weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week += 1) {
    await page.getByRole('button', { name: 'Next week' }).click();
  }
  await settled(page);
}

/** Adds the project by keys alone, and waits for its row. */
async function addRow(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add project' }).focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('Enter');
}

const cell = (page: Page, row: string, day: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${row},.*${day}`) });
const saved = (page: Page): Locator => page.getByText(/^Saved \d/);
/** The Monday of a week ahead: in weeks that begin on Sunday the same one as in those that begin on Monday. */
const mondayAhead = (weeks: number): string => {
  const today = new Date();
  const sunday = today.getUTCDay() === 0 ? 1 : 0;
  return addDays(mondayOf(addDays(today.toISOString().slice(0, 10), sunday)), weeks * 7);
};

test('a week is filled by the keyboard alone, and is there after a reload', async ({
  page,
  signInAs,
  api,
  baseURL,
  look,
}) => {
  const { name } = await createProject(api, baseURL);
  await signInAs('Sofia Lindqvist', PATH);
  await addRow(page, name);
  await page.keyboard.press('Home');
  for (const typed of ['1.5', '1:30', '90m', '2']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('6:30');
  await look('filled');

  await page.reload();
  await settled(page);

  await expect(cell(page, name, 'Sunday')).toHaveValue('1:30');
  await expect(cell(page, name, 'Wednesday')).toHaveValue('2:00');
  await expect(cell(page, name, 'Thursday')).toHaveValue('');
});

test('a value is filled down and along the row, copied, pasted and taken away', async ({
  page,
  signInAs,
  api,
  baseURL,
}) => {
  const [first, second] = [await createProject(api, baseURL), await createProject(api, baseURL)];
  await signInAs('Ruth', PATH);
  await turn(page, 2);
  await addRow(page, first.name);
  await addRow(page, second.name);
  await cell(page, first.name, 'Monday').click();
  await page.keyboard.type('2');
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, first.name, 'Friday')).toHaveValue('2:00');
  await expect(cell(page, first.name, 'Saturday')).toHaveValue('');

  await cell(page, second.name, 'Monday').click();
  await page.keyboard.press('Control+d');
  await expect(cell(page, second.name, 'Monday')).toHaveValue('2:00');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(cell(page, second.name, 'Tuesday')).toHaveValue('2:00');
  await page.keyboard.press('Delete');
  await expect(cell(page, second.name, 'Tuesday')).toHaveValue('');
  await expect(page.getByText(/^12 (of \d+ )?h$/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test('last week is copied, rows first and then with hours', async ({ page, signInAs, api, baseURL, look }) => {
  const { name } = await createProject(api, baseURL);
  await signInAs('Ruth', PATH);
  await turn(page, 5);
  await addRow(page, name);
  await cell(page, name, 'Tuesday').click();
  await page.keyboard.type('3:15');
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  await turn(page, 1);
  await page.getByRole('button', { name: 'Copy last week' }).click();
  await page.getByRole('menuitem', { name: 'Rows', exact: true }).click();
  await expect(cell(page, name, 'Tuesday')).toHaveValue('');
  await look('rows of last week');

  await page.getByRole('button', { name: 'Copy last week' }).click();
  await page.getByRole('menuitem', { name: 'Rows with hours' }).click();

  await expect(cell(page, name, 'Tuesday')).toHaveValue('3:15');
  await expect(page.getByText(/^3.25 (of \d+ )?h$/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test('a cell says why it was not saved, and blocks no other', async ({ page, signInAs, api, baseURL, look }) => {
  const [first, second] = [await createProject(api, baseURL), await createProject(api, baseURL)];
  const weeks = 20;
  await signInAs('Sofia Lindqvist', PATH);
  await turn(page, weeks);
  await addRow(page, first.name);
  await addRow(page, second.name);
  const helen = await as(api, baseURL, 'Helen');
  const friday = addDays(mondayAhead(weeks), 4);
  await helen.create(`${PREFIX}Timesheet_Period__c`, [
    {
      Name: 'A closed Friday',
      [`${PREFIX}Start_Date__c`]: friday,
      [`${PREFIX}End_Date__c`]: friday,
      [`${PREFIX}Status__c`]: 'Closed',
    },
  ]);
  const enter = async (row: string, day: string, text: string): Promise<void> => {
    await cell(page, row, day).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await enter(first.name, 'Monday', '20');
  await enter(second.name, 'Monday', '6');
  await enter(first.name, 'Tuesday', '1:75');
  await enter(first.name, 'Friday', '2');
  await enter(second.name, 'Wednesday', '4');

  await expect(page.getByText(/TIME-003/)).toBeVisible();
  await expect(page.getByText(/1:75 is not a time/)).toBeVisible();
  await expect(page.getByText(/A closed Friday.*TIME-033/)).toBeVisible();
  await expect(page.getByText('Not saved: 3. The cells say why.')).toBeVisible();
  await look('refused cells');

  // A shorter first row makes room for the second one.
  await enter(first.name, 'Monday', '8');
  await enter(first.name, 'Tuesday', '1:45');
  await cell(page, first.name, 'Friday').focus();
  await page.keyboard.press('Escape');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/TIME-/)).toHaveCount(0);
  await expect(cell(page, second.name, 'Monday')).toHaveValue('6:00');

  await page.reload();
  await turn(page, weeks);
  await expect(
    page.getByRole('columnheader', { name: /Friday/ }).getByText('In the closed period A closed Friday'),
  ).toBeAttached();
  await expect(cell(page, first.name, 'Friday')).not.toBeEditable();
});

test('locked time can be read and not changed', async ({ page, signInAs, api, baseURL, look }) => {
  const { name, id } = await createProject(api, baseURL);
  const weeks = 8;
  const ruth = await as(api, baseURL, 'Ruth');
  const helen = await as(api, baseURL, 'Helen');
  const [entry = ''] = await ruth.create(`${PREFIX}Time_Entry__c`, [
    { [`${PREFIX}Project__c`]: id, [`${PREFIX}Work_Date__c`]: mondayAhead(weeks), [`${PREFIX}Seconds__c`]: 7200 },
  ]);
  await helen.update(`${PREFIX}Time_Entry__c`, [{ id: entry, [`${PREFIX}Status__c`]: 'Approved' }]);
  await signInAs('Ruth', PATH);
  await turn(page, weeks);

  await expect(cell(page, name, 'Monday')).toHaveValue('2:00');
  await expect(cell(page, name, 'Monday')).not.toBeEditable();
  await cell(page, name, 'Monday').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Approved');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save' })).toHaveCount(0);
  await look('locked entry');
});

test('a favorite is in every week, until its star is cleared', async ({ page, signInAs, api, baseURL, look }) => {
  const { name } = await createProject(api, baseURL);
  await signInAs('Ruth', PATH);
  await turn(page, 10);
  await addRow(page, name);
  await page.getByRole('button', { name: `Show ${name} in every week`, exact: true }).click();
  await turn(page, 1);
  await expect(cell(page, name, 'Monday')).toBeVisible();
  await look('favorite in another week');

  await page.getByRole('button', { name: `Show ${name} in every week no longer` }).click();
  await turn(page, 1);

  await expect(cell(page, name, 'Monday')).toHaveCount(0);
});

test('a period opens the note, and a cell with several entries its list', async ({
  page,
  signInAs,
  api,
  baseURL,
  look,
}) => {
  const { name } = await createProject(api, baseURL, 'Design');
  await signInAs('Ruth', PATH);
  await turn(page, 14);
  await addRow(page, name);
  await page.getByRole('combobox', { name: 'Task' }).click();
  await page.getByRole('option', { name: 'Design' }).click();
  await page.getByRole('button', { name: 'Add row' }).click();
  await cell(page, `${name} · Design`, 'Monday').click();
  await page.keyboard.type('1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('.');
  await page.getByRole('textbox', { name: 'Note' }).fill('Kick-off');
  await page.getByRole('button', { name: 'Add entry' }).click();
  await page.getByRole('textbox', { name: 'Duration' }).last().fill('0:30');
  await look('two entries');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(cell(page, `${name} · Design`, 'Monday')).toHaveValue('1:30');
  await expect(cell(page, `${name} · Design`, 'Monday')).not.toBeEditable();
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' }).first()).toHaveValue('Kick-off');
});

test('what changed elsewhere is shown and not overwritten', async ({ page, signInAs, api, baseURL }) => {
  const { name, id } = await createProject(api, baseURL);
  const weeks = 16;
  const ruth = await as(api, baseURL, 'Ruth');
  const [entry = ''] = await ruth.create(`${PREFIX}Time_Entry__c`, [
    { [`${PREFIX}Project__c`]: id, [`${PREFIX}Work_Date__c`]: mondayAhead(weeks), [`${PREFIX}Seconds__c`]: 3600 },
  ]);
  await signInAs('Ruth', PATH);
  await turn(page, weeks);
  await expect(cell(page, name, 'Monday')).toHaveValue('1:00');
  await ruth.update(`${PREFIX}Time_Entry__c`, [{ id: entry, [`${PREFIX}Seconds__c`]: 7200 }]);

  await cell(page, name, 'Monday').click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');

  await expect(page.getByText(/TIME-030/)).toBeVisible();
  await expect(cell(page, name, 'Monday')).toHaveValue('2:00');
});

test('who may not log time has no such tab, and no way in by its address', async ({
  page,
  signInAs,
  look,
  expectProblem,
}) => {
  expectProblem(/403 .*name=tsync__Week/);
  await signInAs('Lena Fischer', PATH);

  await expect(page.getByText('You have no access to the tab tsync__Week.')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Week' })).toHaveCount(0);
  await look('no access');
});

test('a German writes and reads hours with a comma, in weeks that begin on Monday', async ({
  page,
  signInAs,
  api,
  baseURL,
  look,
}) => {
  const { name } = await createProject(api, baseURL);
  await signInAs('Jonas Weber', PATH);
  for (let week = 0; week < 3; week += 1) {
    await page.getByRole('button', { name: 'Nächste Woche' }).click();
  }
  await settled(page);
  await page.getByRole('combobox', { name: 'Projekt hinzufügen' }).fill(name);
  await page.getByRole('option', { name }).click();
  await cell(page, name, 'Montag').click();
  await page.keyboard.type('1,5');
  await page.keyboard.press('Enter');

  await expect(cell(page, name, 'Montag')).toHaveValue('1:30');
  await expect(page.getByText(/^1,5 von .* h$/)).toBeVisible();
  await expect(page.getByText(/^Gespeichert \d/)).toBeVisible();
  await expect(page.getByRole('columnheader').nth(1)).toHaveAccessibleName(/^Montag/);
  await look('German');
});

test('an Arabic user reads the week from right to left', async ({ page, signInAs, api, baseURL, look }) => {
  const { name } = await createProject(api, baseURL);
  const [profile] = await api.query<{ readonly Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await api.query<{ readonly Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Time_User'");
  const [user = ''] = await api.create('User', [
    {
      FirstName: 'Layla',
      LastName: 'Mansour',
      Username: 'layla.mansour@example.com',
      Email: 'layla.mansour@example.com',
      Alias: 'lmans',
      ProfileId: profile?.Id ?? null,
      TimeZoneSidKey: 'Asia/Dubai',
      LanguageLocaleKey: 'ar',
      LocaleSidKey: 'ar_AE',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  await api.create('PermissionSetAssignment', [{ AssigneeId: user, PermissionSetId: set?.Id ?? null }]);
  await signInAs('Layla Mansour', PATH);
  await addRow(page, name);
  const fields = page.getByRole('row', { name: new RegExp(name) }).getByRole('textbox');
  await fields.first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(fields.nth(1)).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');

  await expect(fields.nth(1)).toHaveValue('2:00');
  const [first, second] = [await fields.first().boundingBox(), await fields.nth(1).boundingBox()];
  expect(second?.x ?? 0).toBeLessThan(first?.x ?? 0);
  await look('Arabic');
});

for (const theme of ['slds2', 'slds1']) {
  test(`the week is accessible in the theme ${theme}, filled and with a refusal`, async ({
    page,
    signInAs,
    api,
    baseURL,
    look,
  }) => {
    const { name } = await createProject(api, baseURL);
    await page.addInitScript((chosen) => {
      localStorage.setItem('local-org-theme', chosen);
    }, theme);
    await signInAs('Ruth', PATH);
    await turn(page, 18);
    await addRow(page, name);
    await cell(page, name, 'Tuesday').click();
    await page.keyboard.type('25');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/25 is 25 hours/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Add project' }).fill('an');
    await expect(page.getByRole('option').first()).toBeVisible();
    await look(theme);
  });
}

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the grid scrolls within itself, and the page does not', async ({ page, signInAs, api, baseURL, look }) => {
    const { name } = await createProject(api, baseURL);
    await signInAs('Ruth', PATH);
    await addRow(page, name);
    await cell(page, name, 'Saturday').focus();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await expect(saved(page)).toBeVisible();
    await expect(cell(page, name, 'Saturday')).toBeInViewport();
    await look('small screen');
  });
});
