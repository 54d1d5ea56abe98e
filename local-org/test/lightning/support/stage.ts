/** A browser on a served org, with an empty page that shows one component of the fixture at a time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type * as Serve from '../../../src/server/serve.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const FIXTURE = join(import.meta.dirname, '..', 'fixture', 'main');
const NAMESPACE = 'trail';
/** Milliseconds until something that does not appear is missing. */
const PATIENCE = 20_000;

/** What a page shows sooner or later. */
export const eventually = <Value>(read: () => Promise<Value>): ReturnType<typeof expect.poll<Value>> =>
  expect.poll(read, { timeout: PATIENCE });

export interface Stage {
  readonly page: Page;
  /** Console errors and uncaught errors since the last call. */
  faults(): readonly string[];
  /** Shows a component alone: a module such as `trail/hikeBoard`. */
  show(module: string, properties?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Asks the org as the user of the page. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Keeps a picture beside the build, for a person to look at. */
  picture(name: string): Promise<void>;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const { bundleLocalOrg } = (await import(pathToFileURL(join(ROOT, 'scripts', 'org.mjs')).href)) as {
    readonly bundleLocalOrg: () => Promise<string>;
  };
  const { serve } = (await import(pathToFileURL(join(await bundleLocalOrg(), 'serve.mjs')).href)) as typeof Serve;
  const server = await serve({
    org: { sources: [{ directory: FIXTURE, namespace: NAMESPACE }] },
    port: 0,
    cache: join(ROOT, 'build', 'lightning'),
  });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(`${message.text()} ${message.location().url}`);
    }
  });
  await replaceBoot(page, server.url);
  await page.goto(`${server.url}/login`);
  await page.locator('button[name=user]').first().click();
  await page.locator('html[data-stage]').waitFor({ state: 'attached' });
  return {
    page,
    faults: () => faults.splice(0),
    show: (module, properties = {}) => show(page, server.url, module, properties),
    ask: (method, path, body) =>
      page.evaluate(
        async ([how, where, what]) => {
          const response = await fetch(where, {
            method: how,
            ...(what === null ? {} : { body: what, headers: { 'content-type': 'application/json' } }),
          });
          const text = await response.text();
          return text === '' ? null : (JSON.parse(text) as unknown);
        },
        [method, path, body === undefined ? null : JSON.stringify(body)] as const,
      ),
    picture: (name) => picture(page, name),
    stop: () => close(browser, server),
  };
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, 'build', 'pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function close(browser: Browser, server: Serve.RunningServer): Promise<void> {
  await browser.close();
  await server.stop();
}

/** In place of the shell: a page that mounts what it is told to. */
async function replaceBoot(page: Page, url: string): Promise<void> {
  const boot = await (await fetch(`${url}/_/boot.js`)).text();
  const framework = /'([^']+\/lwc\.js)'/.exec(boot)?.[1] ?? '';
  await page.route('**/_/boot.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const { createElement } = await import('${framework}');
globalThis.showComponent = async (module, properties) => {
  document.querySelector('main')?.remove();
  const main = document.createElement('main');
  main.className = 'slds-p-around_medium';
  document.body.append(main);
  try {
    const { default: Component } = await import('/_/modules/' + module + '.js');
    const tag = module.replace('/', '-').replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    main.append(Object.assign(createElement(tag, { is: Component }), properties));
  } catch (error) {
    main.textContent = error.message;
  }
};
document.documentElement.dataset.stage = 'ready';`,
    }),
  );
}

async function show(
  page: Page,
  url: string,
  module: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.goto(`${url}/lightning`);
  await page.locator('html[data-stage]').waitFor({ state: 'attached' });
  await page.evaluate(
    ([name, values]) =>
      (globalThis as unknown as { showComponent(module: string, properties: object): Promise<void> }).showComponent(
        name,
        values,
      ),
    [module, properties] as const,
  );
}
