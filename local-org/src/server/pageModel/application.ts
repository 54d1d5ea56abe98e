/** Lightning apps: their tabs in order, and the pages they put in the place of others. */
import { qualify, qualifyPlain } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';
import type { XmlNode } from '../../metadata/xml.ts';

/** A page that stands in for another one. */
export interface PageOverride {
  /** `View`, `Tab`, `New` … */
  readonly action: string;
  /** An object, or `standard-home`. */
  readonly target: string;
  /** Page or component. */
  readonly content: string;
  readonly type: string;
  readonly formFactor: 'Large' | 'Small' | null;
  readonly profile: string | null;
  readonly recordType: string | null;
}
export interface Application {
  /** With namespace, as URLs and permissions name it: `ns__Thing`. */
  readonly name: string;
  readonly namespace: string;
  readonly label: string;
  readonly description: string;
  /** `standard-home`, `standard-Account`, `ns__Thing__c`, `ns__Page`. */
  readonly tabs: readonly string[];
  readonly formFactors: readonly string[];
  readonly isConsole: boolean;
  readonly utilityBar: string | null;
  readonly headerColor: string | null;
  readonly overrides: readonly PageOverride[];
}

export function readApplication({ node, name, namespace }: NamedSource): Application {
  return {
    name: qualifyPlain(name, namespace),
    namespace,
    label: node.text('label') ?? name,
    description: node.text('description') ?? '',
    tabs: node.texts('tabs').map((tab) => qualifyTab(tab, namespace)),
    formFactors: node.texts('formFactors'),
    isConsole: node.text('navType') === 'Console',
    utilityBar: node.text('utilityBar'),
    headerColor: node.child('brand')?.text('headerColor') ?? null,
    overrides: [...node.all('actionOverrides'), ...node.all('profileActionOverrides')].map((one) =>
      readOverride(one, namespace),
    ),
  };
}

/** Object tabs carry the object's name; others a name of their own. */
function qualifyTab(tab: string, namespace: string): string {
  return tab.startsWith('standard-') ? tab : /__c$/.test(tab) ? qualify(tab, namespace) : qualifyPlain(tab, namespace);
}

export function readOverride(node: XmlNode, namespace: string, object = ''): PageOverride {
  const formFactor = node.text('formFactor');
  return {
    action: node.text('actionName') ?? '',
    target: qualify(node.text('pageOrSobjectType') ?? object, namespace),
    content: node.text('content') ?? '',
    type: node.text('type') ?? 'Default',
    formFactor: formFactor === 'Large' || formFactor === 'Small' ? formFactor : null,
    profile: node.text('profile'),
    recordType: node.text('recordType'),
  };
}
