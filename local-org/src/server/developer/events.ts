/** Publishing platform events by hand: which there are, with their fields, and one as JSON. */
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { badRequest } from '../errors.ts';
import { rowOf, type FieldsJson } from '../records/save.ts';
import { transact, userMode } from '../records/work.ts';
import type { FieldInfo } from '../../data/schema.ts';
import { developerRoute, textOf } from './developerRoute.ts';

export const EVENT_PAGE_ROUTES: readonly Route[] = [
  developerRoute('GET', 'events', ({ org }) => ok({ objects: eventObjects(org) })),
  developerRoute('POST', 'events', publish),
];

function eventObjects({ local }: UserCall['org']): readonly Readonly<Record<string, unknown>>[] {
  return [...local.parts.context.schema.objects.values()]
    .filter((object) => object.kind === 'platformEvent')
    .map((object) => ({
      name: object.name,
      label: object.label,
      sample: Object.fromEntries(
        [...object.fields.values()].filter((field) => field.isCustom).map((field) => [field.name, sample(field)]),
      ),
    }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

function sample({ type }: FieldInfo): string | number | boolean {
  return type === 'boolean' ? false : /^(integer|long|double|currency|percent)$/.test(type) ? 0 : '';
}

function publish(call: UserCall): ApiResponse {
  const name = textOf(call, 'name');
  const { payload } = (call.json() ?? {}) as { readonly payload?: FieldsJson };
  const object = call.org.local.parts.context.schema.find(name);
  if (object?.kind !== 'platformEvent') {
    throw badRequest('INVALID_TYPE', `${name} is no platform event.`);
  }
  const [result] = transact(call.org.local, call.session.userId, 'synchronous', (runtime) =>
    runtime.org.asyncWork.publish(
      runtime,
      [rowOf(runtime, object, payload ?? {}, null)],
      userMode(call.session.userId),
    ),
  );
  const [failure] = result?.errors ?? [];
  if (failure !== undefined) {
    throw badRequest(failure.statusCode, failure.message, failure.fields);
  }
  return { status: 201, body: { id: result?.id ?? null } };
}
