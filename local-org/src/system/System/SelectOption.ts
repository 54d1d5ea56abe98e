/** System.SelectOption: a choice of a list on a page. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';

class SelectOptionValue extends PlatformObject {
  readonly apexType = 'System.SelectOption';
  value: string;
  label: string;
  isDisabled: boolean;
  isEscaped = true;
  constructor(_runtime: Runtime, value: string, label: string, isDisabled = false) {
    super();
    this.value = value;
    this.label = label;
    this.isDisabled = isDisabled;
  }
}

/** Writes one member. */
const setter =
  <K extends 'value' | 'label' | 'isDisabled' | 'isEscaped'>(name: K) =>
  (_runtime: Runtime, self: SelectOptionValue, value: SelectOptionValue[K]): null => {
    self[name] = value;
    return null;
  };

export default platformClass('System.SelectOption', {
  constructors: {
    '(String value, String label)': (runtime, value: string, label: string) =>
      new SelectOptionValue(runtime, value, label),
    '(String value, String label, Boolean isDisabled)': (runtime, value: string, label: string, isDisabled: boolean) =>
      new SelectOptionValue(runtime, value, label, isDisabled),
  },
  methods: {
    'Boolean getDisabled()': (_runtime, self: SelectOptionValue) => self.isDisabled,
    'Boolean getEscapeItem()': (_runtime, self: SelectOptionValue) => self.isEscaped,
    'String getLabel()': (_runtime, self: SelectOptionValue) => self.label,
    'String getValue()': (_runtime, self: SelectOptionValue) => self.value,
    'void setDisabled(Boolean isDisabled)': setter('isDisabled'),
    'void setEscapeItem(Boolean isEscaped)': setter('isEscaped'),
    'void setLabel(String label)': setter('label'),
    'void setValue(String value)': setter('value'),
  },
});
