/** Clients at once for a while: a mix of reads, writes and Apex REST; every acknowledged record is counted back. */
import { ask, createPath, idsOf, queryPath, random, recordPath, type Target } from './client.ts';

export interface LoadOptions {
  readonly clients: number;
  readonly milliseconds: number;
  readonly seed: number;
}
export interface LoadResult {
  readonly requests: number;
  /** Answers that were no success, and requests that had none. */
  readonly errors: readonly string[];
  readonly acknowledged: number;
  /** Acknowledged records that are not there afterwards. */
  readonly lost: number;
  readonly p50: number;
  readonly p95: number;
}

export async function runLoad(target: Target, options: LoadOptions): Promise<LoadResult> {
  const errors: string[] = [];
  const times: number[] = [];
  const acknowledged: string[] = [];
  const end = performance.now() + options.milliseconds;
  const client = async (number: number): Promise<void> => {
    const next = random(options.seed + number);
    let turn = 0;
    while (performance.now() < end) {
      const start = performance.now();
      try {
        const { status, body } = await oneRequest(target, next(), `${number}-${turn}`, acknowledged, next());
        if (status >= 400) {
          errors.push(`${status} ${JSON.stringify(body)}`);
        }
      } catch (error) {
        errors.push(String(error));
      }
      times.push(performance.now() - start);
      turn++;
    }
  };
  await Promise.all(Array.from({ length: options.clients }, (_, number) => client(number)));
  const there = await idsOf(target, 'Trip__c');
  times.sort((one, other) => one - other);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    requests: times.length,
    errors,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    p50: at(0.5),
    p95: at(0.95),
  };
}

/** Four of ten read, two query, two write, two go through Apex. */
async function oneRequest(
  target: Target,
  kind: number,
  name: string,
  acknowledged: string[],
  pick: number,
): ReturnType<typeof ask> {
  const known = acknowledged[Math.floor(pick * acknowledged.length)];
  if (kind < 0.4 && known !== undefined) {
    return ask(target, 'GET', recordPath('Trip__c', known));
  }
  if (kind < 0.6) {
    return ask(target, 'GET', queryPath(`SELECT Id, Name FROM Trip__c WHERE Code__c = '${name}' LIMIT 10`));
  }
  const isApex = kind >= 0.8;
  const answer = isApex
    ? await ask(target, 'POST', '/services/apexrest/v1/trips', { name, code: name, seats: 1 })
    : await ask(target, 'POST', createPath('Trip__c'), { Name: name, Code__c: name, Seats__c: 1 });
  if (answer.status === 201) {
    acknowledged.push(isApex ? (answer.body as string) : (answer.body as { readonly id: string }).id);
  }
  return answer;
}
