/** What a page complains of where no person looks: the console, and errors that nothing caught. */
import type { ConsoleMessage, Page } from '@playwright/test';

export class Problems {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.#found.push(describe(message));
      }
    });
    page.on('pageerror', (error) => {
      this.#found.push(`uncaught: ${error.stack ?? error.message}`);
    });
  }
  /** What a test provokes; that it came is part of the test. Browsers write refused requests to the console. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }
  /** Everything nobody expected, and everything expected that never came. */
  get unexplained(): readonly string[] {
    return [
      ...this.#found.filter((text) => !this.#expected.some((pattern) => pattern.test(text))),
      ...this.#expected
        .filter((pattern) => !this.#found.some((text) => pattern.test(text)))
        .map((pattern) => `expected and never reported: ${String(pattern)}`),
    ];
  }
}

function describe(message: ConsoleMessage): string {
  const { url } = message.location();
  return `console: ${message.text()}${url === '' ? '' : ` (${url})`}`;
}
