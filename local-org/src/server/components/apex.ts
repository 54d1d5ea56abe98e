/**
 * Apex called from components. A method must be static and `@AuraEnabled`; the user needs access to its class; a
 * cacheable one may change nothing. Source: Lightning Web Components Developer Guide, "Expose Apex Methods".
 */
import type { Annotation } from '../../apex/ast.ts';
import type { ApexType, MethodSymbol, UserType } from '../../apex/types.ts';
import { ApexException, DEFAULT_MESSAGE } from '../../runtime/exception.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { deserialize } from '../../system/System/json/deserialize.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { transact } from '../records/work.ts';
import { auraValue } from './auraValue.ts';

interface ApexCall {
  readonly namespace?: string;
  readonly classname?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>> | null;
  readonly cacheable?: boolean;
}

export const COMPONENT_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/_/org/apex', access: 'ui', handle: callApex },
];

function callApex(call: UserCall): ApiResponse {
  const asked = (call.json() ?? {}) as ApexCall;
  const { local } = call.org;
  const found = findMethod(call, asked);
  if (typeof found === 'string') {
    return failure(500, { message: found });
  }
  call.org.transactions.request = `${found.owner.name}.${found.name}`;
  try {
    const returnValue = transact(local, call.session.userId, 'synchronous', (runtime) => {
      const args = found.parameterTypes.map((type, index) =>
        argument(runtime, asked, found.declaration.parameters[index]?.name ?? '', type),
      );
      const before = runtime.limits.used('dmlStatements');
      const value = runtime.org.program.callStatic(runtime, found.owner, found.name, args);
      if (asked.cacheable === true && runtime.limits.used('dmlStatements') > before) {
        throw new ApexException('System.LimitException', 'Too many DML statements: 1');
      }
      return auraValue(runtime, value);
    });
    return ok({ returnValue });
  } catch (error) {
    if (error instanceof ApexException) {
      return failure(500, errorBody(error));
    }
    return failure(500, { message: `Server Error (${call.org.reportFault(error)})` });
  }
}

const failure = (status: number, body: Readonly<Record<string, unknown>>): ApiResponse => ({ status, body });

/** The method, or why there is none for this caller. */
function findMethod(call: UserCall, asked: ApexCall): MethodSymbol | string {
  const { parts } = call.org.local;
  const className = asked.classname ?? '';
  const type = parts.program.findType(className, asked.namespace ?? '');
  const method =
    type?.kind === 'user'
      ? (type.methods.get((asked.method ?? '').toLowerCase()) ?? []).find(
          (one) => one.isStatic && auraEnabled(one) !== null,
        )
      : undefined;
  if (type?.kind !== 'user' || method === undefined) {
    return `Unable to find action '${asked.method ?? ''}' on the controller of ${className}`;
  }
  if (!parts.context.security.canUseClass(call.session.userId, qualified(type))) {
    return `You do not have access to the Apex class named '${type.name}'.`;
  }
  if (asked.cacheable === true && !isCacheable(auraEnabled(method))) {
    return `Apex method ${className}.${method.name} must be annotated @AuraEnabled(cacheable=true) to be wired`;
  }
  return method;
}

const qualified = (type: UserType): string => (type.namespace === '' ? type.name : `${type.namespace}.${type.name}`);

function auraEnabled(method: MethodSymbol): Annotation | null {
  return method.declaration.modifiers.annotations.find((one) => one.name.toLowerCase() === 'auraenabled') ?? null;
}
function isCacheable(annotation: Annotation | null): boolean {
  const value = annotation?.parameters.find((one) => one.name.toLowerCase() === 'cacheable')?.value;
  return value?.kind === 'Literal' && value.value === true;
}

/** Arguments come by name; one that was not sent is null. */
function argument(runtime: Runtime, asked: ApexCall, name: string, type: ApexType): ApexValue {
  const entry = Object.entries(asked.params ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase());
  const value = entry?.[1];
  if (value === undefined || value === null || (value === '' && type.kind === 'primitive' && type.name !== 'String')) {
    return null;
  }
  return deserialize(runtime, JSON.stringify(value), type, false);
}

/** A message set later replaces the constructor's, which Apex itself never sees. */
function pageMessageOf(error: ApexException): string | null {
  return error.apexMessage === DEFAULT_MESSAGE ? (error.pageMessage ?? error.apexMessage) : error.apexMessage;
}

/** What a component finds in `error.body`. */
function errorBody(error: ApexException): Readonly<Record<string, unknown>> {
  if (error.apexType === 'System.AuraHandledException') {
    return {
      message: pageMessageOf(error),
      isUserDefinedException: false,
      exceptionType: error.apexType,
      stackTrace: '',
    };
  }
  if (error.dmlFailures.length > 0) {
    const faults = error.dmlFailures.map(({ statusCode, message, fields }) => ({ statusCode, message, fields }));
    return {
      message: error.apexMessage,
      exceptionType: error.apexType,
      isUserDefinedException: false,
      stackTrace: '',
      pageErrors: faults
        .filter(({ fields }) => fields.length === 0)
        .map(({ statusCode, message }) => ({ statusCode, message })),
      fieldErrors: Object.fromEntries(
        [...new Set(faults.flatMap(({ fields }) => fields))].map((field) => [
          field,
          faults
            .filter(({ fields }) => fields.includes(field))
            .map(({ statusCode, message }) => ({ statusCode, message })),
        ]),
      ),
      index: error.dmlFailures[0]?.index ?? 0,
    };
  }
  return {
    message: error.apexMessage,
    exceptionType: error.apexType,
    isUserDefinedException: !error.apexType.startsWith('System.'),
    stackTrace: '',
  };
}
