import type { Locator, Page } from '@playwright/test';
import type { Api } from '../scripts/demo/api.ts';
import { expect, settled, test } from './support/test.ts';

/** Calls of Apex methods by components, as the page sends them. */
function watchApex(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/_/org/apex')) {
      calls.push((request.postDataJSON() as { readonly method: string }).method);
    }
  });
  return calls;
}

interface Deal {
  readonly id: string;
  readonly path: string;
  readonly projectIds: readonly string[];
}

/** A deal of this test alone, with a project of ten hours unless told otherwise. */
async function createDeal(api: Api, name: string, owner: string, projects: readonly string[] = [name]): Promise<Deal> {
  const [user] = await api.query<{ readonly Id: string }>(`SELECT Id FROM User WHERE Name = '${owner}'`);
  const [id = ''] = await api.create('Opportunity', [
    { Name: name, StageName: 'Prospecting', CloseDate: '2027-12-31', OwnerId: user?.Id ?? null },
  ]);
  const projectIds = await api.create(
    'tsync__Project__c',
    projects.map((project, place) => ({
      Name: project,
      tsync__Opportunity__c: id,
      tsync__Status__c: 'Active',
      tsync__Primary__c: place === 0,
      tsync__Budget_Hours__c: place === 0 ? 10 : null,
    })),
  );
  return { id, path: `/lightning/r/Opportunity/${id}/view`, projectIds };
}

const panelOf = (page: Page): Locator => page.locator('tsync-opportunity-time-panel');
/** What a screen reader is told; the panel and its timer each have a place for it. */
const told = (page: Page, text: string): Promise<void> =>
  expect(panelOf(page).getByRole('status').filter({ hasText: text })).toHaveCount(1);
const duration = (page: Page): Locator => panelOf(page).getByLabel('Duration').first();

test('logs an hour and a half with one click and the keyboard, in one call', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Panel: quick entry', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist');
  const calls = watchApex(page);
  await page.goto(deal.path);
  await settled(page);
  expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(3);
  await look('empty');
  calls.length = 0;

  await duration(page).click();
  await page.keyboard.type('1h30');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kick-off workshop');
  await page.keyboard.press('Enter');

  await told(page, 'Logged 1.5 h on Panel: quick entry.');
  expect(calls).toEqual(['saveEntry']);
  await expect(panelOf(page).getByText('8.5 h')).toBeVisible();
  await expect(duration(page)).toBeFocused();
  await look('one entry');
});

test('says what is wrong with a duration, and what it took another one for', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Panel: durations', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);

  await duration(page).fill('1:75');
  await duration(page).press('Enter');
  await expect(panelOf(page).getByText('1:75 is not a time. Try 1:45 or 1.75.')).toBeVisible();
  await look('bad duration');

  await duration(page).fill('9:00-10:30');
  await expect(panelOf(page).getByText('= 1:30 h')).toBeVisible();
  await duration(page).press('Enter');
  await told(page, 'Logged 1.5 h on Panel: durations.');
  const [entry] = await api.query<{ readonly tsync__Start__c: string | null }>(
    `SELECT tsync__Start__c FROM tsync__Time_Entry__c WHERE tsync__Opportunity__c = '${deal.id}'`,
  );
  expect(entry?.tsync__Start__c).not.toBeNull();
});

test('changes an entry in place, deletes it and takes that back', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Panel: edit', 'Sofia Lindqvist', [
    'Panel: first project',
    'Panel: second project',
  ]);
  await signInAs('Sofia Lindqvist', deal.path);
  await duration(page).fill('1');
  await duration(page).press('Enter');
  await told(page, 'Logged 1 h');

  await panelOf(page).getByRole('button', { name: 'Edit 1 h' }).click();
  const form = panelOf(page).getByRole('group', { name: 'Change time entry' });
  await expect(form.getByLabel('Duration')).toBeFocused();
  await form.getByRole('combobox', { name: 'Project' }).click();
  await form.getByRole('option', { name: 'Panel: second project' }).click();
  await form.getByLabel('Duration').fill('2h');
  await look('change');
  await form.getByLabel('Duration').press('Enter');
  await told(page, 'Changed to 2 h on Panel: second project.');

  await panelOf(page).getByRole('button', { name: 'Delete 2 h' }).click();
  await expect(panelOf(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(panelOf(page).getByText('No time is logged here yet.')).toBeVisible();
  await look('deleted');
  await page.keyboard.press('Enter');
  await told(page, 'Restored 2 h of Panel: second project.');
  await expect(panelOf(page).getByRole('button', { name: 'Edit 2 h' })).toBeFocused();
});

