/** E-mails and notifications that would have left the org, and the bell of each user. */
import { emails, markRead, notifications, type OutboxNotification } from '../../outbox/outbox.ts';
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { forDevelopers } from '../developer/access.ts';
import { userName } from '../developer/userName.ts';
import { badRequest, notFound } from '../errors.ts';

/** Of a bell; the outbox has them all. */
const SHOWN = 50;

function outbox({ org }: UserCall): ApiResponse {
  const { store } = org.local.parts;
  return ok({
    emails: emails(store).map((one) => ({ ...one, sender: userName(org, one.senderId) })),
    notifications: notifications(store).map((one) => ({
      ...one,
      user: userName(org, one.userId),
      url: urlOf(org.local.parts.context.schema, one),
    })),
  });
}

function bell({ org, session }: UserCall): ApiResponse {
  const own = notifications(org.local.parts.store).filter((one) => one.userId === session.userId);
  return ok({
    unread: own.filter((one) => !one.isRead).length,
    notifications: own.slice(0, SHOWN).map((one) => ({ ...one, url: urlOf(org.local.parts.context.schema, one) })),
  });
}

/** The page a notification leads to; a target that names no record leads nowhere. */
function urlOf(
  schema: UserCall['org']['local']['parts']['context']['schema'],
  { targetId, targetPageRef }: OutboxNotification,
): string | null {
  const page = targetPageRef === null ? null : recordOf(targetPageRef);
  const id = page ?? targetId;
  const object = id === null ? null : schema.byKeyPrefix(id.slice(0, 3));
  return id === null || object === null ? null : `/lightning/r/${object.name}/${id}/view`;
}
function recordOf(pageRef: string): string | null {
  try {
    const { attributes } = JSON.parse(pageRef) as { readonly attributes?: { readonly recordId?: unknown } };
    return typeof attributes?.recordId === 'string' ? attributes.recordId : null;
  } catch {
    return null;
  }
}

function read(call: UserCall): ApiResponse {
  const { org, session, params } = call;
  const body = call.json() as { readonly isRead?: unknown } | null;
  if (typeof body?.isRead !== 'boolean') {
    throw badRequest('INVALID_FIELD', 'The body says whether it is read: {"isRead": true}');
  }
  const isRead = body.isRead;
  let isThere = false;
  org.local.jobHost.record((runtime) => {
    isThere = markRead(runtime.org.store, session.userId, params['id'] ?? '', isRead);
  });
  if (!isThere) {
    throw notFound();
  }
  return noContent;
}

export const OUTBOX_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/outbox', access: 'browser', handle: forDevelopers(outbox) },
  { method: 'GET', path: '/_/org/notifications', access: 'ui', handle: bell },
  { method: 'PATCH', path: '/_/org/notifications/:id', access: 'ui', handle: read },
];
