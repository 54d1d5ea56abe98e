/**
 * Modules that components import as `@salesforce/…`: each answers as JavaScript, made for the user who asks. What does
 * not exist is a script that throws an error which names it.
 */
import type { ApiResponse, Route, UserCall } from '../api.ts';
import { apexModule } from './apex.ts';
import { messageChannelModule } from './messageChannel.ts';
import { failingModule, ModuleRefusal, notFoundIn, type ScopedImport, valueModule } from './moduleText.ts';
import { RESOURCE_ROUTES, resourceModule } from './resources.ts';
import { schemaModule } from './schema.ts';
import { i18nModuleText, labelModule, permissionModule, userModule } from './user.ts';

export const SCOPED_MODULE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/salesforce/:namespace/*', access: 'ui', handle: answer },
  ...RESOURCE_ROUTES,
];

type Scope = (call: UserCall, asked: ScopedImport) => string;

const SCOPES: Readonly<Record<string, Scope>> = {
  apex: ({ org }, asked) => apexModule(org.local, asked),
  schema: ({ org }, asked) => schemaModule(org.local.parts.context.schema, asked),
  label: labelModule,
  user: userModule,
  userPermission: permissionModule,
  customPermission: permissionModule,
  i18n: i18nModuleText,
  client: (_call, asked) => {
    if (asked.name !== 'formFactor') {
      throw notFoundIn(asked, 'the only module of this scope is client/formFactor');
    }
    return `export default globalThis.lightningContext.modules['@salesforce/client/formFactor'];\n`;
  },
  resourceUrl: ({ org }, asked) => valueModule(resourceModule(org.local.parts.trees, asked)),
  messageChannel: ({ org }, asked) => messageChannelModule(org.local.parts.trees, asked),
};

function answer(call: UserCall): ApiResponse {
  const { namespace = '', '*': rest = '' } = call.params;
  const [scope = '', ...name] = rest.replace(/\.js$/, '').split('/');
  const asked: ScopedImport = { scope, name: name.join('/'), namespace: namespace === 'c' ? '' : namespace };
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript;charset=utf-8', 'cache-control': 'no-store' },
    body: textOf(call, asked),
  };
}

function textOf(call: UserCall, asked: ScopedImport): string {
  try {
    const scope = SCOPES[asked.scope];
    if (scope === undefined) {
      throw notFoundIn(asked, 'the local org does not have this module');
    }
    return scope(call, asked);
  } catch (error) {
    if (error instanceof ModuleRefusal) {
      return failingModule(error.message);
    }
    throw error;
  }
}
