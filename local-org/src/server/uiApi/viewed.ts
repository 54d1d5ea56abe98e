/** Records a user opened: told by the browser, shown as "Recently Viewed". */
import { noContent, ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { look } from '../records/work.ts';
import { iconName } from '../pageModel/navigation.ts';
import { numberParam } from './base.ts';
import { readRecords } from './recordValue.ts';
import { objectOfId } from './records.ts';

export const VIEWED_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/_/org/viewed', access: 'ui', handle: remember },
  { method: 'GET', path: '/_/org/viewed', access: 'ui', handle: readViewed },
];

function remember(call: UserCall): ApiResponse {
  const { recordId = '' } = (call.json() ?? {}) as { readonly recordId?: string };
  const { object, id } = objectOfId(call, recordId);
  call.org.local.jobHost.record(() => {
    call.org.viewed.add(call.session.userId, object.name, id);
  });
  return noContent;
}

/** Newest first, over all objects; records that are gone or hidden by now are left out. */
function readViewed(call: UserCall): ApiResponse {
  const { org, session } = call;
  const limit = numberParam(call.param('limit'), { from: 1, to: 200, otherwise: 10 });
  const { schema } = org.local.parts.context;
  const views = org.viewed.of(session.userId);
  const records = look(
    org.local,
    session.userId,
    (runtime) =>
      new Map(
        [...new Set(views.map((view) => view.objectName))].flatMap((name) => {
          const object = schema.find(name);
          const ids = org.viewed.idsOf(session.userId, name);
          return object === null || !runtime.org.security.objectAccess(session.userId, object).read
            ? []
            : [...readRecords(runtime, object, ids, [object.nameField ?? 'Id'])];
        }),
      ),
  );
  return ok({
    records: views
      .flatMap((view) => {
        const record = records.get(view.recordId);
        const object = schema.find(view.objectName);
        const name = record?.fields[object?.nameField ?? 'Id']?.value;
        return record === undefined || object === null
          ? []
          : [
              {
                id: view.recordId,
                name,
                objectApiName: object.name,
                objectLabel: object.label,
                iconName: iconName(org, object.name),
                viewedDate: new Date(view.at).toISOString(),
              },
            ];
      })
      .slice(0, limit),
  });
}
