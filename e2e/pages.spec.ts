/** Every kind of page once in each design: accessible, no wider than the window, without an error. */
import { heading } from './support/shell.ts';
import { viewOf, workshop } from './support/rows.ts';
import { expect, test } from './support/test.ts';

const OBJECTS = [
  'Opportunity',
  'Account',
  'Contact',
  'tsync__Time_Entry__c',
  'tsync__Project__c',
  'tsync__Project_Task__c',
  'tsync__Person__c',
  'tsync__Timesheet_Period__c',
];
const OTHER_PAGES = [
  '/lightning/page/home',
  '/lightning/o/Opportunity/list?filterName=AllOpportunities',
  '/lightning/o/tsync__Project__c/list?filterName=All',
  '/lightning/n/Workshop_Desk',
  '/lightning/n/local__SOQL',
  '/lightning/n/local__Anonymous_Apex',
];

for (const theme of ['slds2', 'slds1']) {
  test.describe(`in ${theme}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((name) => {
        localStorage.setItem('local-org-theme', name);
      }, theme);
    });

    test('the login', async ({ page, look }) => {
      await page.goto('/login');
      await look('login');
    });

    test('home, lists and tools', async ({ page, signInAs, look }) => {
      await signInAs('Noor Haddad');
      for (const path of OTHER_PAGES) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(heading(page).first()).toBeVisible();
          await look(path.split('/').slice(2, 4).join(' '));
        });
      }
    });

    test('records', async ({ page, signInAs, api, look }) => {
      const { id } = await workshop(api);
      await signInAs('Noor Haddad', viewOf('Workshop__c', id));
      await look('Workshop');
      for (const object of OBJECTS) {
        await test.step(object, async () => {
          const [row] = await api.query<{ readonly Id: string }>(
            `SELECT Id FROM ${object} ORDER BY CreatedDate LIMIT 1`,
          );
          await page.goto(viewOf(object, row?.Id ?? ''));
          await expect(heading(page)).toBeVisible();
          await look(object);
        });
      }
    });
  });
}
