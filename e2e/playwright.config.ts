/** Browser tests: one org, served once for the run; one worker, because the tests share it and the machine is small. */
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureChromium } from '../scripts/testing/chromium.ts';
import { ARTIFACTS, ROOT } from './support/places.ts';

export default defineConfig({
  testDir: '.',
  globalSetup: './support/globalSetup.ts',
  outputDir: join(ARTIFACTS, 'results'),
  workers: 1,
  fullyParallel: false,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(ROOT, 'build', 'test-reports', 'browser.json') }]],
  use: {
    viewport: { width: 1360, height: 860 },
    // Nobody of the firm lives there: what follows the computer instead of the user shows.
    locale: 'fr-FR',
    timezoneId: 'Asia/Tokyo',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
});
