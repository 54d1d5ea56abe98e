/** What a person does with any page of the shell, said by labels. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The window that is open over the page. */
export const dialog = (page: Page): Locator => page.getByRole('dialog');

export const heading = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 1 });

/** A message over the page; it goes by itself after some seconds. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();
}

export async function openApp(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await dialog(page)
    .getByRole('list', { name: 'Apps' })
    .getByRole('link', { name: new RegExp(`\\b${name}\\b`) })
    .first()
    .click();
  await expect(dialog(page)).toBeHidden();
}

export async function chooseListView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Select a list view' }).click();
  await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
  await expect(heading(page)).toContainText(name);
}

/** An action of a record, by its button or from the menu beside the buttons. */
export async function runAction(page: Page, name: string): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name, exact: true });
  const more = page.getByRole('button', { name: 'Show more actions' });
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
    return;
  }
  await more.click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Types over what a number field holds: it writes its value anew when it gets the focus, so it can't be filled. */
export async function typeNumber(field: Locator, digits: string): Promise<void> {
  await field.click();
  await field.press('Control+A');
  await field.pressSequentially(digits);
}

/** Chooses in a picklist. */
export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.getByRole('option', { name: option, exact: true }).click();
}

/** Types into a lookup and takes what it finds by that name. */
export async function lookUp(scope: Locator, label: string, typed: string, found: string | RegExp): Promise<void> {
  const input = scope.getByRole('combobox', { name: label });
  await input.click();
  await input.pressSequentially(typed);
  await scope.getByRole('option', { name: found }).click();
}

/** The cells of one column of a list, from the top; the first column is 1. */
export async function column(page: Page, place: number): Promise<readonly string[]> {
  const cells = page.getByRole('grid').locator(`tbody tr > :nth-child(${place})`);
  await expect(cells.first()).not.toBeEmpty();
  return cells.allInnerTexts();
}
