/** What a page asks of a person: clicks of the mouse, and fields that something was typed into. */
import type { Page } from '@playwright/test';

export interface Exertion {
  readonly clicks: number;
  readonly fields: number;
}

const KEY = 'exertion';

/** Counts from the next page on, over reloads too. Signing in is not counted. */
export async function watchExertion(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    if (location.pathname.startsWith('/login')) {
      return;
    }
    const seen = new WeakSet<EventTarget>();
    const count = (what: 'clicks' | 'fields'): void => {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? '{"clicks":0,"fields":0}') as Record<string, number>;
      kept[what] = (kept[what] ?? 0) + 1;
      sessionStorage.setItem(key, JSON.stringify(kept));
    };
    // A press of Enter in a form clicks its button as well, with no pointer in any place.
    addEventListener(
      'click',
      (event) => {
        if (event.isTrusted && event.detail > 0) {
          count('clicks');
        }
      },
      true,
    );
    addEventListener(
      'input',
      (event) => {
        const field = event.composedPath()[0];
        if (field instanceof HTMLInputElement && !seen.has(field) && !['checkbox', 'radio'].includes(field.type)) {
          seen.add(field);
          count('fields');
        }
      },
      true,
    );
  }, KEY);
}

export async function exertionOf(page: Page): Promise<Exertion> {
  const kept = await page.evaluate((key) => sessionStorage.getItem(key), KEY);
  return JSON.parse(kept ?? '{"clicks":0,"fields":0}') as Exertion;
}
