/** From an installed package to the first hours of a timesheet, against services over HTTP. */
import type { Locator, Page } from '@playwright/test';
import { startTimesheetService, type FaceName, type TimesheetService } from '../timesheet-services/src/index.ts';
import type { Api } from '../scripts/demo/api.ts';
import { exertionOf, watchExertion } from './support/exertion.ts';
import { expect, settled, test } from './support/test.ts';

// A service that never answers is waited for as long as the package waits.
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const SLOW = { timeout: 60_000 };

const MOST_CLICKS = 25;
const MOST_FIELDS = 8;
const services = new Map<FaceName, TimesheetService>();

test.beforeAll(async () => {
  for (const [seed, face] of (['harvest', 'kimai'] as const).entries()) {
    services.set(face, await startTimesheetService({ face, size: 'small', seed: seed + 1 }));
  }
});
test.afterAll(async () => {
  await Promise.all([...services.values()].map((service) => service.stop()));
});

const serviceOf = (face: FaceName): TimesheetService => {
  const service = services.get(face);
  expect(service, face).toBeDefined();
  return service as TimesheetService;
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const outcome = (page: Page): Locator => page.locator('c-setup-outcome .message');
const connectionNamed = (page: Page, name: string | RegExp): Locator =>
  page.locator('c-setup-connections li').filter({ hasText: name });

async function openSetup(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Setup', exact: true }).click();
  await settled(page);
  await expect(page.locator('c-setup-checks')).toBeVisible();
}

async function chooseService(page: Page, label: string): Promise<void> {
  const another = button(page, 'Connect another service');
  if (await another.isVisible()) {
    await another.click();
  }
  await button(page, label).click();
}

// The busy words come and go: what a click leads to is there only when they are gone.
async function enter(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: false }).fill(value);
  }
  await button(page, 'Connect').click();
  await expect(page.locator('tsync-setup-page .busy')).toHaveCount(0, { timeout: 90_000 });
}

interface Run {
  readonly tsync__State__c: string;
  readonly tsync__Message__c: string | null;
}

/** The last run of the org, when it is over. */
async function runOver(api: Api): Promise<Run> {
  let last: Run | undefined;
  await expect
    .poll(
      async () => {
        [last] = await api.query<Run>(
          'SELECT tsync__State__c, tsync__Message__c FROM tsync__Sync_Run__c ORDER BY tsync__Started_At__c DESC LIMIT 1',
        );
        return last?.tsync__State__c;
      },
      { timeout: 120_000 },
    )
    .toMatch(/Completed|Failed|Cancelled/);
  return last as Run;
}

const KEEPERS = ['Timesheet_Connection__c', 'Log_Entry__c', 'Sync_Issue__c', 'Sync_Run__c', 'Timesheet_Link__c'];

