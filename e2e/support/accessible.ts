/**
 * axe over a page as it is at this moment. It runs beside the page, where the document is what assistive technology
 * meets: in the page itself synthetic shadow hides a label from the field it is for.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORLD = 'axe';

/** No violation of WCAG 2.1 AA and of axe's best practices; names each with the elements it is in. */
export async function expectAccessible(page: Page): Promise<void> {
  const violations = (await run(page)).map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, html }) => `  ${target.join(' ')} ${html}`);
    return [`${id}: ${help}`, ...places].join('\n');
  });
  expect(violations, `axe on ${page.url()}`).toEqual([]);
}

async function run(page: Page): Promise<AxeResults['violations']> {
  const client = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await client.send('Page.getFrameTree');
    const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    await client.send('Runtime.evaluate', { contextId, expression: `void (() => { ${SOURCE} })()` });
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(`axe could not run: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return JSON.parse(result.value as string) as AxeResults['violations'];
  } finally {
    await client.detach();
  }
}
