/** What pages and apps are made of, for the user who asks. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import type { Value } from '../../values/value.ts';
import { ok, noContent, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { isDeveloper, noDeveloper } from '../developer/access.ts';
import { ApiError, badRequest, notFound } from '../errors.ts';
import { toJson } from '../records/fieldJson.ts';
import { look, userMode } from '../records/work.ts';
import { readablePath } from '../uiApi/recordValue.ts';
import { objectOfId } from '../uiApi/records.ts';
import type { Application } from './application.ts';
import type { FlexiPage, PageRegion } from './flexiPage.ts';
import { iconName, isTabOpen, navigationItems } from './navigation.ts';
import { platformHomePage, platformRecordPage } from './platformPages.ts';
import { LOCAL_ORG_APP } from './standardApps.ts';
import { isVisible, type Lookup } from './visibility.ts';

export const PAGE_MODEL_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/apps', access: 'ui', handle: readApps },
  { method: 'PUT', path: '/_/org/apps/current', access: 'ui', handle: chooseApp },
  { method: 'GET', path: '/_/org/page', access: 'ui', handle: readPage },
  { method: 'GET', path: '/_/org/icons', access: 'ui', handle: readIcons },
];

function readApps(call: UserCall): ApiResponse {
  const { org, session } = call;
  return ok({
    currentApp: org.currentApp(session.userId).name,
    apps: org.applicationsOf(session.userId).map((app) => ({
      developerName: app.name,
      label: app.label,
      description: app.description,
      namespace: app.namespace,
      isConsole: app.isConsole,
      headerColor: app.headerColor,
      items: navigationItems(org, session.userId, app),
      utilityItems:
        app.utilityBar === null ? [] : (visiblePage(call, org.pages.page(app.utilityBar), null)?.regions ?? []),
    })),
  });
}

/** The icon of each object that the user may read. */
function readIcons({ org, session }: UserCall): ApiResponse {
  const { schema, security } = org.local.parts.context;
  const readable = [...schema.objects.values()].filter((object) => security.objectAccess(session.userId, object).read);
  return ok(Object.fromEntries(readable.map(({ name }) => [name, iconName(org, name)])));
}

function chooseApp(call: UserCall): ApiResponse {
  const { developerName = '' } = (call.json() ?? {}) as { readonly developerName?: string };
  if (!call.org.chooseApp(call.session.userId, developerName)) {
    throw badRequest('INVALID_FIELD', `There is no app ${developerName}.`);
  }
  return noContent;
}

function readPage(call: UserCall): ApiResponse {
  const { org, session } = call;
  const formFactor = call.param('formFactor') === 'Small' ? 'Small' : 'Large';
  const application = org.currentApp(session.userId);
  switch (call.param('type')) {
    case 'record': {
      const { object, id } = objectOfId(call, call.param('recordId') ?? '');
      const page = org.pages.recordPage(object.name, application, formFactor) ?? platformRecordPage(object);
      return ok({ ...visiblePage(call, page, { object, id }), iconName: iconName(org, object.name) });
    }
    case 'home':
      return ok(visiblePage(call, homeOf(call, application), null));
    case 'app': {
      const name = call.param('name') ?? '';
      if (!isTabOpen(org, session.userId, name)) {
        throw new ApiError(403, {
          errorCode: 'INSUFFICIENT_ACCESS',
          message: `You have no access to the tab ${name}.`,
        });
      }
      const page = pageOfTab(call, name);
      if (page === null) {
        throw notFound(`There is no page ${name}.`);
      }
      return ok(visiblePage(call, page, null));
    }
    default:
      throw badRequest('INVALID_FIELD', `Unknown page type: ${call.param('type') ?? ''}. Use record, home or app.`);
  }
}

const homeOf = (call: UserCall, application: Application): FlexiPage =>
  call.org.pages.homePage(application) ?? platformHomePage();

