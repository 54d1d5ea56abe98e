/** Many requests in one: `composite`, `composite/batch`, `composite/graph`, `composite/tree`, `composite/sobjects`. */
import { ok, type ApiResponse, type Route } from '../../api.ts';
import { badRequest, errorResponse, ApiError } from '../../errors.ts';
import { dataRoute, objectBody, type DataCall } from '../dataRoute.ts';
import { COLLECTION_ROUTES } from './collections.ts';
import { runComposite } from './run.ts';
import { isFailure, listOf, subrequest, type Json } from './subrequest.ts';
import { createTree } from './tree.ts';

/** Source: REST API Developer Guide, "Composite", "Composite Batch" and "Composite Graph": limits. */
const MOST_SUBREQUESTS = 25;
const MOST_GRAPHS = 75;
const MOST_NODES = 500;

export const COMPOSITE_ROUTES: readonly Route[] = [
  dataRoute('GET', '/composite', (call) =>
    ok(
      Object.fromEntries(
        ['tree', 'batch', 'sobjects', 'graph'].map((name) => [name, `${call.base}/composite/${name}`]),
      ),
    ),
  ),
  dataRoute('POST', '/composite', composite),
  dataRoute('POST', '/composite/batch', batch),
  dataRoute('POST', '/composite/graph', graphs),
  dataRoute('POST', '/composite/tree/:object', createTree),
  ...COLLECTION_ROUTES,
];

function composite(call: DataCall): ApiResponse {
  const body = objectBody(call);
  const requests = listOf(body, 'compositeRequest', MOST_SUBREQUESTS);
  const { compositeResponse } = runComposite(call, requests, body['allOrNone'] === true);
  return ok({ compositeResponse });
}

function graphs(call: DataCall): ApiResponse {
  const list = listOf(objectBody(call), 'graphs', MOST_GRAPHS);
  const ids = list.map((graph) => graph['graphId']);
  if (ids.some((id) => typeof id !== 'string') || new Set(ids).size < ids.length) {
    throw badRequest('INVALID_INPUT', 'Every graph needs a graphId of its own');
  }
  const parts = list.map((graph) => listOf(graph, 'compositeRequest', MOST_NODES));
  if (parts.flat().length > MOST_NODES) {
    throw badRequest('LIMIT_EXCEEDED', `The number of nodes is limited to ${MOST_NODES}`);
  }
  return ok({
    graphs: parts.map((requests, index) => {
      const { isSuccess, compositeResponse } = runComposite(call, requests, true);
      return { graphId: ids[index], graphResponse: { compositeResponse }, isSuccessful: isSuccess };
    }),
  });
}

/** Every request for itself, none knows of another. */
function batch(call: DataCall): ApiResponse {
  const body = objectBody(call);
  const requests = listOf(body, 'batchRequests', MOST_SUBREQUESTS);
  const results: Json[] = [];
  let isHalted = false;
  let hasErrors = false;
  for (const one of requests) {
    if (isHalted) {
      results.push({
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      });
      continue;
    }
    const response = batchOne(call, one);
    hasErrors ||= isFailure(response);
    isHalted = hasErrors && body['haltOnError'] === true;
    results.push({ statusCode: response.status, result: response.body });
  }
  return ok({ hasErrors, results });
}

function batchOne(call: DataCall, one: Json): ApiResponse {
  try {
    const url = typeof one['url'] === 'string' ? one['url'].replace(/^\/?(services\/data\/)?/, '/services/data/') : '';
    return call.dispatch(subrequest(call, one['method'], url, one['richInput'], null));
  } catch (error) {
    if (error instanceof ApiError) {
      return errorResponse(error);
    }
    throw error;
  }
}
