/** Standard picklists whose values carry meaning, and the value sets shared by several fields. */
import type { PicklistValue } from '../schema.ts';

function stage(
  value: string,
  probability: number,
  forecastCategory: string,
  isClosed = false,
  isWon = false,
): PicklistValue {
  return {
    value,
    label: value,
    isDefault: false,
    isActive: true,
    stage: { probability, isClosed, isWon, forecastCategory },
  };
}
function closing(value: string, isClosed: boolean, isDefault = false, isWon = false): PicklistValue {
  return {
    value,
    label: value,
    isDefault,
    isActive: true,
    stage: { probability: 0, isClosed, isWon, forecastCategory: '' },
  };
}

export const STAGES: readonly PicklistValue[] = [
  stage('Prospecting', 10, 'Pipeline'),
  stage('Qualification', 10, 'Pipeline'),
  stage('Needs Analysis', 20, 'Pipeline'),
  stage('Value Proposition', 50, 'Pipeline'),
  stage('Id. Decision Makers', 60, 'Pipeline'),
  stage('Perception Analysis', 70, 'Pipeline'),
  stage('Proposal/Price Quote', 75, 'Pipeline'),
  stage('Negotiation/Review', 90, 'Pipeline'),
  stage('Closed Won', 100, 'Closed', true, true),
  stage('Closed Lost', 0, 'Omitted', true),
];
/** `isWon` stands for "converted" of a lead. */
const LEAD_STATUSES = [
  closing('Open - Not Contacted', false, true),
  closing('Working - Contacted', false),
  closing('Closed - Converted', true, false, true),
  closing('Closed - Not Converted', true),
];
const TASK_STATUSES = [
  closing('Not Started', false, true),
  closing('In Progress', false),
  closing('Completed', true),
  closing('Waiting on someone else', false),
  closing('Deferred', false),
];
const CASE_STATUSES = [
  closing('New', false, true),
  closing('Working', false),
  closing('Escalated', false),
  closing('Closed', true),
];

/** `Object.Field` to values that say more than their name. */
export const MEANINGFUL: Readonly<Record<string, readonly PicklistValue[]>> = {
  'Opportunity.StageName': STAGES,
  'Lead.Status': LEAD_STATUSES,
  'Task.Status': TASK_STATUSES,
  'Case.Status': CASE_STATUSES,
};

/** Name of a StandardValueSet (lower case) to the fields that show it. */
export const STANDARD_VALUE_SETS: Readonly<Record<string, readonly string[]>> = {
  accountownership: ['Account.Ownership'],
  accountrating: ['Account.Rating', 'Lead.Rating'],
  accounttype: ['Account.Type'],
  assetstatus: ['Asset.Status'],
  campaignmemberstatus: ['CampaignMember.Status'],
  campaignstatus: ['Campaign.Status'],
  campaigntype: ['Campaign.Type'],
  caseorigin: ['Case.Origin'],
  casepriority: ['Case.Priority'],
  casereason: ['Case.Reason'],
  casestatus: ['Case.Status'],
  casetype: ['Case.Type'],
  contactrole: ['OpportunityContactRole.Role', 'AccountContactRelation.Roles'],
  contractstatus: ['Contract.Status'],
  eventsubject: ['Event.Subject'],
  eventtype: ['Event.Type'],
  industry: ['Account.Industry', 'Lead.Industry'],
  leadsource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  leadstatus: ['Lead.Status'],
  opportunitystage: ['Opportunity.StageName'],
  opportunitytype: ['Opportunity.Type'],
  orderstatus: ['Order.Status'],
  ordertype: ['Order.Type'],
  product2family: ['Product2.Family'],
  quantityunitofmeasure: ['Product2.QuantityUnitOfMeasure'],
  quotestatus: ['Quote.Status'],
  salutation: ['Contact.Salutation', 'Lead.Salutation'],
  solutionstatus: ['Solution.Status'],
  taskpriority: ['Task.Priority'],
  taskstatus: ['Task.Status'],
  tasksubject: ['Task.Subject'],
  tasktype: ['Task.Type'],
};

/** Fully supported languages first, then end-user languages: Salesforce Help, "Supported Languages". */
export const LANGUAGES = [
  'en_US',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'sv',
  'ko',
  'zh_TW',
  'zh_CN',
  'pt_BR',
  'nl_NL',
  'da',
  'th',
  'fi',
  'ru',
  'es_MX',
  'no',
  // End-user languages: what people read of the platform itself stays in English, what an app translates does not.
  'ar',
  'bg',
  'cs',
  'el',
  'en_GB',
  'hr',
  'hu',
  'in',
  'iw',
  'pl',
  'pt_PT',
  'ro',
  'sk',
  'sl',
  'tr',
  'uk',
  'vi',
] as const;
