/** Standard objects whose access no profile or permission set grants by name. */

/** Those that ObjectPermissions can name; every other standard object is readable by all users. */
export const PERMISSIONABLE: ReadonlySet<string> = new Set(
  [
    'Account',
    'AccountBrand',
    'Asset',
    'AssetRelationship',
    'Campaign',
    'Case',
    'Contact',
    'ContactPointAddress',
    'ContactPointEmail',
    'ContactPointPhone',
    'Contract',
    'Document',
    'DuplicateRecordItem',
    'DuplicateRecordSet',
    'Entitlement',
    'Idea',
    'Individual',
    'Lead',
    'Location',
    'OperatingHours',
    'Opportunity',
    'Order',
    'OrderItem',
    'Pricebook2',
    'Product2',
    'PushTopic',
    'Quote',
    'ServiceContract',
    'Solution',
    'StreamingChannel',
    'WorkOrder',
    'UserExternalCredential',
    'WorkOrderLineItem',
    'WorkType',
  ].map((name) => name.toLowerCase()),
);

/** Objects whose access follows that of another. */
export const FOLLOWS: Readonly<Record<string, string>> = {
  opportunitylineitem: 'opportunity',
  opportunitycontactrole: 'opportunity',
  opportunitycompetitor: 'opportunity',
  opportunityteammember: 'opportunity',
  campaignmember: 'campaign',
  accountcontactrelation: 'account',
  accountcontactrole: 'account',
  casecomment: 'case',
  pricebookentry: 'pricebook2',
  quotelineitem: 'quote',
  orderitem: 'order',
  contractcontactrole: 'contract',
};

/** Read by those who may see the setup pages or write code (Object Reference, "Special Access Rules" of ApexClass). */
export const SETUP_ONLY: ReadonlySet<string> = new Set(['apexclass', 'apexcomponent', 'apexpage', 'apextrigger']);

/** Readable by all, and written by whoever may write the record they belong to. */
export const OPEN_TO_WRITE: ReadonlySet<string> = new Set([
  'task',
  'event',
  'note',
  'attachment',
  'contentversion',
  'contentdocument',
  'contentdocumentlink',
  'contentdistribution',
  'feeditem',
  'feedcomment',
  'emailmessage',
  'topic',
  'topicassignment',
  'entitysubscription',
  'taskrelation',
  'eventrelation',
]);

/**
 * What the Standard User profile may do with standard objects: create, read, update, delete. (Metadata of the standard
 * profiles as retrieved from a Developer Edition org.)
 */
export const STANDARD_USER_OBJECTS: Readonly<Record<string, string>> = {
  Account: 'crud',
  Asset: 'crud',
  Campaign: 'r',
  Case: 'cru',
  Contact: 'crud',
  Contract: 'crud',
  Document: 'crud',
  Idea: 'cr',
  Individual: 'crud',
  Lead: 'crud',
  Opportunity: 'crud',
  Order: 'crud',
  Pricebook2: 'r',
  Product2: 'r',
  Quote: 'crud',
  Solution: 'cr',
  ContactPointAddress: 'crud',
  ContactPointEmail: 'crud',
  ContactPointPhone: 'crud',
  UserExternalCredential: 'crud',
  WorkOrder: 'cru',
  OperatingHours: 'r',
};

/** Fields that Data.com fills: standard profiles read them and do not edit them. Lower-case `object.field`. */
export const FILLED_BY_DATA_COM: ReadonlySet<string> = new Set(
  ['cleanstatus', 'dandbcompanyid', 'dunsnumber', 'naicscode', 'naicsdesc', 'tradestyle', 'yearstarted'].map(
    (field) => `account.${field}`,
  ),
);
