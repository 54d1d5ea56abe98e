/** Interfaces that mocks of callouts implement, and SOAP callouts through them. */
import { mockFor } from '../../../testing/testState.ts';
import { readMember } from '../../../runtime/userClass.ts';
import type { ApexList, ApexMap } from '../../../runtime/collections.ts';
import type { ApexValue, Runtime } from '../../../runtime/runtime.ts';
import { platformClass, type PlatformClass } from '../../define.ts';
import { beginCallout } from '../Http.ts';

const declared = (): never => {
  throw new Error('A method of an interface has no code');
};

/** `info`: endpoint, SOAP action, namespace and name of the request, namespace and name of the response, its type. */
function invoke(runtime: Runtime, stub: object, request: object, response: ApexMap, info: ApexList): null {
  beginCallout(runtime);
  const mock = mockFor(runtime, 'WebServiceMock');
  if (mock === null) {
    return runtime.isTest
      ? runtime.fail('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts')
      : runtime.unsupported('WebServiceCallout.invoke outside of tests');
  }
  const [, action, , name, namespace, responseName, type] = info.items;
  const endpoint = runtime.org.program.membersOf(stub)?.find((member) => member.name.toLowerCase() === 'endpoint_x');
  runtime.call(mock, 'doInvoke', [
    stub,
    request,
    response,
    endpoint === undefined ? null : readMember(stub, endpoint),
    action ?? null,
    name ?? null,
    namespace ?? null,
    responseName ?? null,
    type ?? null,
  ] as readonly ApexValue[]);
  return null;
}

export const calloutInterfaces: readonly PlatformClass[] = [
  platformClass('System.HttpCalloutMock', {
    form: 'interface',
    methods: { 'System.HttpResponse respond(System.HttpRequest request)': declared },
  }),
  platformClass('System.WebServiceMock', {
    form: 'interface',
    methods: {
      'void doInvoke(Object stub, Object soapRequest, Map<String, Object> responseMap, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)':
        declared,
    },
  }),
  platformClass('System.WebServiceCallout', {
    methods: {
      'static void invoke(Object stub, Object request, Map<String, Object> response, List<String> infoArray)': invoke,
    },
  }),
];
