/** Modules whose value depends on who asks: labels in their language, permissions, ids, locale. */
import type { UserCall } from '../api.ts';
import { i18nModules } from '../pages/i18n.ts';
import { notFoundIn, specifierOf, valueModule, type ScopedImport } from './moduleText.ts';

export function labelModule({ org, session }: UserCall, asked: ScopedImport): string {
  const [scope = '', name] = asked.name.split('.');
  const namespace = scope === 'c' ? asked.namespace : scope;
  const { language } = settingsOf({ org, session });
  const text =
    name === undefined ? null : org.local.parts.context.declarative.label(namespace, name, language, asked.namespace);
  if (text === null) {
    throw notFoundIn(asked, `there is no label ${asked.name}`);
  }
  return valueModule(text);
}

export function userModule({ session }: UserCall, asked: ScopedImport): string {
  switch (asked.name) {
    case 'Id':
      return valueModule(session.userId);
    case 'isGuest':
      return valueModule(false);
    default:
      throw notFoundIn(asked, 'the modules of this scope are user/Id and user/isGuest');
  }
}

/** A permission that the user has is `true`, any other undefined. */
export function permissionModule({ org, session }: UserCall, asked: ScopedImport): string {
  const { context, trees } = org.local.parts;
  if (asked.scope === 'userPermission') {
    return valueModule(context.security.hasUserPermission(session.userId, asked.name) || undefined);
  }
  const [first = '', second] = asked.name.split('__');
  const [namespace, name] = second === undefined ? [asked.namespace, first] : [first, second];
  const isKnown = trees.some((tree) =>
    tree.customPermissions.some(
      (one) => one.namespace.toLowerCase() === namespace.toLowerCase() && one.name.toLowerCase() === name.toLowerCase(),
    ),
  );
  if (!isKnown) {
    throw notFoundIn(asked, `there is no custom permission ${asked.name}`);
  }
  return valueModule(context.security.hasCustomPermission(session.userId, name, namespace) || undefined);
}

export function i18nModuleText({ org, session }: UserCall, asked: ScopedImport): string {
  const specifier = specifierOf(asked);
  if (!(specifier in i18nModules(settingsOf({ org, session })))) {
    throw notFoundIn(asked, 'the local org does not have this value');
  }
  return `export default globalThis.lightningContext.modules[${JSON.stringify(specifier)}];\n`;
}

function settingsOf({ org, session }: Pick<UserCall, 'org' | 'session'>): {
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
} {
  return org.local.open({ userId: session.userId, isTest: false, limits: 'synchronous' }).userSettings;
}
