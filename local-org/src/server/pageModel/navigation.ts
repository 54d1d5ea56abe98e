/** What an app's navigation shows a user: tabs of objects they may read, pages, home. */
import type { ServedOrg } from '../servedOrg.ts';
import type { Application } from './application.ts';
import { STANDARD_ICONS } from './standardApps.ts';

export interface NavigationItem {
  readonly kind: 'home' | 'object' | 'page' | 'component';
  readonly apiName: string;
  readonly label: string;
  readonly iconName: string;
  readonly url: string;
}

const STANDARD = 'standard-';

export function navigationItems(org: ServedOrg, userId: string, application: Application): readonly NavigationItem[] {
  return application.tabs.flatMap((tab) => itemOf(org, userId, tab) ?? []);
}

/** Tabs of the sources are opened by profiles and permission sets; every org's own are there for all. */
export function isTabOpen(org: ServedOrg, userId: string, name: string): boolean {
  return !org.pages.hasOwnTab(name) || org.local.parts.context.security.canOpen(userId, 'tab', name);
}

function itemOf(org: ServedOrg, userId: string, tab: string): NavigationItem | null {
  if (!isTabOpen(org, userId, tab)) {
    return null;
  }
  if (tab === 'standard-home') {
    return { kind: 'home', apiName: tab, label: 'Home', iconName: 'standard:home', url: '/lightning/page/home' };
  }
  const objectName = tab.startsWith(STANDARD) ? tab.slice(STANDARD.length) : tab;
  const declared = org.pages.tabs.get(tab);
  if (declared === undefined || declared.kind === 'object') {
    return objectItem(org, userId, objectName);
  }
  return declared.kind === 'other'
    ? null
    : {
        kind: declared.kind,
        apiName: tab,
        label: declared.label ?? org.pages.page(declared.content ?? '')?.label ?? tab,
        iconName: declared.iconName,
        url: `/lightning/n/${tab}`,
      };
}

function objectItem(org: ServedOrg, userId: string, name: string): NavigationItem | null {
  const { schema, security } = org.local.parts.context;
  const object = schema.find(name);
  return object === null || !security.objectAccess(userId, object).read
    ? null
    : {
        kind: 'object',
        apiName: object.name,
        label: object.labelPlural,
        iconName: iconName(org, object.name),
        url: `/lightning/o/${object.name}/list`,
      };
}

export function iconName(org: ServedOrg, objectName: string): string {
  return STANDARD_ICONS[objectName] ?? org.pages.tabs.get(objectName)?.iconName ?? 'standard:custom';
}
