/** Who may look into the org: people who may change everything in it or customize it. */
import type { ApiResponse, UserCall } from '../api.ts';
import { ApiError } from '../errors.ts';
import type { ServedOrg } from '../servedOrg.ts';

const RIGHTS = ['ModifyAllData', 'CustomizeApplication'];

export const isDeveloper = ({ local }: ServedOrg, userId: string): boolean =>
  RIGHTS.some((right) => local.parts.context.security.hasUserPermission(userId, right));

export const noDeveloper = (): ApiError =>
  new ApiError(403, {
    errorCode: 'INSUFFICIENT_ACCESS',
    message: 'The developer pages need the permission "Modify All Data" or "Customize Application".',
  });

/** The same route, for developers only. */
export const forDevelopers =
  (handle: (call: UserCall) => ApiResponse) =>
  (call: UserCall): ApiResponse => {
    if (!isDeveloper(call.org, call.session.userId)) {
      throw noDeveloper();
    }
    return handle(call);
  };
