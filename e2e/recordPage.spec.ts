import { expectToast } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

test('the path moves a record on, and a component appears that only then has work to do', async ({
  page,
  signInAs,
  api,
  look,
}) => {
  const [account] = await api.query<{ readonly Id: string }>('SELECT Id FROM Account LIMIT 1');
  const { id } = await workshop(api, { Account__c: account?.Id ?? null });
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await expect(page.getByRole('option', { name: 'Planned' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Ready to go' })).toHaveCount(0);
  await look('planned');

  await page.getByRole('button', { name: 'Mark Status as Complete' }).click();
  await expectToast(page, 'Status');
  await expect(page.getByRole('option', { name: 'Confirmed' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Ready to go' })).toBeVisible();
  await look('confirmed');
});

test('a step of the path that is refused says why', async ({ page, signInAs, api, expectProblem }) => {
  expectProblem(/status of 400/);
  const { id } = await workshop(api);
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await page.getByRole('button', { name: 'Mark Status as Complete' }).click();
  await expectToast(page, 'A confirmed workshop needs the account it is for.');
  await expect(page.getByRole('option', { name: 'Planned' })).toHaveAttribute('aria-selected', 'true');
});

test('the fields of the compact layout stay whole when the window is narrowed', async ({ page, signInAs, api }) => {
  const { id } = await workshop(api, {
    Room__c: 'The long room behind the inner courtyard',
    Starts__c: '2027-03-01T17:30:00Z',
  });
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  for (const width of [1360, 1024, 800, 640]) {
    await page.setViewportSize({ width, height: 860 });
    const room = page.locator('shell-highlights-panel').getByText('The long room behind the inner courtyard');
    await expect(room).toBeVisible();
    const cut = await page
      .locator('shell-highlights-panel li .slds-truncate')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.textContent),
      );
    expect(cut, `${width} pixels wide`).toEqual([]);
  }
});

test('moments are told in the zone of the person, not of the computer', async ({ page, signInAs, api }) => {
  const { id } = await workshop(api, { Starts__c: '2027-03-01T17:30:00Z' });
  await signInAs('Helen Marsh', viewOf('Workshop__c', id));
  await expect(page.locator('shell-highlights-panel')).toContainText(/3\/1\/2027, 12:30\sPM/);
  await page.goto('/lightning/o/Workshop__c/list?filterName=All');
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /3\/1\/2027,? 12:30\sPM/ })
      .first(),
  ).toBeVisible();

  await signInAs('Jonas Weber', viewOf('Workshop__c', id));
  await expect(page.locator('shell-highlights-panel')).toContainText('1.3.2027, 18:30');
});
