/** Sharing rules of the source: owner-based and criteria-based ones. */
import type { SourceTree } from '../metadata/tree.ts';
import type { XmlNode } from '../metadata/xml.ts';
import type { Audience, SharingRule } from '../security/sharingRules.ts';

const KINDS: Readonly<Record<string, Audience['kind']>> = {
  group: 'group',
  queue: 'queue',
  role: 'role',
  roleAndSubordinates: 'roleAndSubordinates',
  roleAndSubordinatesInternal: 'roleAndSubordinates',
  allInternalUsers: 'allInternalUsers',
  guestUser: 'guestUser',
};

export function readSharingRules(tree: SourceTree): readonly SharingRule[] {
  return tree.sharingRules.flatMap(({ name, node }) => [
    ...node.all('sharingOwnerRules').map((rule) => ruleOf(name, rule, audiences(rule.child('sharedFrom')))),
    ...[...node.all('sharingCriteriaRules'), ...node.all('sharingGuestRules')].map((rule) => ruleOf(name, rule, null)),
  ]);
}

function ruleOf(object: string, rule: XmlNode, sharedFrom: readonly Audience[] | null): SharingRule {
  return {
    object,
    level: rule.text('accessLevel')?.toLowerCase() === 'edit' ? 'edit' : 'read',
    sharedTo: audiences(rule.child('sharedTo')),
    sharedFrom,
    criteria: rule.all('criteriaItems').map((item) => ({
      field: item.text('field') ?? '',
      operation: item.text('operation') ?? 'equals',
      value: item.text('value') ?? '',
    })),
  };
}

function audiences(node: XmlNode | null): readonly Audience[] {
  if (node === null) {
    return [];
  }
  return Object.entries(KINDS).flatMap(([tag, kind]) =>
    node.all(tag).map((one) => ({ kind, name: one.rawText.trim() })),
  );
}
