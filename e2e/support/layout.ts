/** Pages scroll down, never sideways. */
import { expect, type Page } from '@playwright/test';

/** Nothing is wider than the window; names what is. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return [];
    }
    const beyond = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    };
    const found = [...document.querySelectorAll('*')].filter(beyond).map((element) => element.outerHTML.slice(0, 160));
    return [`${scrollWidth} of ${clientWidth}`, ...found];
  });
  expect(wide, `width of ${page.url()}`).toEqual([]);
}
