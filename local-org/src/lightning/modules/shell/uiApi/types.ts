/** Shapes of the User Interface API that pages read. Source: User Interface API Developer Guide, "Response Bodies". */
export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}
export interface RecordValue {
  readonly apiName: string;
  readonly id: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly recordTypeId: string | null;
  readonly systemModstamp?: string | null;
}
export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly calculated: boolean;
  readonly compound: boolean;
  readonly controllerName: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly extraTypeInfo: string | null;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly nameField: boolean;
  readonly precision: number;
  readonly scale: number;
  readonly reference: boolean;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
  readonly relationshipName: string | null;
  readonly required: boolean;
}
export interface RecordTypeInfo {
  readonly recordTypeId: string;
  readonly name: string;
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
}
export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly defaultRecordTypeId: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly childRelationships: readonly {
    readonly childObjectApiName: string;
    readonly fieldName: string;
    readonly relationshipName: string;
  }[];
}
export interface LayoutComponent {
  readonly apiName: string | null;
  readonly componentType: string;
  readonly label?: string;
}
export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly required: boolean;
}
export interface LayoutSection {
  readonly id: string | null;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly collapsible: boolean;
  readonly columns: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
}
export interface Layout {
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly sections: readonly LayoutSection[];
}
export interface PicklistValue {
  readonly label: string;
  readonly value: string;
  readonly validFor: readonly number[];
}
export interface PicklistField {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: { readonly value: string } | null;
  readonly values: readonly PicklistValue[];
}
export type PicklistFields = Readonly<Record<string, PicklistField>>;

export interface Action {
  readonly id: string | null;
  readonly apiName: string;
  readonly label: string;
  /** `StandardButton`, `QuickAction`, `CustomButton` … */
  readonly type: string;
  /** Of quick actions: `Create`, `Update`, `LightningWebComponent` … */
  readonly subtype: string | null;
  readonly actionTarget: string | null;
  readonly actionTargetType: string | null;
  readonly iconUrl?: string | null;
}