/** Every field of the records that could hold a secret, and what the org noted of callouts and events. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async (objects) => {
    const text = async (path: string): Promise<string> => {
      const answer = await fetch(path);
      if (!answer.ok) {
        throw new Error(`${path} was answered with ${answer.status}`);
      }
      return answer.text();
    };
    const data = '/services/data/v67.0';
    const kept = objects.map(async (object) => {
      const described = JSON.parse(await text(`${data}/sobjects/tsync__${object}/describe`)) as {
        readonly fields: readonly { readonly name: string }[];
      };
      const fields = described.fields.map(({ name }) => name).join(',');
      return text(`${data}/query?q=${encodeURIComponent(`SELECT ${fields} FROM tsync__${object} LIMIT 200`)}`);
    });
    return (await Promise.all([...kept, text('/_/org/callouts'), text('/_/org/events')])).join('\n');
  }, KEEPERS);
}

test('installed to first hours: Harvest, within 25 clicks and 8 typed fields', async ({
  page,
  api,
  signInAs,
  look,
}) => {
  const service = serviceOf('harvest');
  const [projectName, seconds] = [...service.totals().secondsByProject.entries()].find(([, sum]) => sum > 0) ?? ['', 0];
  await watchExertion(page);
  await signInAs('Noor Haddad');

  await openSetup(page);
  await look('services');
  await chooseService(page, 'Harvest');
  await look('credential of Harvest');
  await enter(page, {
    Address: service.address,
    'Account ID': service.credential.tenant ?? '',
    'Personal access token': service.credential.secret,
  });
  await expect(outcome(page)).toContainText('Reached Harvest, signed in as', SLOW);
  await expect(outcome(page)).toContainText('administrator');
  await expect(page.locator('c-setup-counts dd').last()).toHaveText(/^[\d,]+$/, SLOW);
  await look('connected');
  await page.getByLabel('Hours from').fill('Jan 1, 2020');
  await button(page, 'Start sync').click();
  await expect(page.getByText('The import is under way.').first()).toBeVisible(SLOW);
  await look('under way');
  const run = await runOver(api);
  expect(run.tsync__State__c, run.tsync__Message__c ?? '').toMatch(/^Completed/);

  await page.getByRole('navigation').getByRole('link', { name: 'Projects', exact: true }).click();
  await button(page, 'Select a list view').click();
  await page.getByRole('menuitemcheckbox', { name: 'All projects', exact: true }).click();
  await page.getByPlaceholder('Search this list...').fill(projectName);
  await page.keyboard.press('Enter');
  await page.getByRole('grid').getByRole('link', { name: projectName }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(projectName);
  const { clicks, fields } = await exertionOf(page);
  console.log(`Installed to first hours: ${clicks} clicks, ${fields} typed fields.`);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  expect(fields).toBeLessThanOrEqual(MOST_FIELDS);

  const [arrived] = await api.query<{ readonly total: number; readonly entries: number }>(
    `SELECT SUM(tsync__Seconds__c) total, COUNT(Id) entries FROM tsync__Time_Entry__c WHERE tsync__Project__r.Name = '${projectName.replaceAll("'", "\\'")}' AND tsync__Timesheet_Key__c LIKE 'harvest:%'`,
  );
  // Harvest keeps hundredths of an hour: each entry may be half of one off.
  const { total = 0, entries = 0 } = arrived ?? {};
  expect(entries).toBeGreaterThan(0);
  expect(Math.abs(total - seconds)).toBeLessThanOrEqual(entries * 18);
  const hours = (total / 3600).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  await expect(page.getByRole('main')).toContainText(hours);
  expect(await everythingKept(page)).not.toContain(service.credential.secret);
});

test('each way to fail has its message and its fix: Kimai', async ({ page, signInAs, look, expectProblem }) => {
  // The browser notes the address that is refused.
  expectProblem(/status of 500/);
  const service = serviceOf('kimai');
  const { address, credential, faults } = service;
  await signInAs('Noor Haddad');
  await openSetup(page);
  await chooseService(page, 'Kimai');

  await enter(page, { Address: 'http://kimai.example.com/api', 'API token': credential.secret });
  await expect(page.getByRole('alert')).toContainText('[CONN-031]');
  await enter(page, { Address: 'http://127.0.0.1:9/api', 'API token': credential.secret });
  await expect(outcome(page)).toContainText('[CONN-018]', SLOW);
  await look('wrong host');
  await enter(page, { Address: address, 'API token': 'not-the-key-0123456789' });
  await expect(outcome(page)).toContainText('[CONN-010]', SLOW);
  await look('wrong key');
  expect(await everythingKept(page)).not.toContain('not-the-key-0123456789');

  for (const [kind, messageId] of [
    ['tooManyRequests', 'CONN-014'],
    ['unavailable', 'CONN-016'],
    ['html', 'CONN-021'],
    ['timeOut', 'CONN-017'],
  ] as const) {
    faults.add({ kind });
    await enter(page, { 'API token': credential.secret });
    await expect(outcome(page)).toContainText(`[${messageId}]`, SLOW);
    faults.clear();
  }
  await look('no answer in time');
  expect(await everythingKept(page)).not.toContain(credential.secret);

  await page.reload();
  await settled(page);
  await connectionNamed(page, 'Kimai').getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Address')).toHaveValue(address);
  await enter(page, { 'API token': credential.secret });
  await expect(outcome(page)).toContainText('Reached Kimai', SLOW);
});

test('a member of the team is told what the credential may not read: Harvest', async ({ page, signInAs, look }) => {
  const service = serviceOf('harvest');
  const member = service.store.people.all().find(({ email }) => email !== service.credential.email);
  expect(member).toBeDefined();
  await signInAs('Noor Haddad');
  await openSetup(page);
  await connectionNamed(page, 'Harvest').getByRole('button', { name: 'Open' }).click();
  await button(page, 'Enter a new credential').click();
  await enter(page, {
    'Personal access token': service.credentialOf(member ?? service.store.people.all()[0]!, 'harvest').secret,
  });
  await expect(page.locator('c-setup-outcome')).toContainText('[CONN-040]', SLOW);
  await look('not everything may be read');
});

test('disconnecting forgets the credential, and the same account goes on where it was: Harvest', async ({
  page,
  api,
  signInAs,
  look,
}) => {
  const service = serviceOf('harvest');
  const held = async (): Promise<number> =>
    (await api.query("SELECT Id FROM PermissionSet WHERE Name LIKE 'Timesheet\\_a%'")).length;
  const before = await held();
  await signInAs('Noor Haddad');
  await openSetup(page);
  await connectionNamed(page, 'Harvest').getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
  await expect(connectionNamed(page, 'Harvest')).toContainText('Disconnected', SLOW);
  expect(await held()).toBe(before - 1);
  await look('disconnected');

  await chooseService(page, 'Harvest');
  await enter(page, {
    Address: service.address,
    'Account ID': service.credential.tenant ?? '',
    'Personal access token': service.credential.secret,
  });
  await expect(page.locator('tsync-setup-page .offer')).toContainText('[CONN-036]', SLOW);
  await page.locator('tsync-setup-page .offer').getByRole('button', { name: 'Reconnect' }).click();
  await expect(outcome(page)).toContainText('Reached Harvest', SLOW);
  await expect(connectionNamed(page, 'Harvest')).toHaveCount(1);
  await expect(connectionNamed(page, 'Harvest')).toContainText('Connected');
});

test('someone who may not set up connections is told who can help', async ({ page, signInAs, expectProblem }) => {
  expectProblem(/40\d|50\d/);
  await signInAs('Helen Marsh', '/lightning/n/tsync__Setup');
  await expect(page.getByText('Ask your Salesforce admin for the permission set Timesheet Sync Admin.')).toBeVisible();
});
