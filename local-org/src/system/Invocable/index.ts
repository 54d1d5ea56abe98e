/**
 * The Invocable namespace. Actions themselves (flows, standard actions) are not simulated and refused when one is made;
 * their results are plain data, which tests make of JSON.
 */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type PlatformClass } from '../define.ts';

class ActionResult extends PlatformObject {
  readonly apexType = 'Invocable.Action.Result';
  readonly values: ReadonlyMap<string, ApexValue>;
  constructor(values: ReadonlyMap<string, ApexValue>) {
    super();
    this.values = values;
  }
  get(name: string): ApexValue {
    return this.values.get(name) ?? null;
  }
}

class ActionError extends PlatformObject {
  readonly apexType = 'Invocable.Action.Error';
  readonly code: ApexValue;
  readonly message: ApexValue;
  constructor(values: ReadonlyMap<string, ApexValue>) {
    super();
    this.code = values.get('code') ?? null;
    this.message = values.get('message') ?? null;
  }
  toJsonForm(): ReadonlyMap<string, ApexValue> {
    return new Map([
      ['code', this.code],
      ['message', this.message],
    ]);
  }
}

const refuse = (runtime: Runtime): never => runtime.unsupported('Invocable.Action');

export const invocableClasses: readonly PlatformClass[] = [
  platformClass('Invocable.Action', {
    methods: {
      'static Invocable.Action createCustomAction(String type, String name)': refuse,
      'static Invocable.Action createCustomAction(String type, String namespace, String name)': refuse,
      'static Invocable.Action createStandardAction(String type)': refuse,
      'Invocable.Action addInvocation()': refuse,
      'Invocable.Action clearInvocations()': refuse,
      'String getName()': refuse,
      'String getType()': refuse,
      'Boolean isStandard()': refuse,
      'List<Invocable.Action.Result> invoke()': refuse,
      'Invocable.Action setInvocationParameter(String name, Object value)': refuse,
      'Invocable.Action setInvocations(List<Map<String, Object>> invocations)': refuse,
    },
  }),
  platformClass('Invocable.Action.Error', {
    json: { members: { code: 'String', message: 'String' }, make: (_runtime, values) => new ActionError(values) },
    methods: {
      'String getCode()': (_runtime, self: ActionError) => self.code,
      'String getMessage()': (_runtime, self: ActionError) => self.message,
    },
  }),
  platformClass('Invocable.Action.Result', {
    json: {
      members: {
        action: 'Invocable.Action',
        errors: 'List<Invocable.Action.Error>',
        invocationParameters: 'Map<String, Object>',
        outputParameters: 'Map<String, Object>',
        success: 'Boolean',
      },
      make: (_runtime, values) => new ActionResult(values),
    },
    methods: {
      'Invocable.Action getAction()': (_runtime, self: ActionResult) => self.get('action'),
      'List<Invocable.Action.Error> getErrors()': (_runtime, self: ActionResult) => self.get('errors'),
      'Map<String, Object> getInvocationParameters()': (_runtime, self: ActionResult) =>
        self.get('invocationParameters'),
      'Map<String, Object> getOutputParameters()': (_runtime, self: ActionResult) => self.get('outputParameters'),
      'Boolean isSuccess()': (_runtime, self: ActionResult) => self.get('success') === true,
    },
  }),
];
