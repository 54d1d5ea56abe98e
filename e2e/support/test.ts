/** What every browser test has: a page that must stay free of errors, and the firm's people to sign in as. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { Api } from '../../scripts/demo/api.ts';
import { expectAccessible } from './accessible.ts';
import { ADDRESS } from './globalSetup.ts';
import { expectNoSidewaysScroll } from './layout.ts';
import { SCREENSHOTS } from './places.ts';
import { Problems } from './problems.ts';

export interface Tools {
  /** Signs in by the login page, as the person whose button starts with `name`, and waits for the page of `path`. */
  readonly signInAs: (name: string, path?: string) => Promise<void>;
  /** The state of the page: no axe violation, nothing wider than the window, and a picture among the artifacts. */
  readonly look: (state: string) => Promise<void>;
  /** The console says this in the course of the test, and has to. */
  readonly expectProblem: (pattern: RegExp) => void;
  /** The org's administrator over the REST API, for what a test needs to be there. */
  readonly api: Api;
}

export const test = base.extend<Tools & { readonly problems: Problems }>({
  // Playwright reads fixtures from the names in braces, so one that needs none has empty ones.
  baseURL: async ({}, use) => {
    await use(process.env[ADDRESS]);
  },
  problems: async ({}, use) => {
    const problems = new Problems();
    await use(problems);
    expect(problems.unexplained, 'errors of the page').toEqual([]);
  },
  page: async ({ page, problems }, use) => {
    problems.watch(page);
    await use(page);
  },
  signInAs: async ({ page }, use) => {
    await use(async (name, path = '/lightning') => {
      await page.goto(`/login?startURL=${encodeURIComponent(path)}`);
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await settled(page);
    });
  },
  look: async ({ page }, use, info) => {
    await use(async (state) => {
      await settled(page);
      mkdirSync(SCREENSHOTS, { recursive: true });
      const name = [...info.titlePath.map((part) => part.replace(/\.spec\.ts$/, '')), state].join(' – ');
      await page.screenshot({ path: join(SCREENSHOTS, `${fileName(name)}.png`) });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  },
  expectProblem: async ({ problems }, use) => {
    await use((pattern) => {
      problems.expect(pattern);
    });
  },
  api: async ({ baseURL }, use) => {
    await use(await Api.signIn(baseURL ?? ''));
  },
});
export { expect } from '@playwright/test';

/** Nothing is on its way any more, and nothing says that it is. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('lightning-spinner')).toHaveCount(0);
}

const fileName = (text: string): string => text.replaceAll(/[^\p{L}\p{N} ,–-]+/gu, '').replaceAll(/\s+/g, ' ');
