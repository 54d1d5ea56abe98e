/** Which version of the design system the page wears: kept in the browser, put on by the page before anything shows. */
const KEY = 'local-org-theme';

export const THEMES = [
  { name: 'slds2', label: 'SLDS 2 (Cosmos)', href: '/_/assets/slds2/slds2.cosmos.css' },
  { name: 'slds1', label: 'SLDS 1', href: '/_/assets/slds1/salesforce-lightning-design-system.min.css' },
] as const;

export type ThemeName = (typeof THEMES)[number]['name'];

export const currentTheme = (): ThemeName => (localStorage.getItem(KEY) === 'slds1' ? 'slds1' : 'slds2');

export function wearTheme(name: ThemeName): void {
  localStorage.setItem(KEY, name);
  const href = THEMES.find((one) => one.name === name)?.href ?? THEMES[0].href;
  document.querySelector<HTMLLinkElement>('link[data-theme]')?.setAttribute('href', href);
}
