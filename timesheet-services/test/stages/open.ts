/** What the tests of open begin with. */
import { contractual } from '../contract.ts';
import { row, stage, type Caller, type Reply, type Stage } from '../support.ts';

export type Row = Readonly<Record<string, unknown>>;
export const text = (value: unknown): string => String(value);
export const RESOURCES = ['clients', 'projects', 'tasks', 'people', 'time-entries'] as const;

export async function open(options: Parameters<typeof stage>[1] = {}): Promise<Stage & { readonly member_: Caller }> {
  const on = await stage('open', options);
  return { ...on, api: contractual(on.api), member_: contractual(on.as(on.member)) };
}
/** A project with a task, made through the API. */
export async function withProject(): Promise<Awaited<ReturnType<typeof open>> & { readonly place: Row }> {
  const on = await open();
  const client = row(await on.api.post('/v1/clients', { name: 'Acme' }));
  const project = row(await on.api.post('/v1/projects', { name: 'Website', clientId: client['id'] }));
  const task = row(await on.api.post('/v1/tasks', { name: 'Design', projectId: project['id'] }));
  const place = { projectId: project['id'], taskId: task['id'], workDate: '2025-03-03', seconds: 5400 };
  return { ...on, place };
}
export const problem = (reply: Reply): string => text(row(reply)['type']).replace('urn:timesheet:problem:', '');
