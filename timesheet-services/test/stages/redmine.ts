/** What the tests of redmine begin with. */
import { row, stage, type Stage } from '../support.ts';

export const ENTRIES = '/time_entries.json';
export const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export interface Place {
  readonly project_id: number;
  readonly activity_id: number;
  readonly spent_on: string;
  readonly hours: number | string;
}
export async function withProject(): Promise<Stage & { readonly place: Place; readonly projectId: number }> {
  const on = await stage('redmine');
  const projectId = on.project().id;
  const place = {
    project_id: projectId,
    activity_id: on.task({ name: 'Development' }).id,
    spent_on: '2025-03-01',
    hours: 1.25,
  };
  return { ...on, place, projectId };
}
export const make = async ({ api }: Stage, entry: object): Promise<Readonly<Record<string, unknown>>> =>
  row(await api.post(ENTRIES, { time_entry: entry }))['time_entry'] as Readonly<Record<string, unknown>>;
