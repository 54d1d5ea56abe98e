/** What the tests of clockify begin with. */
import { expect } from 'vitest';
import { row, rows, stage, type Reply, type Stage } from '../support.ts';

export const HEX = /^[0-9a-f]{24}$/;
export const INTERVAL = { start: '2025-03-03T08:00:00Z', end: '2025-03-03T09:30:00Z' };
export const text = (value: unknown): string => String(value);

export interface Clockify extends Stage {
  readonly workspace: string;
  readonly own: string;
  readonly entries: string;
  readonly userIdOf: (email: string) => Promise<string>;
}
export async function clockify(options: Parameters<typeof stage>[1] = {}): Promise<Clockify> {
  const on = await stage('clockify', options);
  on.store.people.update(on.admin.id, { timeZone: 'UTC' });
  const workspace = `/api/v1/workspaces/${on.service.credential.tenant ?? ''}`;
  const userIdOf = async (email: string): Promise<string> =>
    text(rows(await on.api.get(`${workspace}/users`)).find((one) => one['email'] === email)?.['id']);
  const own = `${workspace}/user/${await userIdOf(on.admin.email)}/time-entries`;
  return { ...on, workspace, own, entries: `${workspace}/time-entries`, userIdOf };
}
export const first = async (on: Clockify, path: string): Promise<string> =>
  text(rows(await on.api.get(path))[0]?.['id']);
export const isError = (reply: Reply, status: number, code: number): void => {
  expect([reply.status, row(reply)['code']]).toEqual([status, code]);
  expect(typeof row(reply)['message']).toBe('string');
};
