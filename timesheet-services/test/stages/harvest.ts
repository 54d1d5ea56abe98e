/** What the tests of harvest begin with. */
import { listed, stage, type Stage } from '../support.ts';

export const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export async function harvest(options: Parameters<typeof stage>[1] = {}): Promise<
  Stage & {
    readonly idOf: (path: string) => Promise<number>;
  }
> {
  const on = await stage('harvest', options);
  return {
    ...on,
    idOf: async (path) => {
      const name = path.split('/').at(-1) ?? '';
      return Number(listed(await on.api.get(path), name)[0]?.['id']);
    },
  };
}
export async function withProject(): Promise<
  Awaited<ReturnType<typeof harvest>> & { readonly projectId: number; readonly taskId: number }
> {
  const on = await harvest();
  const client = on.client();
  on.project({ clientId: client.id });
  const task = on.task();
  const tasks = listed(await on.api.get('/v2/tasks'), 'tasks');
  const taskId = Number(tasks.find(({ name }) => name === task.name)?.['id']);
  return { ...on, projectId: await on.idOf('/v2/projects'), taskId };
}
