import { heading } from './support/shell.ts';
import { expect, test } from './support/test.ts';

test('an administrator queries the org and runs Apex in it', async ({ page, signInAs, look, expectProblem }) => {
  expectProblem(/status of 400/);
  await signInAs('Noor Haddad', '/lightning/n/local__SOQL');
  const query = page.getByRole('textbox', { name: 'Query' });
  await query.fill("SELECT Name FROM Account WHERE Name LIKE 'Juniper%'");
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Juniper Steel');
  await look('rows');
  await query.fill('SELECT Nothing FROM Account');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nothing');
  await look('refused');

  await page.goto('/lightning/n/local__Anonymous_Apex');
  await expect(heading(page)).toContainText('Anonymous Apex');
  await page.getByRole('main').getByRole('textbox').first().fill("System.debug('twice ' + 21 * 2);");
  await page.getByRole('button', { name: /^(Run|Execute)$/ }).click();
  await expect(page.getByRole('main')).toContainText('twice 42');
  await look('log');
});
