/** How long pages take in a browser: the first record page after a start, then going from page to page. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium, NoBrowserError } from '../testing/chromium.ts';

export interface PageTimes {
  /** Seconds from the address to the record with its details. */
  readonly firstRecord: number;
  /** Seconds of each change of page, warm. */
  readonly navigations: readonly number[];
  /** Addresses outside of this computer that a page asked for. */
  readonly elsewhere: readonly string[];
  readonly faults: readonly string[];
}

const ROUNDS = 6;
const PATIENCE = 60_000;

/** Looks at the org as its administrator; the record is one of the list of that object. */
export async function measurePages(url: string, object: string): Promise<PageTimes> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new NoBrowserError('Pages are measured in Chromium or Chrome, and none is installed.');
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await measure(browser, url, object);
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, url: string, object: string): Promise<PageTimes> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  const elsewhere = new Set<string>();
  const faults: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) {
      elsewhere.add(request.url());
    }
  });
  page.on('pageerror', (error) => faults.push(error.message));
  // Signing in without a page: nothing of the shell is in the browser's cache yet.
  const login = await page.request.get(`${url}/login`);
  const user = /name="user" value="(\w+)"/.exec(await login.text())?.[1] ?? '';
  await page.request.post(`${url}/login`, { form: { user } });
  const query = encodeURIComponent(`SELECT Id, Name FROM ${object} ORDER BY CreatedDate LIMIT 1`);
  const found = (await (await page.request.get(`${url}/services/data/v67.0/query?q=${query}`)).json()) as {
    readonly records: readonly { readonly Id: string; readonly Name: string }[];
  };
  const [record] = found.records;
  if (record === undefined) {
    throw new Error(`The org has no ${object} to look at`);
  }
  const firstRecord = await timed(async () => {
    await page.goto(`${url}/lightning/r/${object}/${record.Id}/view`);
    await settled(page, record.Name);
  });
  const navigations = await navigate(page);
  return { firstRecord, navigations, elsewhere: [...elsewhere], faults };
}

/** Each item of the navigation bar and, where its page lists records, the first of them. */
async function navigate(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const bar = page.getByRole('navigation', { name: 'Navigation', exact: true });
  const labels = await bar.getByRole('link').allInnerTexts();
  for (let round = 0; round <= ROUNDS; round++) {
    const seen: number[] = [];
    for (const label of labels) {
      const link = bar.getByRole('link', { name: label, exact: true });
      seen.push(
        await timed(async () => {
          await link.click();
          await bar.locator('a[aria-current="page"]', { hasText: label }).waitFor();
          await settled(page);
        }),
      );
      const row = page.getByRole('grid').getByRole('link').first();
      if (await row.isVisible()) {
        const name = await row.innerText();
        seen.push(
          await timed(async () => {
            await row.click();
            await settled(page, name);
          }),
        );
      }
    }
    // The first round fills caches.
    times.push(...(round === 0 ? [] : seen));
  }
  return times;
}

/** The heading is there and nothing turns any more. */
async function settled(page: Page, heading?: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  await (heading === undefined ? title : title.filter({ hasText: heading })).first().waitFor();
  await page.locator('lightning-spinner:visible').first().waitFor({ state: 'hidden' });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}