/** A tab shows its page; a page may be asked for by its own name too. A component tab is a page of one component. */
function pageOfTab(call: UserCall, name: string): FlexiPage | null {
  const tab = call.org.pages.tabs.get(name);
  if (LOCAL_ORG_APP.tabs.includes(name) && !isDeveloper(call.org, call.session.userId)) {
    throw noDeveloper();
  }
  if (tab?.kind === 'component' && tab.content !== null) {
    return {
      name,
      label: tab.label ?? name,
      type: 'AppPage',
      objectName: null,
      template: 'flexipage:defaultAppHomeTemplate',
      regions: [
        {
          name: 'main',
          type: 'Region',
          items: [{ kind: 'component', name: tab.content, identifier: tab.content, properties: {}, visibility: null }],
        },
      ],
    };
  }
  return call.org.pages.page(tab?.content ?? name);
}

interface PageRecord {
  readonly object: ObjectInfo;
  readonly id: string;
}

/** The page without what its visibility rules hide from this user at this record. */
function visiblePage(call: UserCall, page: FlexiPage | null, record: PageRecord | null): FlexiPage | null {
  if (page === null) {
    return null;
  }
  const lookup = lookupOf(call, page, record);
  const regions: readonly PageRegion[] = page.regions.map((region) => ({
    ...region,
    items: region.items.filter((item) => isVisible(item.visibility, lookup)),
  }));
  return { ...page, regions };
}

/** Record fields are read once, all that any rule of the page names. */
function lookupOf(call: UserCall, page: FlexiPage, record: PageRecord | null): Lookup {
  const expressions = page.regions
    .flatMap((region) => region.items)
    .flatMap((item) => item.visibility?.criteria ?? [])
    .map((one) => one.left.replace(/^\{!|\}$/g, ''));
  const values = new Map<string, string | number | boolean | null>();
  const wanted = expressions.filter((one) => one.startsWith('Record.')).map((one) => one.slice('Record.'.length));
  if (record !== null && wanted.length > 0) {
    look(call.org.local, call.session.userId, (runtime) => {
      const paths = wanted.flatMap((path) => readablePath(runtime, record.object, path.split('.')) ?? []);
      const { rows } = runtime.org.queries.query(
        runtime,
        `SELECT ${[...new Set(['Id', ...paths])].join(', ')} FROM ${record.object.name} WHERE Id = :id`,
        () => record.id,
        userMode(call.session.userId),
      );
      for (const path of wanted) {
        values.set(`record.${path}`.toLowerCase(), valueAt(rows[0] ?? null, path.split('.')));
      }
    });
  }
  return (expression) => {
    const folded = expression.toLowerCase();
    return values.has(folded) ? (values.get(folded) ?? null) : userValue(call, expression);
  };
}

function valueAt(row: SObjectValue | null, path: readonly string[]): string | number | boolean | null {
  const [first = '', ...rest] = path;
  const content = row?.peek(first) ?? null;
  return rest.length > 0 ? valueAt(content as SObjectValue | null, rest) : toJson(content as Value);
}

/** `$User.Profile.Name`, `$Permission.CustomPermission.Thing`, `$Client.FormFactor`. */
function userValue(call: UserCall, expression: string): string | boolean | null {
  const { context, store } = call.org.local.parts;
  const { userId } = call.session;
  const custom = /^\$Permission\.CustomPermission\.(?:(\w+?)__)?(\w+)$/i.exec(expression);
  if (custom !== null) {
    return context.security.hasCustomPermission(userId, custom[2] ?? '', custom[1] ?? '');
  }
  const standard = /^\$Permission\.StandardPermission\.(\w+)$/i.exec(expression);
  if (standard !== null) {
    return context.security.hasUserPermission(userId, standard[1] ?? '');
  }
  if (/^\$Client\.FormFactor$/i.test(expression)) {
    return call.param('formFactor') === 'Small' ? 'Small' : 'Large';
  }
  const user = store.get('User', userId);
  const field = /^\$User\.(\w+)$/i.exec(expression)?.[1];
  if (field !== undefined) {
    return (user?.[field] as string | boolean | null | undefined) ?? null;
  }
  return /^\$User\.Profile\.Name$/i.test(expression)
    ? ((store.get('Profile', (user?.['ProfileId'] as string | null) ?? '')?.['Name'] as string | undefined) ?? null)
    : null;
}
