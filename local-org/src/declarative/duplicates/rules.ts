/** Duplicate rules and the matching rules they use, as the metadata has them. */
import type { NamedSource } from '../../metadata/tree.ts';
import type { XmlNode } from '../../metadata/xml.ts';
import type { FilterItem } from '../filters.ts';

export interface MatchingRule {
  readonly name: string;
  readonly object: string;
  readonly isActive: boolean;
  readonly items: readonly { readonly field: string; readonly method: string; readonly matchesBlanks: boolean }[];
  /** `(1 AND 2) OR 3`; null for all items. */
  readonly logic: string | null;
}

export interface DuplicateRule {
  readonly name: string;
  readonly object: string;
  readonly isActive: boolean;
  readonly order: number;
  readonly alertText: string;
  readonly onInsert: RuleAction;
  readonly onUpdate: RuleAction;
  readonly filters: readonly FilterItem[];
  readonly filterLogic: string | null;
  readonly matches: readonly { readonly object: string; readonly rule: string; readonly hasMapping: boolean }[];
  readonly respectsSharing: boolean;
}
/** `alert`: refused unless the caller allows the save; `report`: saved. */
export type RuleAction = 'block' | 'alert' | 'report';

const DEFAULT_ALERT = 'Use one of these records?';

export function readDuplicateRule({ name, node }: NamedSource): DuplicateRule {
  const [object = '', rule = ''] = name.split('.');
  const action = (when: 'Insert' | 'Update'): RuleAction => {
    if (node.text(`actionOn${when}`) === 'Block') {
      return 'block';
    }
    return node.texts(`operationsOn${when}`).some((one) => one.toLowerCase() === 'alert') ? 'alert' : 'report';
  };
  const filter = node.child('duplicateRuleFilter');
  return {
    name: rule,
    object,
    isActive: node.flag('isActive'),
    order: node.number('sortOrder') ?? 0,
    alertText: node.text('alertText') ?? DEFAULT_ALERT,
    onInsert: action('Insert'),
    onUpdate: action('Update'),
    filters: (filter?.all('duplicateRuleFilterItems') ?? []).map((item) => ({
      field: item.text('field') ?? '',
      operation: item.text('operation') ?? '',
      value: item.text('value') ?? '',
    })),
    filterLogic: filter?.text('booleanFilter') ?? null,
    matches: node.all('duplicateRuleMatchRules').map((match) => ({
      object: match.text('matchRuleSObjectType') ?? object,
      rule: match.text('matchingRule') ?? '',
      hasMapping: (match.child('objectMapping')?.children.length ?? 0) > 0,
    })),
    respectsSharing: node.text('securityOption') !== 'BypassSharingRules',
  };
}

/** A file holds the rules of one object, or a single rule. */
export function readMatchingRules({ name, node }: NamedSource): readonly MatchingRule[] {
  const object = name.split('.')[0] ?? '';
  const rules = node.all('matchingRules');
  return rules.length > 0
    ? rules.map((rule) => readMatchingRule(object, rule.text('fullName') ?? '', rule))
    : [readMatchingRule(object, name.split('.')[1] ?? name, node)];
}

function readMatchingRule(object: string, name: string, node: XmlNode): MatchingRule {
  return {
    name,
    object,
    isActive: node.text('ruleStatus') === 'Active',
    items: node.all('matchingRuleItems').map((item) => ({
      field: item.text('fieldName') ?? '',
      method: item.text('matchingMethod') ?? '',
      matchesBlanks: item.text('blankValueBehavior') === 'MatchBlanks',
    })),
    logic: node.text('booleanFilter'),
  };
}
