/** `Database.DMLOptions` and its headers. */
import { platformClass, type ClassDescription, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import type { Value } from '../../values/value.ts';

type Form =
  | 'Database.DMLOptions'
  | 'Database.DMLOptions.AssignmentRuleHeader'
  | 'Database.DMLOptions.DuplicateRuleHeader'
  | 'Database.DMLOptions.EmailHeader';

export class OptionsObject extends PlatformObject {
  readonly apexType: Form;
  /** By lower-case name; a header is an options object itself. */
  readonly values = new Map<string, ApexValue>();
  constructor(apexType: Form) {
    super();
    this.apexType = apexType;
  }
  flatten(): Readonly<Record<string, Value>> {
    return flattenOptions(this);
  }
}

/** All set values by lower-case path: `duplicateruleheader.allowsave`. */
export function flattenOptions(options: OptionsObject): Readonly<Record<string, Value>> {
  const flat: Record<string, Value> = {};
  for (const [name, value] of options.values) {
    if (value instanceof OptionsObject) {
      for (const [inner, innerValue] of Object.entries(flattenOptions(value))) {
        flat[`${name}.${inner}`] = innerValue;
      }
    } else if (value !== null) {
      flat[name] = value as Value;
    }
  }
  return flat;
}

function field(name: string): {
  readonly get: (runtime: Runtime, self: OptionsObject) => unknown;
  readonly set: (runtime: Runtime, self: OptionsObject, value: ApexValue) => void;
} {
  const folded = name.toLowerCase();
  return {
    get: (_runtime, self) => self.values.get(folded) ?? null,
    set: (_runtime, self, value) => void self.values.set(folded, value),
  };
}

/** A header exists as soon as it is read: `options.EmailHeader.triggerUserEmail = true`. */
function header(name: string, form: Form): ReturnType<typeof field> {
  const folded = name.toLowerCase();
  const { set } = field(name);
  return {
    get: (_runtime, self) => {
      let found = self.values.get(folded);
      if (found === undefined || found === null) {
        found = new OptionsObject(form);
        self.values.set(folded, found);
      }
      return found;
    },
    set,
  };
}

function optionsClass(form: Form, properties: NonNullable<ClassDescription['properties']>): PlatformClass {
  return platformClass(form, { constructors: { '()': () => new OptionsObject(form) }, properties });
}

export const optionClasses: readonly PlatformClass[] = [
  optionsClass('Database.DMLOptions', {
    'Boolean allowFieldTruncation': field('allowFieldTruncation'),
    'Boolean optAllOrNone': field('optAllOrNone'),
    'String localeOptions': field('localeOptions'),
    'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': header(
      'assignmentRuleHeader',
      'Database.DMLOptions.AssignmentRuleHeader',
    ),
    'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': header(
      'duplicateRuleHeader',
      'Database.DMLOptions.DuplicateRuleHeader',
    ),
    'Database.DMLOptions.EmailHeader emailHeader': header('emailHeader', 'Database.DMLOptions.EmailHeader'),
  }),
  optionsClass('Database.DMLOptions.AssignmentRuleHeader', {
    'Id assignmentRuleId': field('assignmentRuleId'),
    'Boolean useDefaultRule': field('useDefaultRule'),
  }),
  optionsClass('Database.DMLOptions.DuplicateRuleHeader', {
    'Boolean allowSave': field('allowSave'),
    'Boolean runAsCurrentUser': field('runAsCurrentUser'),
  }),
  optionsClass('Database.DMLOptions.EmailHeader', {
    'Boolean triggerAutoResponseEmail': field('triggerAutoResponseEmail'),
    'Boolean triggerOtherEmail': field('triggerOtherEmail'),
    'Boolean triggerUserEmail': field('triggerUserEmail'),
  }),
];