test('takes an entry back that the org refuses, and says why', async ({ page, api, signInAs, look, expectProblem }) => {
  expectProblem(/500/);
  const deal = await createDeal(api, 'Panel: refused', 'Amelia Tran');
  await signInAs('Amelia Tran', deal.path);
  for (const hours of ['23h', '2h']) {
    await duration(page).fill(hours);
    await duration(page).press('Enter');
    await settled(page);
  }

  await expect(panelOf(page).getByRole('alert')).toContainText('[TIME-003]');
  await expect(panelOf(page).getByRole('listitem')).toHaveCount(1);
  await expect(duration(page)).toHaveValue('2:00');
  await look('refused');
});

test('is over its budget in words', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Panel: over budget', 'Sofia Lindqvist');
  await signInAs('Sofia Lindqvist', deal.path);
  await expect(panelOf(page).getByText('Left', { exact: true })).toBeVisible();
  await api.update('tsync__Project__c', [{ id: deal.projectIds[0] ?? '', tsync__Budget_Hours__c: 0.25 }]);
  await duration(page).fill('30m');
  await duration(page).press('Enter');

  await expect(panelOf(page).getByText('Over budget by')).toBeVisible();
  await look('over budget');
});

test('tells somebody without permission who can give it', async ({ page, api, signInAs, look, expectProblem }) => {
  expectProblem(/50\d|40\d/);
  const deal = await createDeal(api, 'Panel: no access', 'Lena Fischer');
  await signInAs('Lena Fischer', deal.path);

  await expect(panelOf(page).getByText('Ask your Salesforce admin for the permission set')).toBeVisible();
  await expect(panelOf(page).getByRole('button')).toHaveCount(0);
  await look('no access');
});

test('a manager makes the project with the first entry, and logs for a colleague', async ({
  page,
  api,
  signInAs,
  look,
}) => {
  const deal = await createDeal(api, 'Panel: first entry', 'Helen Marsh', []);
  await signInAs('Helen Marsh', deal.path);
  await expect(panelOf(page).getByText('Your first entry creates it.')).toBeVisible();
  await look('no project');
  await duration(page).fill('30m');
  await duration(page).press('Enter');
  await told(page, 'Logged 0.5 h on Panel: first entry.');

  await panelOf(page).getByRole('combobox', { name: 'Log for' }).click();
  await page.keyboard.type('Farah');
  await panelOf(page).getByRole('option', { name: /Farah/ }).click();
  await duration(page).fill('15m');
  await duration(page).press('Enter');
  await told(page, 'Logged 0.25 h on Panel: first entry.');
  await expect(panelOf(page).getByText('Farah', { exact: false }).last()).toBeVisible();
});

test('logs time by the quick action, also on a small screen', async ({ page, api, signInAs, look }) => {
  const deal = await createDeal(api, 'Panel: quick action', 'Sofia Lindqvist');
  await page.setViewportSize({ width: 390, height: 780 });
  await signInAs('Sofia Lindqvist', deal.path);
  await look('small screen');
  await page.getByRole('button', { name: 'Log Time' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Duration')).toBeFocused();
  await look('quick action on a small screen');
  await page.keyboard.type('45m');
  await page.keyboard.press('Enter');

  await expect(dialog).toHaveCount(0);
  await expect(panelOf(page).getByRole('button', { name: 'Edit 0.75 h' })).toBeVisible();
});

for (const [language, locale, logged] of [
  ['de', 'de_DE', 'Gebucht: 1,5 Std. auf'],
  ['fr', 'fr_FR', 'Saisi : 1,5 h sur'],
  ['ar', 'ar', 'Logged'],
] as const) {
  test(`reads well in ${language}`, async ({ page, api, signInAs, look }) => {
    const [user] = await api.query<{ readonly Id: string }>("SELECT Id FROM User WHERE Name = 'Marcus Bell'");
    const id = user?.Id ?? '';
    const deal = await createDeal(api, `Panel: ${language}`, 'Marcus Bell');
    await api.update('User', [{ id, LanguageLocaleKey: language, LocaleSidKey: locale }]);
    try {
      await signInAs('Marcus Bell', deal.path);
      const field = panelOf(page).getByPlaceholder('1:30');
      await field.fill('1,5');
      await field.press('Enter');
      await told(page, logged);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await look('panel');
      await page.setViewportSize({ width: 390, height: 780 });
      await page.reload();
      await settled(page);
      await look('panel on a small screen');
    } finally {
      await api.update('User', [{ id, LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_US' }]);
    }
  });
}
