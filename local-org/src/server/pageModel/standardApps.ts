/** Apps every org has. */
import type { Application } from './application.ts';
import type { Tab } from './tab.ts';

const app = (name: string, label: string, description: string, tabs: readonly string[]): Application => ({
  name,
  namespace: 'standard',
  label,
  description,
  tabs,
  formFactors: ['Large', 'Small'],
  isConsole: false,
  utilityBar: null,
  headerColor: null,
  overrides: [],
});

const tool = (name: string, label: string, component: string, iconName: string): Tab => ({
  name: `local__${name}`,
  kind: 'component',
  label,
  content: `shell:${component}`,
  iconName,
});

/** Tabs of the developer pages. */
export const LOCAL_ORG_TABS: readonly Tab[] = [
  tool('SOQL', 'SOQL', 'devQuery', 'standard:record_lookup'),
  tool('Anonymous_Apex', 'Anonymous Apex', 'devApex', 'standard:apex'),
];

export const STANDARD_APPS: readonly Application[] = [
  app('standard__LightningSales', 'Sales', 'Manage your sales process with accounts, leads, opportunities, and more', [
    'standard-home',
    'standard-Opportunity',
    'standard-Lead',
    'standard-Task',
    'standard-Account',
    'standard-Contact',
    'standard-Campaign',
  ]),
  app(
    'standard__LocalOrg',
    'Local org',
    'Query the org and run Apex in it',
    LOCAL_ORG_TABS.map(({ name }) => name),
  ),
];

/** Icons of the design system for standard objects; custom objects have that of their tab. */
export const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  Campaign: 'standard:campaign',
  Case: 'standard:case',
  Contact: 'standard:contact',
  Contract: 'standard:contract',
  Event: 'standard:event',
  Lead: 'standard:lead',
  Opportunity: 'standard:opportunity',
  Order: 'standard:orders',
  Product2: 'standard:product',
  Task: 'standard:task',
  User: 'standard:user',
};
