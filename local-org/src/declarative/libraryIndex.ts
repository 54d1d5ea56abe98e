/** What the platform library takes from the declarative layer: to be spread into the methods of `System.SObject`. */
export { SETTING_STATICS } from './settings/statics.ts';
