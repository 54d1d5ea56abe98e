/** `node scripts/run.mjs screenshot`: takes the README's picture of an opportunity from a running `npm start`. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureChromium } from './testing/chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'docs', 'images', 'opportunity.png');
const url = process.argv[2] ?? 'http://127.0.0.1:8080';
const WHO = 'Helen Marsh';
const DEAL = "SELECT Id FROM Opportunity WHERE StageName = 'Closed Won' ORDER BY CloseDate DESC LIMIT 4";

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  await page.goto(`${url}/login`);
  await page.getByRole('button', { name: WHO }).click();
  const answer = await page.request.get(`${url}/services/data/v67.0/query?q=${encodeURIComponent(DEAL)}`);
  const { records } = (await answer.json()) as { readonly records: readonly { readonly Id: string }[] };
  const deal = records.at(-1);
  if (deal === undefined) {
    throw new Error('There is no opportunity that was won. Start with the demo data: npm start -- --reset');
  }
  await page.goto(`${url}/lightning/r/Opportunity/${deal.Id}/view`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  mkdirSync(dirname(target), { recursive: true });
  await page.screenshot({ path: target });
  console.log(target);
} finally {
  await browser.close();
}
