/** The app Local org: each page shows what really happened in the org, and changes what it says it changes. */
import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const ADMIN = 'Admin User';
/** What the fixture's remote site setting allows. */
const BOX_OFFICE = 'http://127.0.0.1:18399';
const SECRET = 'a-key-nobody-may-see';

const PAGES = [
  'Users',
  'SOQL',
  'Anonymous_Apex',
  'Apex_Tests',
  'Jobs',
  'Platform_Events',
  'Callouts',
  'Outbox',
  'Limits',
  'Debug_Logs',
  'Clock',
  'Snapshots',
  'API_Clients',
  'Metadata',
];
const address = (name: string): string => `/lightning/n/local__${name}`;

/** Runs Apex as the user of the page. */
async function apex(page: Page, source: string): Promise<void> {
  const answer = await page.request.post('/_/org/dev/apex', { data: { source } });
  expect(await answer.json()).toMatchObject({ isSuccess: true, message: null });
}
async function count(page: Page, soql: string): Promise<number> {
  const answer = await page.request.post('/_/org/dev/query', { data: { soql } });
  const { rows } = (await answer.json()) as { readonly rows: readonly [Readonly<Record<string, number>>] };
  return rows[0]['COUNT()'] ?? -1;
}
const row = (page: Page, table: string, name: RegExp): ReturnType<Page['getByRole']> =>
  page.getByRole('table', { name: table }).getByRole('row', { name });

for (const theme of ['slds2', 'slds1']) {
  test(`every page is accessible in the theme ${theme}`, async ({ page, signInAs, look }) => {
    test.setTimeout(240_000);
    await page.addInitScript((name) => {
      localStorage.setItem('local-org-theme', name);
    }, theme);
    await signInAs(ADMIN, address('Users'));
    for (const name of PAGES) {
      await page.goto(address(name));
      await expect(page.locator('lightning-card').first()).toBeVisible();
      await look(name);
    }
  });
}

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  });

  test('every page fits and is accessible', async ({ page, signInAs, look }) => {
    test.setTimeout(240_000);
    await signInAs(ADMIN, address('Users'));
    for (const name of PAGES) {
      await page.goto(address(name));
      await expect(page.locator('lightning-card').first()).toBeVisible();
      await look(name);
    }
  });
});

