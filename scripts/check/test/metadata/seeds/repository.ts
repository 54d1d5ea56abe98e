import { addFile, APP, CORE, edit, metaXml, removeFile, swap, TIME, type Seed } from './seed.ts';

const PROJECT = `${TIME}objects/Project__c/`;
const STATUS = `${PROJECT}fields/Status__c.field-meta.xml`;
const PERMISSIONS = `${APP}permissionsets/Fixture_User.permissionset-meta.xml`;
const TRANSLATION = `${APP}translations/de.translation-meta.xml`;
const LABELS = `${TIME}labels/TimeLabels.labels-meta.xml`;
const RULE = `${PROJECT}validationRules/Budget_Not_Negative.validationRule-meta.xml`;
const CLASS_META = metaXml('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>');
const GUIDE = 'docs/troubleshooting.md';

function apexClass(id: string, kind: string, path: string, source: string): Seed {
  const seed = addFile(id, kind, path, source);
  return { ...seed, change: () => new Map([[path, source], [`${path}-meta.xml`, CLASS_META]]) };
}

/** What no org refuses but this repository does: missing words, ungranted fields, borders between features. */
export const repositorySeeds: readonly Seed[] = [
  edit('C01', 'a field without description', STATUS, '<description>Status of the record, for the fixture.</description>', ''),
  edit('C02', 'a field without help text', STATUS, '<inlineHelpText>Status, as people see it.</inlineHelpText>', ''),
  edit('C03', 'a field without label', STATUS, '<label>Status</label>', ''),
  edit('C04', 'an object without description', `${PROJECT}Project__c.object-meta.xml`, '<description>What people log time on.</description>', ''),
  edit('C05', 'a permission set without description', PERMISSIONS, '<description>People who work with projects.</description>', ''),
  edit('C06', 'a custom permission without description', `${TIME}customPermissions/Change_Any_Project.customPermission-meta.xml`, '<description>Lets a person change any project.</description>', ''),
  edit('C07', 'an exposed component without description', `${TIME}lwc/projectCard/projectCard.js-meta.xml`, '<description>Shows what a project costs.</description>', ''),
  edit('C08', 'a quick action without description', `${TIME}quickActions/Project__c.New_Expense.quickAction-meta.xml`, '<description>Adds an expense to a project.</description>', ''),
  edit('C09', 'a tab without description', `${TIME}tabs/Project__c.tab-meta.xml`, '<description>Projects of the fixture.</description>', ''),
  edit('C10', 'an app without description', `${APP}applications/Fixture_App.app-meta.xml`, '<description>The app of the fixture.</description>', ''),
  edit('C11', 'a page without description', `${TIME}flexipages/Project_Page.flexipage-meta.xml`, '<description>The record page of a project.</description>', ''),
  edit('C12', 'a validation rule without description', RULE, '<description>Refuses a negative budget.</description>', ''),
  addFile('C13', 'a field that nobody is granted', `${PROJECT}fields/Extra__c.field-meta.xml`, metaXml('CustomField', '<fullName>Extra__c</fullName><description>More.</description><externalId>false</externalId><inlineHelpText>More.</inlineHelpText><label>Extra</label><length>20</length><required>false</required><type>Text</type><unique>false</unique>')),
  removeFile('C14', 'an object without layout', `${TIME}layouts/Expense__c-Expense Layout.layout-meta.xml`, `${TIME}objects/Expense__c/Expense__c.object-meta.xml`),
  removeFile('C15', 'a class without its meta file', `${TIME}classes/ProjectController.cls-meta.xml`, `${TIME}classes/ProjectController.cls`),
  removeFile('C16', 'a meta file without its class', `${TIME}classes/tests/ProjectControllerTest.cls`, `${TIME}classes/tests/ProjectControllerTest.cls-meta.xml`),
  removeFile('C17', 'a bundle without its meta file', `${CORE}lwc/plainText/plainText.js-meta.xml`, `${CORE}lwc/plainText/plainText.js`),
  apexClass('B01', 'core uses a class of time', `${CORE}classes/Reach.cls`, 'public with sharing class Reach {\n  public static String word() {\n    return ProjectController.closedMessage();\n  }\n}\n'),
  apexClass('B02', 'core uses an object of time', `${CORE}classes/Reach.cls`, 'public with sharing class Reach {\n  public static Project__c row() {\n    return new Project__c();\n  }\n}\n'),
  edit('B03', 'a component of core imports one of time', `${CORE}lwc/plainText/plainText.js`, "from 'lwc';", "from 'lwc';\nimport 'c/projectCard';", "'c/projectCard'"),
  addFile('B04', 'metadata of core names an object of time', `${CORE}permissionsets/Core_User.permissionset-meta.xml`, metaXml('PermissionSet', '<description>Core.</description><hasActivationRequired>false</hasActivationRequired><label>Core User</label><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Project__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>')),
  apexClass('B05', 'a class named like a System class', `${CORE}classes/Assert.cls`, 'public with sharing class Assert {\n}\n'),
  apexClass('B06', 'a class named like a Schema class', `${CORE}classes/FieldSet.cls`, 'public with sharing class FieldSet {\n}\n'),
  edit('B07', 'a message without id', LABELS, ' [TIME-001]', ''),
  edit('B08', 'an id used twice', LABELS, '[TIME-001]', '[CORE-001]'),
  edit('B09', 'a rule message without id', RULE, ' [TIME-102]', ''),
  swap('B10', 'an id the guide does not explain', LABELS, '[TIME-001]', '[TIME-777]'),
  edit('B11', 'a heading of a message that does not exist', GUIDE, '### TIME-102', '### TIME-999\n\nNothing.\n\n### TIME-102', '### TIME-999'),
  apexClass('B12', 'a class over the ceiling', `${CORE}classes/Long.cls`, `public with sharing class Long_Class {\n${'  // line\n'.repeat(400)}}\n`),
  edit('B13', 'a component over the ceiling', `${CORE}lwc/plainText/plainText.js`, 'export const plain', `${'// line\n'.repeat(400)}export const plain`),
  { ...edit('B16', 'a label that lacks the translation its neighbors have', TRANSLATION, '    <customLabels>\n        <label>Projekt</label>\n        <name>Card_Title</name>\n    </customLabels>\n', ''), file: LABELS },
  swap('B17', 'a translation under the id of another message', TRANSLATION, 'wieder. [TIME-001]', 'wieder. [TIME-011]'),
  addFile('B14', 'a folder that is no feature', 'force-app/main/misc/classes/Odd.cls', 'public class Odd {\n}\n'),
  addFile('B15', 'a label defined twice', `${CORE}labels/More.labels-meta.xml`, metaXml('CustomLabels', '<labels><fullName>Card_Title</fullName><categories>Interface</categories><language>en_US</language><protected>true</protected><shortDescription>Twice</shortDescription><value>Twice</value></labels>')),
];
