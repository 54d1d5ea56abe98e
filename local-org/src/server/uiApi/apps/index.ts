/** Apps and their tabs. Source: User Interface API Developer Guide, "App", "Navigation Item". */
import { toLongId } from '../../../values/id.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../../api.ts';
import { notFound } from '../../errors.ts';
import type { Application } from '../../pageModel/application.ts';
import { navigationItems, type NavigationItem } from '../../pageModel/navigation.ts';
import { listOf, numberParam, UI_BASE } from '../base.ts';

export const APP_ROUTES: readonly Route[] = [
  { method: 'GET', path: `${UI_BASE}/apps`, access: 'ui', handle: readApps },
  { method: 'GET', path: `${UI_BASE}/apps/selected`, access: 'ui', handle: readSelected },
  { method: 'GET', path: `${UI_BASE}/apps/:app`, access: 'ui', handle: readApp },
  { method: 'GET', path: `${UI_BASE}/apps/:app/user-nav-items`, access: 'ui', handle: readAppItems },
  { method: 'GET', path: `${UI_BASE}/nav-items`, access: 'ui', handle: readItems },
  { method: 'GET', path: `${UI_BASE}/favorites`, access: 'ui', handle: () => ok({ eTag: 'none', favorites: [] }) },
];

/** Apps have no rows here: their id tells their place. */
const idOf = (call: UserCall, app: Application): string | null =>
  toLongId(`06m${String(call.org.applications.indexOf(app) + 1).padStart(12, '0')}`);

function visible(call: UserCall): readonly Application[] {
  const factor = call.param('formFactor') ?? 'Large';
  return call.org
    .applicationsOf(call.session.userId)
    .filter((app) => app.formFactors.length === 0 || app.formFactors.includes(factor));
}

function readApps(call: UserCall): ApiResponse {
  return ok({ apps: visible(call).map((app) => appValue(call, app)) });
}
function readSelected(call: UserCall): ApiResponse {
  return ok(appValue(call, call.org.currentApp(call.session.userId)));
}
function readApp(call: UserCall): ApiResponse {
  return ok(appValue(call, appOf(call)));
}
function readAppItems(call: UserCall): ApiResponse {
  return ok({ navItems: itemsOf(call, appOf(call)) });
}

function appOf(call: UserCall): Application {
  const id = toLongId(call.params['app'] ?? '');
  const app = call.org.applicationsOf(call.session.userId).find((one) => idOf(call, one) === id);
  if (app === undefined) {
    throw notFound();
  }
  return app;
}

function appValue(call: UserCall, app: Application): object {
  return {
    appId: idOf(call, app),
    description: app.description,
    developerName: app.name,
    eTag: app.name,
    formFactors: app.formFactors,
    headerColor: app.headerColor,
    iconUrl: null,
    isNavAutoTempTabsDisabled: false,
    isNavPersonalizationDisabled: false,
    isNavTabPersistenceDisabled: false,
    isOmniPinnedViewEnabled: false,
    label: app.label,
    logoUrl: null,
    mobileStartUrl: null,
    navItems: itemsOf(call, app),
    selected: call.org.currentApp(call.session.userId) === app,
    startUrl: `/lightning/app/${idOf(call, app) ?? ''}`,
    type: 'Lightning',
    userNavItems: [],
  };
}

const itemsOf = (call: UserCall, app: Application): readonly object[] =>
  navigationItems(call.org, call.session.userId, app).map((item) => itemValue(call, item));

/** Tabs of all apps, once each. */
function readItems(call: UserCall): ApiResponse {
  const wanted = listOf(call.param('navItemNames'));
  const items = visible(call).flatMap((app) => navigationItems(call.org, call.session.userId, app));
  const once = [...new Map(items.map((item) => [item.apiName, item])).values()].filter(
    (item) => wanted.length === 0 || wanted.includes(item.apiName) || wanted.includes(`standard-${item.apiName}`),
  );
  const pageSize = numberParam(call.param('pageSize'), { from: 1, to: 100, otherwise: 25 });
  const page = numberParam(call.param('page'), { from: 0, to: 1_000, otherwise: 0 });
  const url = (to: number): string => `${call.request.path}?page=${to}&pageSize=${pageSize}`;
  return ok({
    currentPageUrl: url(page),
    navItems: once.slice(page * pageSize, (page + 1) * pageSize).map((item) => itemValue(call, item)),
    nextPageUrl: (page + 1) * pageSize < once.length ? url(page + 1) : null,
    previousPageUrl: page === 0 ? null : url(page - 1),
  });
}

function itemValue(call: UserCall, item: NavigationItem): object {
  const object = item.kind === 'object' ? call.org.local.parts.context.schema.find(item.apiName) : null;
  const isStandard = object !== null && object.kind === 'standard';
  return {
    availableInClassic: false,
    availableInLightning: true,
    color: null,
    content: item.url,
    custom: !isStandard && item.kind !== 'home',
    developerName: isStandard ? `standard-${item.apiName}` : item.apiName,
    iconUrl: null,
    id: null,
    itemType: item.kind === 'object' ? 'Entity' : item.kind === 'home' ? 'Standard' : 'FlexiPage',
    label: item.label,
    objectApiName: object?.name ?? null,
    objectLabel: object?.label ?? null,
    objectLabelPlural: object?.labelPlural ?? null,
    pageReference: pageReference(item),
    standardType: item.kind === 'home' ? 'home' : null,
  };
}

function pageReference(item: NavigationItem): object {
  switch (item.kind) {
    case 'object':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: item.apiName, actionName: 'home' },
        state: {},
      };
    case 'home':
      return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };
    default:
      return { type: 'standard__navItemPage', attributes: { apiName: item.apiName }, state: {} };
  }
}
