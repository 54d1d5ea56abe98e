/** Runs subrequests in their order; with all-or-none a failure takes back all of them. */
import type { ApiResponse } from '../../api.ts';
import { ApiError, badRequest, errorResponse } from '../../errors.ts';
import type { DataCall } from '../dataRoute.ts';
import { MissingReference, resolve, resolveText } from './references.ts';
import { isFailure, shownHeaders, subrequest, type Json } from './subrequest.ts';

export interface CompositeResult {
  readonly isSuccess: boolean;
  readonly compositeResponse: readonly Json[];
}

const ROLLED_BACK = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
};
const NAME = /^[A-Za-z]\w*$/;

export function runComposite(call: DataCall, requests: readonly Json[], isAllOrNone: boolean): CompositeResult {
  const names = requests.map((one) => one['referenceId']);
  const wrong = names.find((name) => typeof name !== 'string' || !NAME.test(name));
  if (wrong !== undefined || names.includes(undefined)) {
    throw badRequest('INVALID_INPUT', `Provided referenceId is not valid: ${String(wrong)}`);
  }
  if (new Set(names).size < names.length) {
    throw badRequest('INVALID_INPUT', 'Every referenceId must be unique within a request');
  }
  return isAllOrNone ? runTogether(call, requests) : finished(requests, runEach(call, requests));
}

function runTogether(call: DataCall, requests: readonly Json[]): CompositeResult {
  const { store } = call.org.local.parts;
  return store.hold(() => {
    const savepoint = store.savepoint();
    const responses = runEach(call, requests, true);
    const failed = responses.findIndex(isFailure);
    if (failed < 0) {
      return finished(requests, responses);
    }
    store.rollback(savepoint);
    const halted = errorResponse(new ApiError(400, ROLLED_BACK));
    return finished(
      requests,
      requests.map((_one, index) => (index === failed ? (responses[index] as ApiResponse) : halted)),
    );
  });
}

/** Stops at the first failure where all stand and fall together. */
function runEach(call: DataCall, requests: readonly Json[], doesStop = false): readonly ApiResponse[] {
  const answers = new Map<string, unknown>();
  const responses: ApiResponse[] = [];
  for (const one of requests) {
    const response = runOne(call, one, answers);
    responses.push(response);
    if (isFailure(response)) {
      if (doesStop) {
        return responses;
      }
    } else {
      answers.set(String(one['referenceId']), response.body);
    }
  }
  return responses;
}

function runOne(call: DataCall, one: Json, answers: ReadonlyMap<string, unknown>): ApiResponse {
  try {
    const url = typeof one['url'] === 'string' ? resolveText(one['url'], answers) : one['url'];
    const body = resolve(one['body'], answers);
    return call.dispatch(subrequest(call, one['method'], url, body, one['httpHeaders']));
  } catch (error) {
    if (error instanceof MissingReference) {
      return errorResponse(badRequest('PROCESSING_HALTED', error.message));
    }
    if (error instanceof ApiError) {
      return errorResponse(error);
    }
    throw error;
  }
}

function finished(requests: readonly Json[], responses: readonly ApiResponse[]): CompositeResult {
  return {
    isSuccess: !responses.some(isFailure),
    compositeResponse: responses.map((response, index) => ({
      body: response.body,
      httpHeaders: shownHeaders(response),
      httpStatusCode: response.status,
      referenceId: requests[index]?.['referenceId'],
    })),
  };
}
