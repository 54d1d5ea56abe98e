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
  tool('SOQL', 'SOQL', 'devQuery', 'standard:record_lookup'),
  tool('Anonymous_Apex', 'Anonymous Apex', 'devApex', 'standard:apex'),
  tool('Apex_Tests', 'Apex Tests', 'devTests', 'standard:task2'),
  tool('Jobs', 'Jobs', 'devJobs', 'standard:asset_action'),
  tool('Platform_Events', 'Platform Events', 'devEvents', 'standard:events'),
  tool('Callouts', 'Callouts', 'devCallouts', 'standard:outcome'),
  tool('Outbox', 'Outbox', 'devOutbox', 'standard:email'),
  tool('Limits', 'Limits', 'devLimits', 'standard:metrics'),
  tool('Debug_Logs', 'Debug Logs', 'devLogs', 'standard:logging'),
  tool('Clock', 'Clock', 'devClock', 'standard:date_time'),
  tool('Snapshots', 'Snapshots', 'devSnapshots', 'standard:data_model'),
  tool('API_Clients', 'API Clients', 'devClients', 'standard:connected_apps'),
  tool('Metadata', 'Metadata', 'devMetadata', 'standard:custom_component_task'),
];

/** For people who may change the org. */
export const LOCAL_ORG_APP: Application = app(
  'standard__LocalOrg',
  'Local org',
  'See into this org: people, tests, jobs, events, callouts, logs, its clock and its data',
  LOCAL_ORG_TABS.map(({ name }) => name),
);

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
  LOCAL_ORG_APP,
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
