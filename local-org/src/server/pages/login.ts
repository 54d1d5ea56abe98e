/** Signing in: pick a user. The local org has no passwords, because it listens to this machine only. */
import type { ApiResponse, Call, Route } from '../api.ts';
import { isForeign } from '../crossOrigin.ts';
import { ApiError, badRequest } from '../errors.ts';
import { SESSION_COOKIE } from '../router.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

export const LOGIN_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/login', access: 'public', handle: (call) => page(choices(call), startUrl(call)) },
  { method: 'POST', path: '/login', access: 'public', handle: signIn },
  { method: 'GET', path: '/logout', access: 'public', handle: signOut },
];

function signIn(call: Call): ApiResponse {
  if (isForeign(call.request)) {
    throw new ApiError(403, {
      errorCode: 'FORBIDDEN',
      message: 'A page of another address may not sign you in. Open the login page of this server.',
    });
  }
  const form = new URLSearchParams(Buffer.from(call.request.body).toString('utf8'));
  const chosen = choices(call).find((one) => one.id === form.get('user'));
  if (chosen === undefined) {
    throw badRequest('INVALID_LOGIN', `There is no active user ${form.get('user') ?? ''}. Pick one of the list.`);
  }
  const { org } = call;
  const session = org.sessions.open({
    userId: chosen.id,
    kind: 'browser',
    scopes: new Set(['full']),
    clientName: null,
    createdAt: org.local.parts.context.clock.now(),
  });
  return redirect(localPath(form.get('startURL')), `${SESSION_COOKIE}=${encodeURIComponent(session.token)}`);
}

function signOut(call: Call): ApiResponse {
  if (call.session !== null) {
    call.org.sessions.close(call.session);
  }
  return redirect('/login', `${SESSION_COOKIE}=; Max-Age=0`);
}

const redirect = (location: string, cookie: string): ApiResponse => ({
  status: 303,
  headers: { location, 'set-cookie': `${cookie}; Path=/; HttpOnly; SameSite=Lax` },
  body: null,
});

function startUrl(call: Call): string {
  return localPath(call.param('startURL'));
}
/** Only paths of this server: what follows a sign-in must not lead elsewhere. */
function localPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/lightning';
}

/** Active people of the org, the administrator first. */
function choices({ org }: Call): readonly Choice[] {
  const { store } = org.local.parts;
  return [...store.rows('User')]
    .filter((row) => row['IsActive'] === true && row['UserType'] === 'Standard')
    .map((row) => {
      const profile = store.get('Profile', row['ProfileId'] as string)?.['Name'] as string | undefined;
      return {
        id: row.Id,
        name: row['Name'] as string,
        detail: (row['Title'] as string | null | undefined) ?? profile ?? '',
      };
    });
}

function page(users: readonly Choice[], start: string): ApiResponse {
  const options = users.map(
    ({ id, name, detail }) => `<li class="slds-col slds-size_1-of-1 slds-medium-size_1-of-2 slds-m-bottom_x-small">
<button class="slds-button slds-button_neutral slds-button_stretch" name="user" value="${escape(id)}">
<span>${escape(name)}</span>&nbsp;<span class="slds-text-color_weak">${escape(detail)}</span></button></li>`,
  );
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in | Local org</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/_/assets/slds2/slds2.cosmos.css"></head>
<body><main class="slds-container_medium slds-container_center slds-p-around_x-large">
<h1 class="slds-text-heading_large slds-m-bottom_medium">Log in to the local org</h1>
<p class="slds-m-bottom_large">Pick who you are. There are no passwords: only this computer can reach this page.</p>
<form method="post" action="/login"><input type="hidden" name="startURL" value="${escape(start)}">
<ul aria-label="Users" class="slds-grid slds-wrap slds-gutters_x-small">${options.join('')}</ul></form></main></body></html>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store' },
    body: html,
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
