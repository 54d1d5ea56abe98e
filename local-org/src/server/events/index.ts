/**
 * Platform events for the browser: what was published and who has had it, for the developer's page, and the messages a
 * stream begins with. The stream itself is the front's.
 */
import { ok, type Call, type Route, type UserCall } from '../api.ts';
import { ApiError, badRequest, notFound } from '../errors.ts';
import { forDevelopers } from '../developer/access.ts';
import { channelOf, eventMessage, type EventMessage } from './message.ts';

const PAGE = 200;
const ALL = Number.MAX_SAFE_INTEGER;

function published({ org }: UserCall): ReturnType<typeof ok> {
  const { events } = org.local.parts.asyncWork;
  const { schema } = org.local.parts.context;
  return ok({
    tip: events.log.tip,
    subscribers: events.subscribers.all,
    events: events.log.latest(PAGE).map((event) => ({
      ...eventMessage(schema, event),
      publishedAt: new Date(event.publishedAt).toISOString(),
      waitsFor: events.subscribers.all
        .filter((one) => one.objectName === event.objectName && one.position < event.replayId)
        .map((one) => one.trigger),
    })),
  });
}

function change(call: UserCall): ReturnType<typeof ok> {
  const body = call.json() as { readonly action?: unknown } | null;
  const { subscribers } = call.org.local.parts.asyncWork.events;
  const { jobHost } = call.org.local;
  const name = call.params['trigger'] ?? '';
  const actions: Readonly<Record<string, () => boolean>> = {
    resume: () => subscribers.resume(jobHost, name, 'position'),
    resumeFromTip: () => subscribers.resume(jobHost, name, 'tip'),
    suspend: () => subscribers.suspend(jobHost, name),
  };
  const action = typeof body?.action === 'string' ? actions[body.action] : undefined;
  if (action === undefined) {
    throw badRequest('INVALID_FIELD', `The action is one of ${Object.keys(actions).join(', ')}`);
  }
  if (!action()) {
    throw notFound();
  }
  return ok(subscribers.find(name));
}

/** What a new listener has missed: -1 means nothing, -2 all that is kept, else what came behind that replay id. */
function missed(call: UserCall): ReturnType<typeof ok> {
  const channel = call.param('channel') ?? '';
  const object = eventObject(call, channel);
  const { log } = call.org.local.parts.asyncWork.events;
  const replayId = Number(call.param('replayId') ?? -1);
  if (!Number.isInteger(replayId) || replayId < -2) {
    throw badRequest('INVALID_REPLAY_ID', `The replayId ${call.param('replayId') ?? ''} you provided was invalid`);
  }
  const after = replayId === -1 ? log.tip : replayId === -2 ? 0 : replayId;
  const messages: readonly EventMessage[] = log
    .after(object, after, ALL)
    .map((event) => eventMessage(call.org.local.parts.context.schema, event));
  return ok({ channel: channelOf(object), messages, tip: log.tip });
}

/** The event object of a channel that the user may read. */
function eventObject(call: Call & UserCall, channel: string): string {
  const { schema, security } = call.org.local.parts.context;
  const name = /^\/event\/(\w+__e)$/i.exec(channel)?.[1];
  const object = name === undefined ? null : schema.find(name);
  if (object?.kind !== 'platformEvent') {
    throw new ApiError(404, {
      errorCode: 'NOT_FOUND',
      message: `The channel you requested to subscribe to does not exist {${channel}}`,
    });
  }
  if (!security.objectAccess(call.session.userId, object).read) {
    throw new ApiError(403, {
      errorCode: 'INSUFFICIENT_ACCESS',
      message: `The user does not have read access to the channel {${channel}}`,
    });
  }
  return object.name;
}

export const EVENT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/_/org/events', access: 'browser', handle: forDevelopers(published) },
  { method: 'POST', path: '/_/org/events/subscribers/:trigger', access: 'browser', handle: forDevelopers(change) },
  { method: 'GET', path: '/_/org/stream/missed', access: 'ui', handle: missed },
];
