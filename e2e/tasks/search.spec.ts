import { expect, test } from '../support/test.ts';
import { deal, find, main, make, unique, userId } from '../support/steps.ts';

test('find who owns a deal', async ({ page, signInAs, api, look }) => {
  const name = unique('Whose deal');
  await make(api, 'Opportunity', deal(name, { OwnerId: await userId(api, 'Peter Novak') }));
  await signInAs('Helen Marsh');
  await find(page, name);
  await expect(main(page).getByText('Opportunity Owner').first()).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'Peter Novak' }).first()).toBeVisible();
  await look('the deal and its owner');
});

test('find an account by a part of its name', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  const search = page.getByRole('searchbox', { name: 'Search this org' });
  await search.fill('copperline');
  await search.press('Enter');
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Search results for “copperline”');
  await main(page).getByRole('link', { name: 'Copperline Bank', exact: true }).first().click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Copperline Bank');
  await expect(main(page).getByText('Banking').first()).toBeVisible();
  await look('the account');
});

test('learn that nothing has a name', async ({ page, signInAs, look }) => {
  await signInAs('Helen Marsh');
  const search = page.getByRole('searchbox', { name: 'Search this org' });
  await search.fill('zzyzx quux');
  await search.press('Enter');
  await expect(main(page).getByText('Nothing was found. Try fewer or other words.')).toBeVisible();
  await look('nothing was found');
});

test('look up the phone number of a contact on the phone', async ({ page, signInAs, api, look }) => {
  const name = unique('Pocket');
  await make(api, 'Contact', { LastName: name, Phone: '+1 617 555 0142', Email: 'pocket@bank.example' });
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs('Noor Haddad');
  await find(page, name);
  await expect(main(page).getByRole('link', { name: '+1 617 555 0142' }).first()).toBeVisible();
  await look('the contact on a phone');
});
