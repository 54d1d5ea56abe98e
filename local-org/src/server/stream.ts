/**
 * `GET /_/org/stream?channel=/event/Thing__e&replayId=-1`: the messages of one channel as server-sent events, those
 * missed since a replay id first. It listens before it asks what was missed, so that nothing falls between.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventMessage } from './events/message.ts';
import { apiRequest, sendAnswer } from './front.ts';
import type { OrgThread } from './orgThread.ts';

/** Keeps proxies and browsers from giving up on a quiet stream. */
const HEARTBEAT = 20_000;

interface Missed {
  readonly channel: string;
  readonly messages: readonly EventMessage[];
}

export function addStream(app: FastifyInstance, org: OrgThread): void {
  app.get('/_/org/stream', (request, reply) => stream(org, request, reply));
}

async function stream(org: OrgThread, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  let early: EventMessage[] | null = [];
  let channel = '';
  let last = 0;
  const send = (message: EventMessage): void => {
    const { replayId } = message.data.event;
    if (message.channel === channel && replayId > last) {
      last = replayId;
      reply.raw.write(`id: ${replayId}\ndata: ${JSON.stringify(message)}\n\n`);
    }
  };
  const stopListening = org.onNotice((notice) => {
    if (notice.kind === 'stream') {
      const message = notice.payload as EventMessage;
      if (early === null) {
        send(message);
      } else {
        early.push(message);
      }
    }
  });
  // A browser that reconnects names the last message it got.
  const asked = apiRequest(request);
  const lastId = asked.headers['last-event-id'];
  const query = lastId === undefined ? asked.query : [...asked.query, ['replayId', lastId] as const];
  const answer = await org.request({ ...asked, path: '/_/org/stream/missed', query });
  if (answer.status !== 200) {
    stopListening();
    return sendAnswer(reply, answer);
  }
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write(': open\n\n');
  const missed = answer.body as Missed;
  ({ channel } = missed);
  for (const message of [...missed.messages, ...early]) {
    send(message);
  }
  early = null;
  const heartbeat = setInterval(() => reply.raw.write(': \n\n'), HEARTBEAT);
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    stopListening();
  });
  return reply;
}
