/** The declarative layer: formulas, defaults, validation, roll-ups, duplicate rules, settings, custom metadata, labels. */
export { unsupportedAutomations, type UnsupportedAutomation } from './automations.ts';
export { DeclarativeLayer, type FormulaFinding } from './service.ts';
export { seedCustomMetadata } from './settings/customMetadata.ts';
