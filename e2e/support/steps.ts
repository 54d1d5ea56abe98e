/** What a person does on the pages, by what they can read there: roles, labels and texts. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Api, Row } from '../../scripts/demo/api.ts';
import { settled } from './test.ts';

export const main = (page: Page): Locator => page.getByRole('main');
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** By the navigation of the app. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await settled(page);
}

export async function openList(page: Page, tab: string, list: string): Promise<void> {
  await openTab(page, tab);
  await button(page, 'Select a list view').click();
  await page.getByRole('menuitemcheckbox', { name: list, exact: true }).click();
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(list);
  await settled(page);
}

/** By the search of the header; opens the record of that name. */
export async function find(page: Page, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search this org' });
  await search.fill(name);
  await search.press('Enter');
  await main(page).getByRole('link', { name, exact: true }).first().click();
  await expectRecord(page, name);
}

export async function expectRecord(page: Page, name: string): Promise<void> {
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText(name);
  await settled(page);
}

/** As a person types: inputs that format show something else while they have the focus. */
export async function enter(within: Page | Locator, label: string, text: string): Promise<void> {
  const input = within.getByRole('textbox', { name: label, exact: true });
  await input.click();
  await input.press('Control+A');
  await input.pressSequentially(text);
  await input.press('Tab');
}
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).click();
  await within.getByRole('option', { name: option, exact: true }).click();
}
export async function lookUp(within: Locator, label: string, name: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).pressSequentially(name);
  await within.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

export const told = (page: Page, text: string): Promise<void> => expect(page.getByText(text).first()).toBeVisible();

/** The row of a table or list with that text. */
export const row = (page: Page, text: string): Locator => main(page).getByRole('row').filter({ hasText: text });

/** The card of a related list. */
export const relatedList = (page: Page, label: string): Locator =>
  main(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^${label}`) }) });

let made = 0;
/** A name that no other test uses. */
export const unique = (word: string): string => `${word} ${process.pid.toString(36)}${(++made).toString(36)}`;

export async function make(api: Api, object: string, fields: Row): Promise<string> {
  const [id = ''] = await api.create(object, [fields]);
  return id;
}
export async function userId(api: Api, name: string): Promise<string> {
  const [user] = await api.query<{ readonly Id: string }>(`SELECT Id FROM User WHERE Name = '${name}'`);
  return user?.Id ?? '';
}

/** `2026-11-23`, some days from today. */
export function day(offset = 0): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
/** As a person in the United States reads and writes it. */
export function shown(isoDay: string): string {
  const [year, month, date] = isoDay.split('-').map(Number);
  return `${month}/${date}/${year}`;
}
export const deal = (name: string, more: Row = {}): Row => ({
  Name: name,
  StageName: 'Qualification',
  CloseDate: day(20),
  ...more,
});
