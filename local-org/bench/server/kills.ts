/** Kills the server at random moments under load and looks, after each restart, for everything it had acknowledged. */
import { ask, createPath, idsOf, random } from './client.ts';
import { startProcess, type ProcessOptions, type ServedProcess } from './process.ts';

export interface KillOptions extends ProcessOptions {
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
  /** The longest time between a start and its kill. */
  readonly milliseconds: number;
}
export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
}

export async function runKills(options: KillOptions): Promise<KillResult> {
  const next = random(options.seed);
  const acknowledged = new Set<string>();
  for (let round = 0; round < options.kills; round++) {
    const server = await startProcess(options);
    const state = { isDown: false };
    const clients = Array.from({ length: options.clients }, (_, number) =>
      write(server, `${round}-${number}`, acknowledged, state),
    );
    await new Promise((resolve) => setTimeout(resolve, 50 + next() * options.milliseconds));
    state.isDown = true;
    await server.kill();
    await Promise.all(clients);
  }
  const server = await startProcess(options);
  const there = await idsOf(server, 'Trip__c');
  await server.kill();
  return {
    kills: options.kills,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !there.has(id)).length,
  };
}

async function write(
  server: ServedProcess,
  name: string,
  acknowledged: Set<string>,
  state: { readonly isDown: boolean },
): Promise<void> {
  for (let turn = 0; !state.isDown; turn++) {
    try {
      const { status, body } = await ask(server, 'POST', createPath('Trip__c'), { Name: `${name}-${turn}` });
      if (status === 201) {
        acknowledged.add((body as { readonly id: string }).id);
      }
    } catch {
      // The server is gone: what it did not acknowledge may be lost.
      return;
    }
  }
}
