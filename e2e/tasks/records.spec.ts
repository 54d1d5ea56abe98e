import { expect, test } from '../support/test.ts';
import {
  button,
  choose,
  day,
  deal,
  dialog,
  enter,
  expectRecord,
  find,
  lookUp,
  main,
  make,
  openTab,
  shown,
  told,
  unique,
} from '../support/steps.ts';

test('create an opportunity for an account that I look up', async ({ page, signInAs, api, look }) => {
  const [account, name] = [unique('Looked up'), unique('Fresh deal')];
  await make(api, 'Account', { Name: account });
  await signInAs('Noor Haddad');
  await openTab(page, 'Opportunities');
  await button(page, 'New').click();
  const form = dialog(page);
  await enter(form, 'Opportunity Name', name);
  await enter(form, 'Close Date', shown(day(30)));
  await choose(form, 'Stage', 'Needs Analysis');
  await lookUp(form, 'Account Name', account);
  await look('the filled form');
  await button(form, 'Save').click();
  await told(page, `Opportunity "${name}" was created.`);
  await expectRecord(page, name);
  await expect(main(page).getByRole('link', { name: account }).first()).toBeVisible();
  await expect(
    main(page)
      .getByText(shown(day(30)))
      .first(),
  ).toBeVisible();
  await look('the new deal');
});

test('learn what is missing before a deal can be saved', async ({ page, signInAs, look }) => {
  await signInAs('Noor Haddad');
  await openTab(page, 'Opportunities');
  await button(page, 'New').click();
  const form = dialog(page);
  await enter(form, 'Next Step', 'Call them');
  await button(form, 'Save').click();
  await expect(form.getByRole('alert')).toContainText('We hit a snag.');
  await expect(form.getByRole('alert').getByRole('listitem')).toHaveText(['Close Date', 'Opportunity Name', 'Stage']);
  await expect(form.getByRole('textbox', { name: 'Close Date' })).toBeFocused();
  await look('what is missing');
});

test('correct the close date and the next step in place', async ({ page, signInAs, api, look }) => {
  const name = unique('Slipping deal');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Edit Close Date').click();
  await expect(main(page).getByRole('textbox', { name: 'Close Date' })).toBeFocused();
  await enter(main(page), 'Close Date', shown(day(60)));
  await enter(main(page), 'Next Step', 'Wait for the board');
  await button(main(page), 'Save').click();
  await told(page, `Opportunity "${name}" was saved.`);
  await expect(
    main(page)
      .getByText(shown(day(60)))
      .first(),
  ).toBeVisible();
  await expect(main(page).getByText('Wait for the board')).toBeVisible();
  await expect(button(page, 'Edit Close Date')).toBeFocused();
  await look('the corrected deal');
});

test('drop changes that I do not want', async ({ page, signInAs, api, look }) => {
  const name = unique('Unchanged deal');
  await make(api, 'Opportunity', deal(name, { NextStep: 'As it was' }));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Edit Next Step').click();
  await enter(main(page), 'Next Step', 'Something else');
  await button(main(page), 'Cancel').click();
  await expect(main(page).getByText('As it was')).toBeVisible();
  await expect(main(page).getByText('Something else')).toHaveCount(0);
  await look('the deal as it was');
});

test('see what is wrong with a deal in place, and mend it', async ({ page, signInAs, api, look }) => {
  const [name, better] = [unique('Nameless deal'), unique('Named deal')];
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Edit Opportunity Name').click();
  const input = main(page).getByRole('textbox', { name: 'Opportunity Name' });
  await input.fill('');
  await button(main(page), 'Save').click();
  await expect(main(page).getByRole('alert')).toContainText('Review the following fields');
  await expect(input).toBeFocused();
  await look('the name is missing');
  await input.fill(better);
  await button(main(page), 'Save').click();
  await told(page, `Opportunity "${better}" was saved.`);
  await expectRecord(page, better);
  await look('the deal with its name');
});

test('copy a deal under another name', async ({ page, signInAs, api, look }) => {
  const [name, copy] = [unique('Original'), unique('Copy')];
  await make(api, 'Opportunity', deal(name, { NextStep: 'The same step' }));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Clone').click();
  await enter(dialog(page), 'Opportunity Name', copy);
  await button(dialog(page), 'Save').click();
  await told(page, `Opportunity "${copy}" was created.`);
  await expectRecord(page, copy);
  await expect(main(page).getByText('The same step')).toBeVisible();
  await look('the copy');
});

test('delete a deal, and take it back', async ({ page, signInAs, api, look }) => {
  const name = unique('Not lost');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Delete').click();
  await look('the question');
  await button(dialog(page), 'Delete').click();
  await told(page, `Opportunity "${name}" was deleted.`);
  await page.getByRole('link', { name: 'Undo' }).click();
  await told(page, `Opportunity "${name}" was restored.`);
  await find(page, name);
  await look('the deal is there again');
});

test('think again before a deal is deleted', async ({ page, signInAs, api, look }) => {
  const name = unique('Kept');
  await make(api, 'Opportunity', deal(name));
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Delete').click();
  await button(dialog(page), 'Cancel').click();
  await expect(dialog(page)).toHaveCount(0);
  await expectRecord(page, name);
  await expect(button(page, 'Delete')).toBeFocused();
  await look('the deal is kept');
});

test('change the phone of an account and see it on its page', async ({ page, signInAs, api, look }) => {
  const name = unique('Telephones');
  await make(api, 'Account', { Name: name, Phone: '111' });
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Edit').click();
  await enter(dialog(page), 'Phone', '+49 30 555 0199');
  await button(dialog(page), 'Save').click();
  await told(page, `Account "${name}" was saved.`);
  await expect(main(page).getByRole('link', { name: '+49 30 555 0199' }).first()).toBeVisible();
  await look('the new number');
});

test('change the name of a contact who married', async ({ page, signInAs, api, look }) => {
  const [maiden, married] = [unique('Maiden'), unique('Married')];
  await make(api, 'Contact', { FirstName: 'Ada', LastName: maiden });
  await signInAs('Noor Haddad');
  await find(page, `Ada ${maiden}`);
  await button(page, 'Edit').click();
  await expect(dialog(page).getByRole('heading', { name: `Edit Ada ${maiden}` })).toBeVisible();
  await enter(dialog(page), 'Last Name', married);
  await button(dialog(page), 'Save').click();
  await told(page, `Contact "Ada ${married}" was saved.`);
  await expectRecord(page, `Ada ${married}`);
  await look('the new name');
});

test('enter the address of an account and read it as one', async ({ page, signInAs, api, look }) => {
  const name = unique('Addressed');
  await make(api, 'Account', { Name: name });
  await signInAs('Noor Haddad');
  await find(page, name);
  await button(page, 'Edit').click();
  await dialog(page).getByRole('textbox', { name: 'Billing Street' }).fill('12 Quay Road');
  await enter(dialog(page), 'Billing City', 'Hartford');
  await button(dialog(page), 'Save').click();
  await told(page, `Account "${name}" was saved.`);
  await expect(main(page).getByRole('link', { name: /12 Quay Road\s+Hartford/ })).toBeVisible();
  await look('the address');
});

test('find that a form was left with words in it before they are lost', async ({ page, signInAs, look }) => {
  await signInAs('Noor Haddad');
  await openTab(page, 'Opportunities');
  await button(page, 'New').click();
  await enter(dialog(page), 'Opportunity Name', 'Half a thought');
  await button(dialog(page), 'Cancel').click();
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await expect(question).toBeVisible();
  await button(question, 'OK').click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Opportunities');
  await look('the list again');
});
