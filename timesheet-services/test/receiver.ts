/** An address that webhooks are sent to: keeps what comes in and answers as it is told. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** What the next calls are answered with. */
  answer: (received: Received) => { readonly status: number; readonly body?: string };
}

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export async function receiver(status = 200): Promise<Receiver> {
  const received: Received[] = [];
  const made = { url: '', received, answer: (_received: Received) => ({ status }) as ReturnType<Receiver['answer']> };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      received.push(one);
      const answer = made.answer(one);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body ?? '');
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return made;
}
