import { expect, test } from '../support/test.ts';
import { button, main, make, openList, openTab, row, unique } from '../support/steps.ts';

test('log in as Sofia and see only her own time entries', async ({ page, signInAs, look }) => {
  await signInAs('Sofia Lindqvist');
  await openList(page, 'Time Entries', 'All time entries');
  const rows = main(page).getByRole('row');
  await expect(rows.nth(1)).toContainText('Sofia Lindqvist');
  const texts = await rows.allInnerTexts();
  expect(texts.slice(1).filter((text) => !text.includes('Sofia Lindqvist'))).toEqual([]);
  await look('entries of one person');
});

test('log in as the manager and see the time of everybody', async ({ page, signInAs, look }) => {
  await signInAs('Sofia Lindqvist');
  await page.getByRole('button', { name: 'View profile: Sofia Lindqvist' }).click();
  await page.getByRole('menuitem', { name: 'Log in as another user' }).click();
  await page.getByRole('button', { name: /^Helen Marsh/ }).click();
  await openList(page, 'Time Entries', 'All time entries');
  const texts = (await main(page).getByRole('row').allInnerTexts()).slice(1);
  expect(texts.some((text) => !text.includes('Helen Marsh'))).toBe(true);
  await look('entries of everybody');
});

test('see what I have not submitted yet', async ({ page, signInAs, look }) => {
  await signInAs('Sofia Lindqvist');
  await openList(page, 'Time Entries', 'My unsubmitted entries');
  await expect(main(page).getByText(/^\d+ (of \d+ )?items?/)).toBeVisible();
  const texts = (await main(page).getByRole('row').allInnerTexts()).slice(1);
  expect(texts.filter((text) => /Submitted|Approved|Invoiced/.test(text))).toEqual([]);
  await look('what is not submitted');
});

test('find the people who have no user yet', async ({ page, signInAs, api, look }) => {
  const name = unique('Freelancer');
  await make(api, 'tsync__Person__c', { Name: name, tsync__Email__c: 'free@lancer.example' });
  await signInAs('Noor Haddad');
  await openList(page, 'People', 'People without a user');
  await expect(row(page, name)).toContainText('free@lancer.example');
  await look('people without a user');
});

test('see which periods are still open', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Timesheet Periods', 'Open periods');
  await expect(main(page).getByRole('grid', { name: 'Open periods' })).toContainText('End Date');
  await look('open periods');
});

test('go home and find what I looked at', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Projects', 'Active projects');
  const link = main(page).getByRole('grid').getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(name);
  await openTab(page, 'Home');
  await look('home');
});

test('go back to the list with the browser, and forward again', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Opportunities', 'Won');
  const link = main(page).getByRole('grid').getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Won');
  await page.goForward();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(name);
  await expect(button(page, 'Edit')).toHaveCount(1);
  await look('forward again');
});
