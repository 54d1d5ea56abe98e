/** Exceptions. Those of the platform have the constructors of `Exception` unless they declare their own. */
import { platformClass, platformException, type PlatformClass } from '../define.ts';
import type { ApexList } from '../../runtime/collections.ts';
import { ApexException, type DmlFailure } from '../../runtime/exception.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { fieldToken } from '../Schema/tokens.ts';

/** Emitted code makes exceptions itself: it knows which class. */
const emitted = (): never => {
  throw new Error('Exceptions are made by emitted code');
};

export function stackText(runtime: Runtime, exception: ApexException): string {
  return runtime
    .stackOf(exception)
    .map((frame) => `${frame.place}: line ${frame.line}, column 1`)
    .join('\n');
}

function initCause(runtime: Runtime, self: ApexException, cause: ApexException | null): void {
  if (self.initialCause !== null) {
    runtime.fail('System.IllegalStateException', "Can't overwrite cause");
  }
  self.initialCause = cause;
}

/** Apex Reference, Exception: only DmlException and EmailException have rows. */
const WITH_ROWS: ReadonlySet<string> = new Set(['System.DmlException', 'System.EmailException']);

function failures(runtime: Runtime, self: ApexException): readonly DmlFailure[] {
  return WITH_ROWS.has(self.apexType) ? self.dmlFailures : runtime.unsupported(`DML methods of ${self.apexType}`);
}

function failure(runtime: Runtime, self: ApexException, index: number | null): DmlFailure {
  const found = failures(runtime, self)[index ?? -1];
  return found ?? runtime.fail('System.ListException', `List index out of bounds: ${String(index)}`);
}

function fieldTokens(runtime: Runtime, found: DmlFailure): ApexList {
  const object =
    runtime.org.schema.find(found.objectName ?? '') ??
    (found.id === null ? null : runtime.org.schema.byKeyPrefix(found.id.slice(0, 3)));
  const tokens = found.fields.map((name) => {
    const field = object === null ? null : runtime.org.schema.findField(object, name);
    return object === null || field === null
      ? runtime.unsupported('getDmlFields() of this error')
      : fieldToken(runtime, object, field);
  });
  return runtime.newList('Schema.SObjectField', tokens);
}

const rowMethods = {
  'List<String> getDmlFieldNames(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    runtime.newList('String', failure(runtime, self, index).fields),
  'List<Schema.SObjectField> getDmlFields(Integer index)': (
    runtime: Runtime,
    self: ApexException,
    index: number | null,
  ) => fieldTokens(runtime, failure(runtime, self, index)),
  'Id getDmlId(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    failure(runtime, self, index).id,
  'Integer getDmlIndex(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    failure(runtime, self, index).index,
  'String getDmlMessage(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    failure(runtime, self, index).message,
  'String getDmlStatusCode(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    failure(runtime, self, index).statusCode,
  'System.StatusCode getDmlType(Integer index)': (runtime: Runtime, self: ApexException, index: number | null) =>
    runtime.enumValue('System.StatusCode', failure(runtime, self, index).statusCode),
  'Integer getNumDml()': (runtime: Runtime, self: ApexException) => failures(runtime, self).length,
};
const exception: PlatformClass = platformClass('System.Exception', {
  form: 'exception',
  isAbstract: true,
  constructors: {
    '()': emitted,
    '(String message)': emitted,
    '(Exception cause)': emitted,
    '(String message, Exception cause)': emitted,
  },
  methods: {
    ...rowMethods,
    'Exception getCause()': (_runtime, self: ApexException) => self.initialCause,
    'Integer getLineNumber()': (runtime, self: ApexException) => runtime.stackOf(self)[0]?.line ?? null,
    'String getMessage()': (_runtime, self: ApexException) => self.apexMessage,
    'String getStackTraceString()': stackText,
    'String getTypeName()': (_runtime, self: ApexException) => self.apexType,
    'void initCause(Exception cause)': initCause,
    'void setMessage(String message)': (_runtime, self: ApexException, message: string | null) => {
      self.setMessage(message);
    },
    'String toString()': (runtime, self: ApexException) => runtime.text(self),
  },
});
export default exception;

/** The message of an AuraHandledException reaches the page only: Apex sees the default one. */
const auraHandled: PlatformClass = platformClass('System.AuraHandledException', {
  form: 'exception',
  extends: 'System.Exception',
  constructors: {
    '(String message)': (_runtime, message: string | null) => {
      const exception = new ApexException('System.AuraHandledException');
      exception.pageMessage = message;
      return exception;
    },
  },
});

const query: PlatformClass = platformClass('System.QueryException', {
  form: 'exception',
  extends: 'System.Exception',
  methods: {
    'Map<String, Set<String>> getInaccessibleFields()': (runtime, self: ApexException) => {
      const byObject = runtime.newMap('String', 'Set<String>');
      for (const [object, fields] of self.inaccessibleFields ?? []) {
        byObject.put(object, runtime.newSet('String', fields));
      }
      return byObject;
    },
  },
});

const PLAIN = [
  'Assert', 'Async', 'BigObject', 'Callout', 'Canvas', 'DataWeaveScript', 'DuplicateMessage', 'EmailTemplateRender', 'ExternalObject', 'FatalCursor', 'Final', 'Flow',
  'FormulaEvaluation', 'FormulaValidation', 'Handled', 'IllegalArgument', 'IllegalState', 'InvalidHeader', 'InvalidParameterValue', 'InvalidReadOnlyUserDml', 'JSON', 'License', 'Limit', 'List', 'Math',
  'NoAccess', 'NoDataFound', 'NoSuchElement', 'NullPointer', 'PlatformCache', 'Procedure', 'RequiredFeatureMissing', 'SObject', 'Search', 'Security', 'Serialization',
  'String', 'TouchHandled', 'TransientCursor', 'Type', 'Unexpected', 'UnsupportedOperation', 'Visualforce', 'WaveTemplate', 'Xml',
]; // prettier-ignore

/** Every exception class of the System namespace. */
export const exceptionClasses: readonly PlatformClass[] = [
  exception,
  platformException('System.DmlException'),
  platformException('System.EmailException'),
  auraHandled,
  query,
  ...PLAIN.map((name) => platformException(`System.${name}Exception`, true)),
];
