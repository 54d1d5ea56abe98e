import { expect, test } from '../support/test.ts';
import { button, choose, day, deal, dialog, enter, find, main, make, shown, told, unique } from '../support/steps.ts';

test('move the deal to negotiation', async ({ page, signInAs, api, look }) => {
  const name = unique('Moving deal');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await main(page).getByRole('option', { name: 'Negotiation/Review' }).click();
  await button(page, 'Mark as Current Stage').click();
  await told(page, 'Stage changed successfully.');
  await expect(main(page).getByRole('option', { selected: true })).toContainText('Negotiation/Review');
  await look('the deal in negotiation');
});

test('say that a stage of the deal is done', async ({ page, signInAs, api, look }) => {
  const name = unique('Next stage');
  await make(api, 'Opportunity', deal(name, { StageName: 'Prospecting' }));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Mark Stage as Complete').click();
  await told(page, 'Stage changed successfully.');
  await expect(main(page).getByRole('option', { selected: true })).toContainText('Qualification');
  await expect(main(page).getByRole('option', { name: 'Complete: Prospecting' })).toBeVisible();
  await look('the next stage');
});

test('close the deal as won', async ({ page, signInAs, api, look }) => {
  const name = unique('Won deal');
  await make(api, 'Opportunity', deal(name, { StageName: 'Negotiation/Review' }));
  await signInAs('Noor Haddad');
  await find(page, name);
  await main(page).getByRole('option', { name: 'Closed' }).click();
  await button(page, 'Select Closed Stage').click();
  await expect(dialog(page).getByRole('heading', { name: 'Close This Opportunity' })).toBeVisible();
  await look('how it closes');
  await choose(dialog(page), 'Stage', 'Closed Won');
  await button(dialog(page), 'Save').click();
  await told(page, 'Stage changed successfully.');
  await expect(main(page).getByRole('option', { selected: true })).toContainText('Closed Won');
  await look('the won deal');
});

test('move the deal along with the keyboard alone', async ({ page, signInAs, api, look }) => {
  const name = unique('Keyboard deal');
  await make(api, 'Opportunity', deal(name, { StageName: 'Prospecting' }));
  await signInAs('Noor Haddad');
  await find(page, name);
  await main(page).getByRole('option', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(main(page).getByRole('option', { name: 'Qualification' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Mark as Current Stage')).toBeFocused();
  await page.keyboard.press('Enter');
  await told(page, 'Stage changed successfully.');
  await look('the deal after two keys');
});

test('plan a call about the deal, and tick it off', async ({ page, signInAs, api, look }) => {
  const [name, call] = [unique('Called deal'), unique('Call Maya')];
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'New Task').click();
  const form = dialog(page);
  await expect(form.getByRole('combobox', { name: 'Assigned To' })).toHaveValue('Noor Haddad');
  await expect(form.getByRole('combobox', { name: 'Related To' })).toHaveValue(name);
  await form.getByRole('combobox', { name: 'Subject' }).fill(call);
  await enter(form, 'Due Date', shown(day(1)));
  await look('the task');
  await button(form, 'Save').click();
  await told(page, `Task "${call}" was created.`);
  await expect(main(page).getByRole('link', { name: call })).toBeVisible();
  await button(page, `Mark ${call} complete`).click();
  await expect(main(page).getByText('No past activity.')).toHaveCount(0);
  await expect(button(page, `Mark ${call} complete`)).toHaveCount(0);
  await expect(main(page).getByRole('link', { name: call })).toBeVisible();
  await look('the call is done');
});
