/** Standard objects with a behavior of their own. */
import { ACCOUNT } from './account.ts';
import { EVENT, TASK } from './activities.ts';
import type { StandardBehavior } from './behavior.ts';
import { CONTENT_VERSION, FILE_BODY } from './content.ts';
import { OPPORTUNITY } from './opportunity.ts';
import { PERSON, USER } from './people.ts';
import { OPPORTUNITY_LINE_ITEM, PRICEBOOK_ENTRY } from './pricing.ts';
import { CASE } from './service.ts';
import { SETUP_ENTITY_ACCESS } from './setupAccess.ts';

const BEHAVIORS: Readonly<Record<string, StandardBehavior>> = {
  Account: ACCOUNT,
  Attachment: FILE_BODY,
  Case: CASE,
  Contact: PERSON,
  ContentVersion: CONTENT_VERSION,
  Document: FILE_BODY,
  Event: EVENT,
  Individual: PERSON,
  Lead: PERSON,
  Opportunity: OPPORTUNITY,
  OpportunityLineItem: OPPORTUNITY_LINE_ITEM,
  PricebookEntry: PRICEBOOK_ENTRY,
  SetupEntityAccess: SETUP_ENTITY_ACCESS,
  Task: TASK,
  User: USER,
};
const NONE: StandardBehavior = {};

export function behaviorOf(object: string): StandardBehavior {
  return BEHAVIORS[object] ?? NONE;
}
