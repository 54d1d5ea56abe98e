/** `Test.createStub`: every call of the stub goes to the provider, with types, names and values of its parameters. */
import type { Runtime } from '../runtime/runtime.ts';
import { TypeValue } from '../runtime/typeValue.ts';
import { testState } from './testState.ts';

export function createStub(runtime: Runtime, type: TypeValue, provider: object | null): object {
  testState(runtime);
  if (provider === null) {
    return runtime.fail('System.NullPointerException', 'Argument 2 cannot be null');
  }
  if (type.type.kind !== 'user' || type.type.form === 'enum') {
    return runtime.fail('System.TypeException', `Cannot create stub for type ${type.name}`);
  }
  return runtime.org.program.createStub(runtime, type.type, (self, method, args) => {
    const types = method.parameterTypes.map((one) => new TypeValue(one));
    const names = method.declaration.parameters.map((parameter) => parameter.name);
    return runtime.call(provider, 'handleMethodCall', [
      self,
      method.name,
      method.returnType.kind === 'void' ? null : new TypeValue(method.returnType),
      runtime.newList('System.Type', types),
      runtime.newList('String', names),
      runtime.newList('Object', args),
    ]);
  });
}
