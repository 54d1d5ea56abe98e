/** The FormulaEval namespace: formulas that code builds and evaluates (Apex Reference, "FormulaEval Namespace"). */
import { DeclarativeLayer } from '../../declarative/service.ts';
import type { ApexContext } from '../../declarative/formula/apexContext.ts';
import { decimalOf, FormulaNumber, integerOf } from '../../declarative/formula/number.ts';
import type { FormulaValue, Kind } from '../../declarative/formula/typed.ts';
import type { ApexType } from '../../apex/types.ts';
import type { ApexList } from '../../runtime/collections.ts';
import type { EnumValue } from '../../runtime/enumValue.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { TypeValue } from '../../runtime/typeValue.ts';
import { ApexDouble } from '../../values/value.ts';
import { platformClass, platformEnum, type PlatformClass } from '../define.ts';
import type { SObjectTypeToken } from '../Schema/tokens.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  DECIMAL: 'number',
  DOUBLE: 'number',
  ID: 'text',
  INTEGER: 'number',
  LONG: 'number',
  STRING: 'text',
  TIME: 'time',
};

class Builder extends PlatformObject {
  readonly apexType = 'FormulaEval.FormulaBuilder';
  type: ApexType | null = null;
  formula: string | null = null;
  returnType: string | null = null;
  globals: readonly string[] = [];
  isNullZero = false;
}

class Instance extends PlatformObject {
  readonly apexType = 'FormulaEval.FormulaInstance';
  readonly evaluate: (runtime: Runtime, target: ApexValue) => FormulaValue;
  readonly returnType: string;
  constructor(evaluate: Instance['evaluate'], returnType: string) {
    super();
    this.evaluate = evaluate;
    this.returnType = returnType;
  }
}

function build(runtime: Runtime, { type, formula, returnType, globals, isNullZero }: Builder): Instance {
  const kind = KINDS[returnType ?? ''];
  const { declarative } = runtime.org;
  if (type === null || formula === null || returnType === null || kind === undefined) {
    return runtime.unsupported('FormulaBuilder.build without a type, a formula or a return type');
  }
  if (!(declarative instanceof DeclarativeLayer)) {
    return runtime.unsupported('Formulas without a declarative layer');
  }
  if (type.kind === 'user' && type.declaration.modifiers.access !== 'global') {
    return runtime.fail('System.FormulaValidationException', `The type ${type.name} is not global.`);
  }
  const context: ApexContext = { type, globals: new Set(globals.map((name) => name.toLowerCase())) };
  return new Instance(declarative.apexFormula(runtime, context, formula, kind, isNullZero), returnType);
}

function evaluate(runtime: Runtime, self: Instance, target: ApexValue): ApexValue {
  const value = self.evaluate(runtime, target);
  if (!(value instanceof FormulaNumber)) {
    return typeof value === 'object' && value !== null && 'latitude' in value ? null : value;
  }
  switch (self.returnType) {
    case 'DOUBLE':
      return new ApexDouble(value.toNumber());
    case 'DECIMAL':
      return decimalOf(value, value.decimalPlaces());
    default:
      if (!value.isInteger()) {
        return runtime.unsupported(`A formula of type ${self.returnType} that gives ${value.toFixed()}`);
      }
      return self.returnType === 'LONG' ? BigInt(value.toFixed()) : integerOf(value);
  }
}

const set =
  <T>(change: (builder: Builder, value: T) => void) =>
  (_runtime: Runtime, self: Builder, value: T): Builder => {
    change(self, value);
    return self;
  };

export const formulaClasses: readonly PlatformClass[] = [
  platformEnum('FormulaEval.FormulaReturnType', Object.keys(KINDS)),
  platformEnum('FormulaEval.FormulaGlobal', [
    'CUSTOMMETADATA',
    'LABEL',
    'ORGANIZATION',
    'PERMISSION',
    'PROFILE',
    'SETUP',
    'SYSTEM',
    'USER',
    'USERROLE',
  ]),
  platformClass('System.Formula', {
    methods: { 'static FormulaEval.FormulaBuilder builder()': () => new Builder() },
  }),
  platformClass('FormulaEval.FormulaBuilder', {
    methods: {
      'static FormulaEval.FormulaBuilder builder()': () => new Builder(),
      'FormulaEval.FormulaBuilder withFormula(String formulaText)': set<string | null>((self, text) => {
        self.formula = text;
      }),
      'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': set<EnumValue | null>(
        (self, type) => {
          self.returnType = type?.name ?? null;
        },
      ),
      'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> formulaGlobals)':
        set<ApexList | null>((self, list) => {
          self.globals = (list?.items ?? []).map((one) => (one as EnumValue).name);
        }),
      'FormulaEval.FormulaBuilder withType(System.Type contextType)': set<TypeValue | null>((self, type) => {
        self.type = type?.type ?? null;
      }),
      'FormulaEval.FormulaBuilder withType(Schema.SObjectType contextType)': set<SObjectTypeToken | null>(
        (self, token) => {
          self.type = token === null ? null : { kind: 'sobject', name: token.object.name, object: token.object };
        },
      ),
      'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean isNumericNullZero)': set<boolean | null>(
        (self, flag) => {
          self.isNullZero = flag === true;
        },
      ),
      'FormulaEval.FormulaInstance build()': build,
    },
  }),
  platformClass('FormulaEval.FormulaInstance', { methods: { 'Object evaluate(Object contextObject)': evaluate } }),
];
