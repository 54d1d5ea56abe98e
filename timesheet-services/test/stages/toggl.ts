/** What the tests of toggl begin with. */
import { rows, stage, type Stage } from '../support.ts';

export const OWN = '/api/v9/me/time_entries';
export const seconds = (text: string): number => Date.parse(text) / 1000;

export interface Toggl extends Stage {
  readonly workspace: string;
  readonly entries: string;
  readonly reports: string;
  readonly hooks: string;
}
export async function toggl(options: Parameters<typeof stage>[1] = {}): Promise<Toggl> {
  const on = await stage('toggl', options);
  const id = on.service.credential.tenant ?? '';
  const workspace = `/api/v9/workspaces/${id}`;
  return {
    ...on,
    workspace,
    entries: `${workspace}/time_entries`,
    reports: `/reports/api/v3/workspace/${id}/search/time_entries`,
    hooks: `/webhooks/api/v1/subscriptions/${id}`,
  };
}
export const sent = (on: Toggl, more: object = {}): object => ({
  created_with: 'Timesheet Sync',
  workspace_id: Number(on.service.credential.tenant),
  start: '2025-03-03T08:00:00Z',
  duration: 5400,
  ...more,
});
export const projectIdOf = async (on: Toggl): Promise<unknown> =>
  rows(await on.api.get(`${on.workspace}/projects`))[0]?.['id'];
