import { addFile, APP, CORE, edit, metaXml, rename, swap, TIME, type Seed } from './seed.ts';

const PROJECT = `${TIME}objects/Project__c/`;
const STATUS = `${PROJECT}fields/Status__c.field-meta.xml`;
const CODE = `${PROJECT}fields/Code__c.field-meta.xml`;
const ACCOUNT = `${PROJECT}fields/Account__c.field-meta.xml`;
const NOTES = `${PROJECT}fields/Notes__c.field-meta.xml`;
const BUDGET = `${PROJECT}fields/Budget__c.field-meta.xml`;
const DAYS = `${PROJECT}fields/Days__c.field-meta.xml`;
const OBJECT = `${PROJECT}Project__c.object-meta.xml`;
const LAYOUT = `${TIME}layouts/Project__c-Project Layout.layout-meta.xml`;
const LISTVIEW = `${PROJECT}listViews/Active_Projects.listView-meta.xml`;
const EXPENSE = `${TIME}objects/Expense__c/`;
const MASTER = `${EXPENSE}fields/Project__c.field-meta.xml`;
const CARD = `${TIME}lwc/projectCard/projectCard.js-meta.xml`;
const RECORD = `${CORE}customMetadata/Knob.Daily_Limit.md-meta.xml`;
const RULE = `${PROJECT}validationRules/Budget_Not_Negative.validationRule-meta.xml`;
const LONG = 'A label that is longer than any Salesforce field label may be';

