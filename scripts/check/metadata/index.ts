import type { Check } from '../types.ts';
import { grantsRule } from './completeness/grants.ts';
import { partnersRule } from './completeness/partners.ts';
import { translatedRule } from './completeness/translated.ts';
import { wordsRule } from './completeness/words.ts';
import { conversionCheck } from './conversion/index.ts';
import { ruleCheck } from './engine.ts';
import { formulaRule } from './formula/rule.ts';
import { apexReferencesRule } from './references/apex.ts';
import { appRule, quickActionRule } from './references/apps.ts';
import { customMetadataRule } from './references/custom-metadata.ts';
import { fieldSetRule, reportTypeRule } from './references/field-lists.ts';
import { fieldReferencesRule } from './references/fields.ts';
import { flexipageRule } from './references/flexipages.ts';
import { customNameRule } from './references/generic.ts';
import { layoutRule } from './references/layouts.ts';
import { lightningReferencesRule } from './references/lightning.ts';
import { listViewRule } from './references/list-views.ts';
import { namespaceRule } from './references/namespace.ts';
import { permissionRule } from './references/permissions.ts';
import { tabRule } from './references/tabs.ts';
import { translationRule } from './references/translations.ts';
import { boundariesRule } from './repository/boundaries.ts';
import { messagesRule } from './repository/messages.ts';
import { namesRule } from './repository/names.ts';
import { sizesRule } from './repository/sizes.ts';
import type { Rule } from './rule.ts';
import { fieldsRule } from './schema/fields.ts';
import { jsonRule } from './schema/json.ts';
import { lengthsRule } from './schema/lengths.ts';
import { lightningRule } from './schema/lightning.ts';
import { placementRule } from './schema/placement.ts';
import { relationshipsRule } from './schema/relationships.ts';
import { tabsRule } from './schema/tabs.ts';
import { versionsRule } from './schema/versions.ts';
import { typesRule } from './schema/wellformed.ts';

interface RuleGroup {
  readonly name: string;
  readonly proves: string;
  readonly rules: readonly Rule[];
}

/** Rules by what they prove; a new rule is a new file and one entry here. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    name: 'metadata-schema',
    proves: 'every metadata file fits the Metadata API and the bounds of the platform',
    rules: [
      typesRule,
      placementRule,
      fieldsRule,
      lengthsRule,
      relationshipsRule,
      tabsRule,
      lightningRule,
      versionsRule,
      jsonRule,
    ],
  },
  {
    name: 'metadata-references',
    proves: 'every name in metadata points at something that exists, and every formula compiles',
    rules: [
      layoutRule,
      permissionRule,
      listViewRule,
      fieldSetRule,
      reportTypeRule,
      flexipageRule,
      appRule,
      quickActionRule,
      tabRule,
      fieldReferencesRule,
      formulaRule,
      customMetadataRule,
      translationRule,
      apexReferencesRule,
      lightningReferencesRule,
      namespaceRule,
      customNameRule,
    ],
  },
  {
    name: 'metadata-completeness',
    proves: 'everything has its words, its partners and somebody who may use it',
    rules: [wordsRule, grantsRule, partnersRule, translatedRule],
  },
  {
    name: 'metadata-repository',
    proves: 'features keep their borders, messages their ids, files their size',
    rules: [boundariesRule, namesRule, messagesRule, sizesRule],
  },
];

/** The metadata check: what passes it would deploy, as far as that can be known without an org. */
export const metadataChecks: Check[] = [
  ...ruleGroups.map(({ name, proves, rules }) => ruleCheck(name, proves, rules)),
  conversionCheck,
];
