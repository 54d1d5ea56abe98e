/** A path as its metadata describes it. Source: Metadata API Developer Guide, "PathAssistant". */
import { qualify } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';

export interface PathStep {
  readonly value: string;
  readonly keyFields: readonly string[];
  /** Markup of "Guidance for Success". */
  readonly guidance: string | null;
}
export interface PathAssistant {
  readonly objectName: string;
  readonly field: string;
  readonly label: string;
  readonly isActive: boolean;
  /** Null: of records without a record type. */
  readonly recordType: string | null;
  readonly steps: readonly PathStep[];
}

const MASTER = '__MASTER__';

export function readPathAssistant({ node, name, namespace }: NamedSource): PathAssistant {
  const recordType = node.text('recordTypeName');
  return {
    objectName: qualify(node.text('entityName') ?? '', namespace),
    field: qualify(node.text('fieldName') ?? '', namespace),
    label: node.text('masterLabel') ?? name,
    isActive: node.flag('active'),
    recordType: recordType === MASTER ? null : recordType,
    steps: node.all('pathAssistantSteps').map((step) => ({
      value: step.text('picklistValueName') ?? '',
      keyFields: step.texts('fieldNames').map((field) => qualify(field, namespace)),
      guidance: step.text('info'),
    })),
  };
}

/** Objects that have a path in a new org's sales and service apps, and its field. */
export const STANDARD_PATH_FIELDS: Readonly<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  Case: 'Status',
};
