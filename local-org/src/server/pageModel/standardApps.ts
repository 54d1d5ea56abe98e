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
  tool('Users', 'Users', 'devUsers', 'standard:user'),
  tool('Permission_Sets', 'Permission Sets', 'devPermissionSets', 'standard:user_role'),
  tool('SOQL', 'SOQL', 'devQuery', 'standard:record_lookup'),
  tool('Anonymous_Apex', 'Anonymous Apex', 'devApex', 'standard:apex'),
  tool('Apex_Tests', 'Apex Tests', 'devTests', 'standard:task'),
  tool('Jobs', 'Jobs', 'devJobs', 'standard:process'),
  tool('Events', 'Events', 'devEvents', 'standard:feed'),
  tool('Callouts', 'Callouts', 'devCallouts', 'standard:connected_apps'),
  tool('Outbox', 'Outbox', 'devOutbox', 'standard:email'),
  tool('Limits', 'Limits & Logs', 'devLimits', 'standard:metrics'),
  tool('Clock', 'Clock', 'devClock', 'standard:today'),
  tool('Data', 'Data', 'devData', 'standard:dataset'),
  tool('Client_Apps', 'Client Apps', 'devClients', 'standard:apps'),
  tool('Sources', 'Sources', 'devSources', 'standard:code_playground'),
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
    'Look into the org and work on it: people, data, code, jobs, events, limits, time',
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
