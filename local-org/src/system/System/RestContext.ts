/** System.RestContext: request and response of the transaction. */
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import type { RestRequestValue } from './RestRequest.ts';
import type { RestResponseValue } from './RestResponse.ts';

interface RestExchange {
  request: RestRequestValue | null;
  response: RestResponseValue | null;
}
const EXCHANGE = Symbol('REST exchange');

/** Whoever serves Apex REST fills it before the resource runs and reads the response afterwards. */
export function restExchange(runtime: Runtime): RestExchange {
  let exchange = runtime.transactionState.get(EXCHANGE) as RestExchange | undefined;
  if (exchange === undefined) {
    exchange = { request: null, response: null };
    runtime.transactionState.set(EXCHANGE, exchange);
  }
  return exchange;
}

export default platformClass('System.RestContext', {
  properties: {
    'static System.RestRequest request': {
      get: (runtime) => restExchange(runtime).request,
      set: (runtime, _self: unknown, value: RestRequestValue | null) => {
        restExchange(runtime).request = value;
      },
    },
    'static System.RestResponse response': {
      get: (runtime) => restExchange(runtime).response,
      set: (runtime, _self: unknown, value: RestResponseValue | null) => {
        restExchange(runtime).response = value;
      },
    },
  },
});
