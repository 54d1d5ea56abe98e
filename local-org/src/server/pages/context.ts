/**
 * What a page knows before it asks for anything: the user, and the values of modules that differ by user. A classic
 * script, so that it is there before any module runs; without a session it leads to the login page.
 */
import type { ApiResponse, Call, Route } from '../api.ts';
import { i18nModules } from './i18n.ts';

export const CONTEXT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/context.js', access: 'public', handle: context },
];

function context({ session, org, request }: Call): ApiResponse {
  if (session === null) {
    return script(`location.replace('/login?startURL=' + encodeURIComponent(location.pathname + location.search));`);
  }
  const { store, users } = org.local.parts;
  const user = store.get('User', session.userId);
  const settings = org.local.open({ userId: session.userId, isTest: false, limits: 'synchronous' }).userSettings;
  const i18n = i18nModules(settings);
  const value = {
    user: { id: session.userId, name: user?.['Name'] ?? null, username: user?.['Username'] ?? null },
    organizationId: users.organizationId,
    modules: {
      ...i18n,
      '@salesforce/client/formFactor': /\bMobile\b/.test(request.headers['user-agent'] ?? '') ? 'Small' : 'Large',
    },
  };
  // JSON is JavaScript, but for the two characters a script element could end at.
  return script(`globalThis.lightningContext = ${JSON.stringify(value).replace(/</g, '\\u003c')};
document.documentElement.lang = ${JSON.stringify(settings.language.replace('_', '-'))};
document.documentElement.dir = ${JSON.stringify(i18n['@salesforce/i18n/dir'])};`);
}

const script = (body: string): ApiResponse => ({
  status: 200,
  headers: { 'content-type': 'text/javascript;charset=utf-8', 'cache-control': 'no-store' },
  body,
});
