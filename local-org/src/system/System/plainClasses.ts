/** Enums and interfaces of the System namespace without code of their own. */
import { platformClass, platformEnum, type PlatformClass } from '../define.ts';

const declared = (): never => {
  throw new Error('A method of an interface has no code');
};

export const plainClasses: readonly PlatformClass[] = [
  platformClass('System.Savepoint', {}),
  platformEnum('System.LoggingLevel', [
    'NONE',
    'INTERNAL',
    'FINEST',
    'FINER',
    'FINE',
    'DEBUG',
    'INFO',
    'WARN',
    'ERROR',
  ]),
  platformEnum('System.TriggerOperation', [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE',
  ]),
  platformEnum('System.ApplicationReadWriteMode', ['DEFAULT', 'READ_ONLY']),
  platformClass('System.StubProvider', {
    form: 'interface',
    methods: {
      'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, System.Type returnType, List<System.Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
        declared,
    },
  }),
  platformClass('System.Callable', {
    form: 'interface',
    methods: { 'Object call(String action, Map<String, Object> args)': declared },
  }),
];
