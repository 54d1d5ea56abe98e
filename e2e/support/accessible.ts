/** axe over a page as it is at this moment. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

interface AxeWindow {
  readonly axe?: { run(options: RunOptions): Promise<AxeResults> };
}

/** No violation of WCAG 2.1 AA and of axe's best practices; names each with the elements it is in. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate((source) => {
    if ((globalThis as AxeWindow).axe === undefined) {
      globalThis.eval(source);
    }
  }, SOURCE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as AxeWindow;
    const results = await axe?.run({ runOnly: { type: 'tag', values: [...tags] }, resultTypes: ['violations'] });
    return (results?.violations ?? []).map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ target, html }) => `  ${target.join(' ')} ${html}`).join('\n')}`,
    );
  }, TAGS);
  expect(violations, `axe on ${page.url()}`).toEqual([]);
}
