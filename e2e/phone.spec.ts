import { devices } from '@playwright/test';
import { dialog, heading, lookUp, typeNumber } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 5'];
test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

test('the phone has its menu, its lists and its record pages, none wider than it is', async ({
  page,
  signInAs,
  api,
  look,
}) => {
  const { id, name } = await workshop(api);
  await signInAs('Helen Marsh', '/lightning/app/tsync__Timesheet_Sync');
  await look('home');
  await page.getByRole('button', { name: 'Navigation menu' }).click();
  await look('menu');
  await page.getByRole('menuitem', { name: 'Opportunities' }).click();
  await expect(heading(page)).toContainText('Opportunities');
  await page.goto('/lightning/o/Opportunity/list?filterName=AllOpportunities');
  await expect(page.getByRole('list', { name: 'All Opportunities' }).getByRole('listitem').first()).toBeVisible();
  await look('list');
  await page.getByRole('list', { name: 'All Opportunities' }).getByRole('link').first().click();
  await expect(heading(page)).toContainText('Opportunity');
  await look('opportunity');

  await page.goto(viewOf('Workshop__c', id));
  await expect(heading(page)).toContainText(name);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Room' }).fill('Boat');
  await look('form');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('tabpanel')).toContainText('Boat');
});

test('time is logged on the phone', async ({ page, signInAs, look }) => {
  await signInAs('Sofia Lindqvist', '/lightning/o/tsync__Time_Entry__c/new');
  const form = dialog(page);
  await lookUp(form, 'Person', 'Sofia', /^Sofia Lindqvist/);
  await lookUp(form, 'Project', 'Learning', /^Learning/);
  // Phones have their own keyboard for numbers, and the field is a text to them.
  await typeNumber(form.getByRole('textbox', { name: 'Seconds' }), '2700');
  await look('form');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(heading(page)).toContainText('Time Entry');
  await look('entry');
});
