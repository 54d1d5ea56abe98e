/** The VisualEditor namespace: the values that code offers for a component's property in the App Builder. */
import type { ApexList } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, Runtime } from '../../runtime/runtime.ts';
import { platformClass, type PlatformClass } from '../define.ts';

class DataRow extends PlatformObject {
  readonly apexType = 'VisualEditor.DataRow';
  readonly label: string | null;
  readonly value: ApexValue;
  readonly isSelected: boolean;
  constructor(label: string | null, value: ApexValue, isSelected: boolean) {
    super();
    this.label = label;
    this.value = value;
    this.isSelected = isSelected;
  }
}

class DataRows extends PlatformObject {
  readonly apexType = 'VisualEditor.DynamicPickListRows';
  readonly rows: DataRow[];
  containsAll: boolean;
  constructor(rows: readonly DataRow[], containsAll: boolean) {
    super();
    this.rows = [...rows];
    this.containsAll = containsAll;
  }
}

const rowsOf = (list: ApexList | null): readonly DataRow[] => (list?.items ?? []) as readonly DataRow[];
const toBeOverridden = (): never => {
  throw new Error('An abstract method has no code');
};

export const visualEditorClasses: readonly PlatformClass[] = [
  platformClass('VisualEditor.DataRow', {
    constructors: {
      '(String label, Object value)': (_runtime, label: string | null, value: ApexValue) =>
        new DataRow(label, value, false),
      '(String label, Object value, Boolean selected)': (
        _runtime,
        label: string | null,
        value: ApexValue,
        isSelected: boolean | null,
      ) => new DataRow(label, value, isSelected === true),
    },
    methods: {
      'String getLabel()': (_runtime, self: DataRow) => self.label,
      'Object getValue()': (_runtime, self: DataRow) => self.value,
      'Boolean isSelected()': (_runtime, self: DataRow) => self.isSelected,
    },
  }),
  platformClass('VisualEditor.DynamicPickListRows', {
    constructors: {
      '()': () => new DataRows([], false),
      '(List<VisualEditor.DataRow> rows)': (_runtime, rows: ApexList | null) => new DataRows(rowsOf(rows), false),
      '(List<VisualEditor.DataRow> rows, Boolean containsAllRows)': (
        _runtime,
        rows: ApexList | null,
        containsAll: boolean | null,
      ) => new DataRows(rowsOf(rows), containsAll === true),
    },
    methods: {
      'void addRow(VisualEditor.DataRow row)': (_runtime, self: DataRows, row: DataRow) => {
        self.rows.push(row);
        return null;
      },
      'void addAllRows(List<VisualEditor.DataRow> rows)': (_runtime, self: DataRows, rows: ApexList | null) => {
        self.rows.push(...rowsOf(rows));
        return null;
      },
      'Boolean containsAllRows()': (_runtime, self: DataRows) => self.containsAll,
      'void setContainsAllRows(Boolean containsAllRows)': (_runtime, self: DataRows, containsAll: boolean | null) => {
        self.containsAll = containsAll === true;
        return null;
      },
      'VisualEditor.DataRow get(Integer index)': (runtime: Runtime, self: DataRows, index: number) =>
        self.rows[index] ?? runtime.fail('System.ListException', `List index out of bounds: ${index}`),
      'List<VisualEditor.DataRow> getDataRows()': (runtime, self: DataRows) =>
        runtime.newList('VisualEditor.DataRow', self.rows),
      'Integer size()': (_runtime, self: DataRows) => self.rows.length,
    },
  }),
  platformClass('VisualEditor.DynamicPickList', {
    isAbstract: true,
    isVirtual: true,
    constructors: { '()': toBeOverridden },
    methods: {
      'VisualEditor.DataRow getDefaultValue()': toBeOverridden,
      'VisualEditor.DynamicPickListRows getValues()': toBeOverridden,
    },
  }),
];
