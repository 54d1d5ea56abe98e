/** Publishing a platform event through the API. Source: Platform Events Developer Guide, "Publish Event Messages". */
import { randomUUID } from 'node:crypto';
import type { ObjectInfo } from '../../../data/schema.ts';
import type { ApiResponse } from '../../api.ts';
import { ApiError } from '../../errors.ts';
import { transact, userMode } from '../../records/work.ts';
import type { FieldsJson } from '../../records/save.ts';
import type { DataCall } from '../dataRoute.ts';
import { recordError } from '../faults.ts';
import { writableRow } from './saving.ts';

export function publishEvent(call: DataCall, object: ObjectInfo, json: FieldsJson): ApiResponse {
  const { local } = call.org;
  const { userId } = call.session;
  const { security } = local.parts.context;
  if (!security.objectAccess(userId, object).create) {
    throw new ApiError(403, {
      errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
    });
  }
  const result = transact(local, userId, 'synchronous', (runtime) => {
    const event = writableRow(runtime, object, json, null, true);
    const [published] = runtime.org.asyncWork.publish(runtime, [event], userMode(userId));
    if (published === undefined || !published.isSuccess) {
      throw recordError(published?.errors ?? []);
    }
    return published;
  });
  return {
    status: 201,
    body: {
      id: result.id,
      success: true,
      errors: [{ statusCode: 'OPERATION_ENQUEUED', message: randomUUID(), fields: [] }],
    },
  };
}
