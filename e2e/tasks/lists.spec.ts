import { expect, test } from '../support/test.ts';
import {
  button,
  day,
  deal,
  dialog,
  find,
  main,
  make,
  openList,
  openTab,
  row,
  shown,
  told,
  unique,
  userId,
} from '../support/steps.ts';

test('find the opportunities I own that close this month', async ({ page, signInAs, api, look }) => {
  const [mine, later, others] = [unique('Mine soon'), unique('Mine later'), unique('Theirs')];
  const ruth = await userId(api, 'Ruth Okafor');
  await make(api, 'Opportunity', deal(mine, { CloseDate: day(), OwnerId: ruth }));
  await make(api, 'Opportunity', deal(later, { CloseDate: day(90), OwnerId: ruth }));
  await make(api, 'Opportunity', deal(others, { CloseDate: day() }));
  await signInAs('Ruth Okafor');
  await openList(page, 'Opportunities', 'Closing This Month');
  await button(page, 'Show filters').click();
  const filters = page.getByRole('region', { name: 'Filters' });
  await filters.getByText('My opportunities').click();
  await expect(row(page, mine)).toContainText(shown(day()));
  await expect(row(page, others)).toHaveCount(0);
  await expect(row(page, later)).toHaveCount(0);
  await look('my deals of this month');
});

test('see which deals close next month', async ({ page, signInAs, api, look }) => {
  const today = new Date();
  const next = new Date(Date.UTC(today.getFullYear(), today.getMonth() + 1, 15)).toISOString().slice(0, 10);
  const [soon, now] = [unique('Next month'), unique('This month')];
  await make(api, 'Opportunity', deal(soon, { CloseDate: next }));
  await make(api, 'Opportunity', deal(now, { CloseDate: day() }));
  await signInAs('Noor Haddad');
  await openList(page, 'Opportunities', 'Closing Next Month');
  await expect(row(page, soon)).toContainText(shown(next));
  await expect(row(page, now)).toHaveCount(0);
  await look('deals of next month');
});

test('sort the opportunities by amount, the largest first', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Opportunities', 'All Opportunities');
  const header = main(page).getByRole('columnheader', { name: 'Amount' });
  await button(header, 'Sort by: Amount').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await button(header, 'Sort by: Amount').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(main(page).getByText(/Sorted by Amount/)).toBeVisible();
  await expect
    .poll(async () => {
      const rows = await main(page).getByRole('row').allInnerTexts();
      const amounts = rows.flatMap((text) => /\$([\d,.]+)/.exec(text)?.[1] ?? []).slice(0, 10);
      const numbers = amounts.map((text) => Number(text.replaceAll(',', '')));
      return numbers.length > 5 && numbers.every((amount, index) => index === 0 || amount <= (numbers[index - 1] ?? 0));
    })
    .toBe(true);
  await look('the largest deals first');
});

test('find a deal in a list by a word of its name', async ({ page, signInAs, api, look }) => {
  const name = unique('Harbor crane');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await openList(page, 'Opportunities', 'All Opportunities');
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('harbor crane');
  await expect(row(page, name)).toBeVisible();
  await expect(main(page).getByText(/^\d items?/)).toBeVisible();
  await look('the deal that was searched');
});

test('see only the deals that were won', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Opportunities', 'Won');
  await expect(row(page, 'Closed Won').first()).toBeVisible();
  await expect(row(page, 'Closed Lost')).toHaveCount(0);
  await expect(row(page, 'Qualification')).toHaveCount(0);
  await look('deals that were won');
});

test('pin the list that I open every morning', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  await openList(page, 'Projects', 'Active projects');
  await button(page, 'Pin this list view').click();
  await expect(button(page, 'This list is pinned')).toBeVisible();
  await openTab(page, 'People');
  await openTab(page, 'Projects');
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Active projects');
  await look('the pinned list');
});

test('see which projects end this month', async ({ page, signInAs, api, look }) => {
  const [ending, running] = [unique('Ending'), unique('Running')];
  await make(api, 'tsync__Project__c', { Name: ending, tsync__End_Date__c: day() });
  await make(api, 'tsync__Project__c', { Name: running, tsync__End_Date__c: day(90) });
  await signInAs('Helen Marsh');
  await openList(page, 'Projects', 'Ending this month');
  await expect(row(page, ending)).toContainText(shown(day()));
  await expect(row(page, running)).toHaveCount(0);
  await look('projects that end');
});

test('come back to what I looked at last', async ({ page, signInAs, api, look }) => {
  const [first, second] = [unique('Looked at first'), unique('Looked at second')];
  await make(api, 'Opportunity', deal(first));
  await make(api, 'Opportunity', deal(second));
  await signInAs('Noor Haddad');
  await find(page, first);
  await find(page, second);
  await openTab(page, 'Opportunities');
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Recently Viewed');
  const rows = main(page).getByRole('row');
  await expect(rows.nth(1)).toContainText(second);
  await expect(rows.nth(2)).toContainText(first);
  await rows.nth(2).getByRole('link', { name: first }).click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(first);
  await look('the deal from before');
});

test('delete a deal from its list, and take it back', async ({ page, signInAs, api, look }) => {
  const name = unique('Deleted by mistake');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await openList(page, 'Opportunities', 'New This Week');
  await row(page, name).getByRole('button', { name: 'Show actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(dialog(page)).toContainText('Are you sure you want to delete this opportunity?');
  await button(dialog(page), 'Delete').click();
  await told(page, `Opportunity "${name}" was deleted.`);
  await expect(row(page, name)).toHaveCount(0);
  await page.getByRole('link', { name: 'Undo' }).click();
  await told(page, `Opportunity "${name}" was restored.`);
  await expect(row(page, name)).toBeVisible();
  await look('the deal is back');
});