test('a schedule runs when asked, and its mail is in the outbox', async ({ page, signInAs }) => {
  await signInAs(ADMIN, address('Jobs'));
  await apex(page, "System.schedule('Seats at night', '0 0 2 * * ?', new SeatReport());");
  const schedule = row(page, 'Schedules', /^Seats at night/);
  await schedule.getByRole('button', { name: 'Run now' }).click();
  await expect(schedule.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  await apex(page, 'System.enqueueJob(new SeatReport());');
  await expect(row(page, 'Apex jobs', /SeatReport Queueable.*Completed/)).not.toHaveCount(0);
  await schedule.getByRole('button', { name: 'Abort' }).click();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(schedule).toHaveCount(0);

  await page.goto(address('Outbox'));
  await page.getByRole('button', { name: 'Seats of today' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('12 seats were sold.');
});

test('an event published by hand is delivered, and one for a suspended trigger waits', async ({
  page,
  signInAs,
  look,
}) => {
  await signInAs(ADMIN, address('Platform_Events'));
  const publish = async (buyer: string): Promise<void> => {
    await page.getByRole('button', { name: 'Publish an event' }).click();
    await page.getByRole('combobox', { name: 'Event' }).click();
    await page.getByRole('option', { name: /Seat_Sold__e/ }).click();
    await page.getByLabel('Fields as JSON').fill(JSON.stringify({ Buyer__c: buyer }));
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await publish('Buyer One');
  const newest = page.getByRole('table', { name: 'Published events' }).getByRole('row').nth(1);
  await expect(newest).toContainText('Delivered');
  expect(await count(page, "SELECT COUNT() FROM Account WHERE Name = 'Buyer One'")).toBe(1);

  const subscriber = row(page, 'Subscribers', /^SeatSoldTrigger/);
  await subscriber.getByRole('button', { name: 'Suspend' }).click();
  await expect(subscriber).toContainText('Suspended');
  await publish('Buyer Two');
  await expect(newest).toContainText('Waits for SeatSoldTrigger');
  await look('an event waits');
  await subscriber.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(newest).toContainText('Delivered');
  expect(await count(page, "SELECT COUNT() FROM Account WHERE Name = 'Buyer Two'")).toBe(1);
});

test.describe('with a box office', () => {
  let office: Server;
  const keys: string[] = [];
  test.beforeAll(async () => {
    office = createServer((request, response) => {
      keys.push(request.headers.authorization ?? '');
      response.setHeader('set-cookie', `session=${SECRET}`);
      response.end('{"seats": 12}');
    });
    await new Promise<void>((resolve) => office.listen(Number(new URL(BOX_OFFICE).port), '127.0.0.1', resolve));
  });
  test.afterAll(() => {
    office.close();
  });

  test('a callout shows request and response, its secrets masked', async ({ page, signInAs, look }) => {
    await signInAs(ADMIN, address('Callouts'));
    await apex(page, `SeatReport.ask('${BOX_OFFICE}', '${SECRET}');`);
    expect(keys).toContain(`Bearer ${SECRET}`);
    await page
      .getByRole('button', { name: `POST ${BOX_OFFICE}/seats` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('{"seats": 12}');
    await expect(dialog).toContainText('Authorization: •••••');
    await expect(dialog).toContainText('set-cookie: •••••');
    await expect(dialog).not.toContainText(SECRET);
    await look('a callout');
  });
});

test('a failing Apex test shows its message and stack, and coverage its lines', async ({ page, signInAs, look }) => {
  test.setTimeout(180_000);
  await signInAs(ADMIN, address('Apex_Tests'));
  const accounts = await count(page, 'SELECT COUNT() FROM Account');
  await page.getByLabel('Class name has').fill('SeatReportTest');
  await row(page, 'Test classes', /SeatReportTest/)
    .getByRole('checkbox')
    .press('Space');
  await page.getByRole('button', { name: 'Run 1 class' }).click();
  await expect(page.getByText(/1 passed, 1 failed in .* of the lines covered/)).toBeVisible({ timeout: 120_000 });
  await expect(row(page, 'Results', /seatsAreCountedTwice.*Failed/)).toBeVisible();
  await page.getByRole('button', { name: 'SeatReportTest.seatsAreCountedTwice' }).click();
  await expect(page.getByRole('dialog')).toContainText('Seats are counted once.');
  await expect(page.getByRole('dialog')).toContainText('Class.SeatReportTest.seatsAreCountedTwice: line 14');
  await look('a failed test');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'SeatReport', exact: true }).click();
  await expect(row(page, 'Source', /Covered.*Seats are counted/)).toBeVisible();
  await expect(row(page, 'Source', /Not covered.*HttpRequest/)).toBeVisible();
  await look('lines that no test runs');
  // Tests have an org of their own.
  expect(await count(page, 'SELECT COUNT() FROM Account')).toBe(accounts);
});

test('the clock jumps a day and runs the schedule on its way', async ({ page, signInAs, look }) => {
  await signInAs(ADMIN, address('Clock'));
  await apex(page, "System.schedule('Seats by the clock', '0 30 3 * * ?', new SeatReport());");
  const before = await count(page, "SELECT COUNT() FROM Account WHERE Name = 'Seat report'");
  await expect(row(page, 'Due next', /^Seats by the clock/)).toBeVisible();
  try {
    await page.getByRole('button', { name: '1 day ahead' }).click();
    await expect(row(page, 'What ran in the background', /^SeatReport Scheduled.*3:30:00 AM/)).not.toHaveCount(0);
    await expect
      .poll(() => count(page, "SELECT COUNT() FROM Account WHERE Name = 'Seat report'"))
      .toBeGreaterThan(before);
    await look('a day later');
  } finally {
    await page.request.post('/_/org/clock', { data: { command: '-1d' } });
    await apex(page, 'for (CronTrigger one : [SELECT Id FROM CronTrigger]) { System.abortJob(one.Id); }');
  }
});

test('a snapshot brings back a record that was deleted', async ({ page, signInAs, look }) => {
  test.setTimeout(120_000);
  await signInAs(ADMIN, address('Snapshots'));
  await apex(page, "insert as system new Account(Name = 'Kept account');");
  const name = `Before ${Date.now()}`;
  await page.getByLabel('Name of a new snapshot').fill(name);
  await page.getByRole('button', { name: 'Save snapshot' }).click();
  const snapshot = row(page, 'Snapshots', new RegExp(`^${name}`));
  await expect(snapshot).toBeVisible();
  await look('a snapshot');
  await apex(page, "delete as system [SELECT Id FROM Account WHERE Name = 'Kept account'];");

  await snapshot.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'OK' }).click();
  await page.waitForURL(/\/login/, { timeout: 60_000 });
  await page.getByRole('button', { name: new RegExp(`^${ADMIN}`) }).click();
  await expect(snapshot).toBeVisible();
  expect(await count(page, "SELECT COUNT() FROM Account WHERE Name = 'Kept account'")).toBe(1);

  await apex(page, "delete as system [SELECT Id FROM Account WHERE Name = 'Kept account'];");
  await snapshot.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(snapshot).toHaveCount(0);
});

test('limits mark the highest share, and the log of the transaction has its lines', async ({
  page,
  signInAs,
  look,
}) => {
  await signInAs(ADMIN, address('Limits'));
  await apex(
    page,
    "System.debug('so many'); for (Integer i = 0; i < 85; i++) { Integer n = [SELECT COUNT() FROM Task]; }",
  );
  await expect(row(page, 'Limits per transaction', /^Anonymous Apex.*85% of SOQL queries.*85 \/ 100/)).not.toHaveCount(
    0,
  );
  await look('a limit that is near');
  await page.goto(address('Debug_Logs'));
  await page.getByRole('button', { name: 'Anonymous Apex' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('USER_DEBUG|[1]|DEBUG|so many');
  await page.getByLabel('Show lines with').fill('SOQL');
  await expect(page.getByRole('dialog')).not.toContainText('so many');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download log' }).click();
  expect((await download).suggestedFilename()).toMatch(/^apex-.*\.log$/);
});

test('the secret of an API client is shown once', async ({ page, signInAs, look }) => {
  await signInAs(ADMIN, address('API_Clients'));
  const client = row(page, 'API clients', /^Box office/);
  await client.getByRole('button', { name: /Show secret|New secret/ }).click();
  const isAgain = page.getByRole('button', { name: 'OK' });
  if (await isAgain.isVisible()) {
    await isAgain.click();
  }
  await expect(page.getByRole('dialog')).toContainText(/[0-9A-F]{64}/);
  await look('a secret');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(client.getByRole('button', { name: 'Show secret' })).toHaveCount(0);
  await expect(page.getByText(/of 15,000 API calls in the last 24 hours/)).toBeVisible();
});

test('a permission set is given and taken, and the admin logs in as somebody', async ({ page, signInAs, look }) => {
  await signInAs(ADMIN, address('Users'));
  const person = row(page, 'Users', /^Carla Larsen/);
  const toggle = async (): Promise<void> => {
    await person.getByRole('button', { name: 'Permission sets' }).click();
    await page.getByRole('checkbox', { name: 'Workshop Organizer' }).press('Space');
    await look('permission sets of a user');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  await toggle();
  await expect(person).toContainText('Workshop Organizer');
  await toggle();
  await expect(person).not.toContainText('Workshop Organizer');
  await person.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('button', { name: 'View profile: Carla Larsen' })).toBeVisible();
});

test('people who may not change the org do not see its tools', async ({ page, signInAs, look, expectProblem }) => {
  await signInAs('Helen Marsh');
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await expect(page.getByRole('dialog').getByText('Sales', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Local org')).toHaveCount(0);
  expectProblem(/403/);
  await page.goto(address('Users'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText("Looks like there's a problem");
  await look('no access');
  expect((await page.request.get('/_/org/dev/users')).status()).toBe(403);
});