/** What the Metadata API refuses because the file itself does not fit its types. */
export const schemaSeeds: readonly Seed[] = [
  edit('S01', 'an element is never closed', LISTVIEW, '</label>', ''),
  swap('S02', 'an unknown element', STATUS, '<label>Status</label>', '<label>Status</label><colour>red</colour>'),
  addFile('S03', 'the wrong root element', `${PROJECT}webLinks/Help.webLink-meta.xml`, metaXml('CustomField', '<fullName>Help</fullName>')),
  edit('S04', 'the wrong namespace', STATUS, '2006/04/metadata', '2006/04/metadat', '2006/04/metadat'),
  swap('S05', 'a field type that does not exist', STATUS, '<type>Picklist</type>', '<type>PickList</type>'),
  swap('S06', 'a boolean that is no boolean', STATUS, '<restricted>true</restricted>', '<restricted>yes</restricted>'),
  swap('S07', 'a number that is no number', CODE, '<length>40</length>', '<length>forty</length>'),
  swap('S08', 'an element that may occur once occurs twice', CODE, '<length>40</length>', '<length>40</length><length>50</length>'),
  edit('S09', 'repeated elements are not contiguous', LISTVIEW, '<label>Active Projects</label>', '<label>Active Projects</label><columns>Budget__c</columns>', '<columns>Budget__c</columns>'),
  edit('S10', 'a required element is missing', RULE, '<active>true</active>', ''),
  swap('S11', 'fullName differs from the file name', STATUS, '<fullName>Status__c</fullName>', '<fullName>State__c</fullName>'),
  rename('S12', 'a wrong suffix', STATUS, STATUS.replace('.field-meta', '.fields-meta')),
  rename('S13', 'a file in the wrong folder', STATUS, `${PROJECT}listViews/Status__c.field-meta.xml`),
  swap('S14', 'an xsi:type that does not exist', RECORD, 'xsd:double', 'xsd:decimals'),
  swap('S15', 'a wrong enum in a layout', LAYOUT, '<behavior>Required</behavior>', '<behavior>Mandatory</behavior>'),
  swap('S16', 'a sharing model that does not exist', OBJECT, '<sharingModel>ReadWrite', '<sharingModel>PublicReadOnly'),
  swap('S17', 'a text field longer than 255', CODE, '<length>40</length>', '<length>256</length>'),
  edit('S18', 'a text field without length', CODE, '<length>40</length>', ''),
  swap('S19', 'a long text area shorter than 256', NOTES, '<length>32768</length>', '<length>255</length>'),
  edit('S20', 'a long text area without visibleLines', NOTES, '<visibleLines>5</visibleLines>', ''),
  swap('S21', 'a number of more than 18 digits', BUDGET, '<precision>16</precision>', '<precision>19</precision>'),
  swap('S22', 'a scale larger than the precision', BUDGET, '<scale>2</scale>', '<scale>17</scale>'),
  edit('S23', 'a currency field without scale', BUDGET, '<scale>2</scale>', ''),
  edit('S24', 'a lookup without relationshipName', ACCOUNT, '<relationshipName>Timesheet_Projects</relationshipName>', ''),
  edit('S25', 'a lookup without referenceTo', ACCOUNT, '<referenceTo>Account</referenceTo>', ''),
  swap('S26', 'a required lookup that is emptied on delete', ACCOUNT, '<required>false</required>', '<required>true</required>'),
  edit('S27', 'a picklist without values', `${PROJECT}fields/Priority__c.field-meta.xml`, '<valueSetName>Priority</valueSetName>', ''),
  edit('S28', 'a formula without a type for it', DAYS, '<type>Number</type>', '<type>LongTextArea</type>', '<type>LongTextArea</type>'),
  edit('S29', 'a checkbox without a default', `${PROJECT}fields/Billable__c.field-meta.xml`, '<defaultValue>true</defaultValue>', ''),
  edit('S30', 'an auto-number name without format', `${EXPENSE}Expense__c.object-meta.xml`, '<displayFormat>EX-{0000}</displayFormat>', ''),
  swap('S31', 'an auto-number format without digits', `${EXPENSE}Expense__c.object-meta.xml`, '<displayFormat>EX-{0000}', '<displayFormat>EX-0000'),
  swap('S32', 'a label over 40 characters', STATUS, '<label>Status</label>', `<label>${LONG}</label>`),
  edit('S33', 'a description over 1000 characters', STATUS, 'Status of the record, for the fixture.', 'x'.repeat(1001)),
  edit('S34', 'a help text over 510 characters', STATUS, 'Status, as people see it.', 'x'.repeat(511)),
  rename('S35', 'a field name over 40 characters', NOTES, `${PROJECT}fields/${'N'.repeat(41)}__c.field-meta.xml`),
  rename('S36', 'a field name that ends in an underscore', NOTES, `${PROJECT}fields/Notes___c.field-meta.xml`),
  swap('S37', 'two children of one parent with one relationship name', `${EXPENSE}fields/Related_Project__c.field-meta.xml`, '<relationshipName>Related_Expenses', '<relationshipName>Expenses'),
  swap('S38', 'a required master-detail', MASTER, '<relationshipOrder>0', '<required>true</required><relationshipOrder>0'),
  swap('S39', 'a picklist value twice', STATUS, '<fullName>Closed</fullName>', '<fullName>active</fullName>'),
  edit('S40', 'two default values of one picklist', STATUS, '<default>false</default>', '<default>true</default>'),
  swap('S41', 'an unknown LWC target', CARD, '<target>lightning__RecordPage</target>', '<target>lightning__RecordPages</target>'),
  swap('S42', 'a targetConfig for a target that is not declared', CARD, 'targets="lightning__RecordPage"', 'targets="lightning__AppPage"'),
  swap('S43', 'a property of an unknown type', CARD, 'type="String"', 'type="Text"'),
  edit('S44', 'a project file with an unknown key', 'sfdx-project.json', '"sfdcLoginUrl"', '"sfdcLoginUri"', '"sfdcLoginUri"'),
  edit('S45', 'a scratch definition with a wrong type', 'config/project-scratch-def.json', '["EnableSetPasswordInApi"]', '{ "on": true }'),
  swap('S46', 'another API version', CARD, '<apiVersion>67.0</apiVersion>', '<apiVersion>61.0</apiVersion>'),
  swap('S47', 'an API version that does not exist', `${TIME}classes/ProjectController.cls-meta.xml`, '<apiVersion>67.0', '<apiVersion>999.0'),
  edit('S48', 'a tab of a custom object without a motif', `${TIME}tabs/Project__c.tab-meta.xml`, '<motif>Custom19: Wrench</motif>', ''),
  edit('S49', 'a unique text field that is no text', BUDGET, '<type>Currency</type>', '<type>Currency</type><unique>true</unique>', '<unique>true</unique>'),
  swap('S50', 'a data type that a permission cannot have', `${APP}permissionsets/Fixture_User.permissionset-meta.xml`, '<visibility>Visible</visibility>', '<visibility>Shown</visibility>'),
  swap('S51', 'an event published in an unknown way', `${CORE}objects/Signal__e/Signal__e.object-meta.xml`, 'PublishImmediately', 'PublishNow'),
  addFile('S52', 'a component of an unknown kind', `${TIME}widgets/Big.widget-meta.xml`, metaXml('Widget', '<label>Big</label>')),
  edit('S53', 'an event without publish behavior', `${CORE}objects/Signal__e/Signal__e.object-meta.xml`, '<publishBehavior>PublishImmediately</publishBehavior>', ''),
  swap('S54', 'an external id on a type that cannot be one', `${PROJECT}fields/Start_Date__c.field-meta.xml`, '<type>Date</type>', '<externalId>true</externalId><type>Date</type>'),
  edit('S55', 'text between elements', STATUS, '<label>Status</label>', 'stray <label>Status</label>', 'stray'),
];
