/** Asks for the port before anything is built, so that a taken one is known at once. */
import { createServer } from 'node:net';

/** Rejects as listening there would. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
