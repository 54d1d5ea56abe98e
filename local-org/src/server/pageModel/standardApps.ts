/** Apps every org has. */
import type { Application } from './application.ts';

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
