/** A quick action as its metadata describes it. Source: Metadata API Developer Guide, "QuickAction". */
import { qualify, qualifyPath, qualifyPlain } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';
import { actionName, type LayoutItem } from './layout.ts';

export interface FieldOverride {
  readonly field: string;
  readonly formula: string | null;
  readonly literal: string | null;
}
export interface QuickAction {
  /** `ns__Thing__c.ns__Book`; global ones have no object: `ns__Log`. */
  readonly name: string;
  /** Null for a global action. */
  readonly objectName: string | null;
  readonly label: string;
  readonly description: string | null;
  /** `Create`, `Update`, `LightningWebComponent`, `LightningComponent`, `VisualforcePage`, `LogACall`, `Flow` … */
  readonly type: string;
  /** `ScreenAction` or `Action` of Lightning web components. */
  readonly subtype: string | null;
  /** `ns:bookSeats`. */
  readonly component: string | null;
  readonly iconName: string | null;
  readonly targetObject: string | null;
  readonly targetParentField: string | null;
  readonly targetRecordType: string | null;
  readonly successMessage: string | null;
  readonly columns: readonly (readonly LayoutItem[])[];
  readonly overrides: readonly FieldOverride[];
}

export function readQuickAction({ node, name, namespace }: NamedSource): QuickAction {
  const full = name.includes('.') ? actionName(name, namespace) : qualifyPlain(name, namespace);
  const component = node.text('lightningWebComponent') ?? node.text('lightningComponent');
  const own = (key: string): string | null => {
    const text = node.text(key);
    return text === null ? null : qualify(text, namespace);
  };
  return {
    name: full,
    objectName: full.includes('.') ? full.slice(0, full.indexOf('.')) : null,
    label: node.text('label') ?? node.text('standardLabel') ?? name,
    description: node.text('description'),
    type: node.text('type') ?? 'Create',
    subtype: node.text('actionSubtype'),
    component: component === null ? null : componentName(component, namespace),
    iconName: node.text('icon'),
    targetObject: own('targetObject'),
    targetParentField: own('targetParentField'),
    targetRecordType: node.text('targetRecordType')?.split('.').at(-1) ?? null,
    successMessage: node.text('successMessage'),
    columns: (node.child('quickActionLayout')?.all('quickActionLayoutColumns') ?? []).map((column) =>
      column.all('quickActionLayoutItems').map((item) => {
        const behavior = item.text('uiBehavior');
        return {
          field: item.text('field') === null ? null : qualifyPath(item.text('field') ?? '', namespace),
          behavior: behavior === 'Required' || behavior === 'Readonly' ? behavior : ('Edit' as const),
        };
      }),
    ),
    overrides: node.all('fieldOverrides').map((one) => ({
      field: qualify(one.text('field') ?? '', namespace),
      formula: one.text('formula'),
      literal: one.text('literalValue'),
    })),
  };
}

function componentName(written: string, namespace: string): string {
  const name = written.replace(/^c:/, '');
  return name.includes(':') ? name : `${namespace === '' ? 'c' : namespace}:${name}`;
}
