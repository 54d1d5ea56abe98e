import { addFile, APP, CORE, edit, metaXml, swap, TIME, type Seed } from './seed.ts';

const PROJECT = `${TIME}objects/Project__c/`;
const EXPENSE = `${TIME}objects/Expense__c/`;
const OBJECT = `${PROJECT}Project__c.object-meta.xml`;
const LAYOUT = `${TIME}layouts/Project__c-Project Layout.layout-meta.xml`;
const LISTVIEW = `${PROJECT}listViews/Active_Projects.listView-meta.xml`;
const PERMISSIONS = `${APP}permissionsets/Fixture_User.permissionset-meta.xml`;
const PAGE = `${TIME}flexipages/Project_Page.flexipage-meta.xml`;
const RECORD = `${CORE}customMetadata/Knob.Daily_Limit.md-meta.xml`;
const REPORT_TYPE = `${TIME}reportTypes/Projects_with_Expenses.reportType-meta.xml`;
const ACTION = `${TIME}quickActions/Project__c.New_Expense.quickAction-meta.xml`;
const APPLICATION = `${APP}applications/Fixture_App.app-meta.xml`;
const ROLLUP = `${PROJECT}fields/Total_Cost__c.field-meta.xml`;
const CONTROLLER = `${TIME}classes/ProjectController.cls`;
const CARD = `${TIME}lwc/projectCard/`;
const TRANSLATION = `${APP}translations/de.translation-meta.xml`;

/** Names that point nowhere, each in the kind of file where the platform would refuse it. */
export const referenceSeeds: readonly Seed[] = [
  swap('R01', 'a layout field that does not exist', LAYOUT, '<field>Budget__c</field>', '<field>Budgett__c</field>'),
  swap('R02', 'a standard layout field that does not exist', LAYOUT, '<field>OwnerId</field>', '<field>OwnrId</field>'),
  swap('R03', 'a related list of an unknown relationship', LAYOUT, '<relatedList>Expense__c.Project__c', '<relatedList>Expense__c.Projekt__c'),
  swap('R04', 'a related list column that does not exist', LAYOUT, '<fields>Cost__c</fields>', '<fields>Costs__c</fields>'),
  swap('R05', 'a quick action that does not exist', LAYOUT, '<quickActionName>Project__c.New_Expense', '<quickActionName>Project__c.Add_Expense'),
  swap('R06', 'a layout makes a read-only formula editable', LAYOUT, '<behavior>Readonly</behavior>', '<behavior>Edit</behavior>'),
  swap('R07', 'a compact layout field that does not exist', `${PROJECT}compactLayouts/Project_Compact.compactLayout-meta.xml`, '<fields>Status__c</fields>', '<fields>State__c</fields>'),
  swap('R08', 'a compact layout that does not exist', OBJECT, '<compactLayoutAssignment>Project_Compact', '<compactLayoutAssignment>Project_Small'),
  swap('R09', 'a permission on a field that does not exist', PERMISSIONS, '<field>Project__c.Budget__c</field>', '<field>Project__c.Budgets__c</field>'),
  swap('R10', 'a permission on a required field', PERMISSIONS, '<field>Expense__c.Kind__c</field>', '<field>Expense__c.Cost__c</field>'),
  swap('R11', 'a permission on a master-detail field', PERMISSIONS, '<field>Expense__c.Kind__c</field>', '<field>Expense__c.Project__c</field>'),
  swap('R12', 'a permission on the name field', PERMISSIONS, '<field>Project__c.Notes__c</field>', '<field>Project__c.Name</field>'),
  edit('R13', 'an editable formula', PERMISSIONS, '<editable>false</editable>\n        <field>Project__c.Days__c</field>', '<editable>true</editable>\n        <field>Project__c.Days__c</field>'),
  swap('R14', 'a permission on an object that does not exist', PERMISSIONS, '<object>Expense__c</object>', '<object>Expenses__c</object>'),
  swap('R15', 'a permission on a class that does not exist', PERMISSIONS, '<apexClass>ProjectController', '<apexClass>ProjectsController'),
  swap('R16', 'a permission on a tab that does not exist', PERMISSIONS, '<tab>Project__c</tab>', '<tab>Projects__c</tab>'),
  swap('R17', 'a permission on an app that does not exist', PERMISSIONS, '<application>Fixture_App', '<application>Fixture_Apps'),
  swap('R18', 'a custom permission that does not exist', PERMISSIONS, '<name>Change_Any_Project</name>', '<name>Change_Each_Project</name>'),
  edit('R19', 'edit without read', PERMISSIONS, '<allowRead>true</allowRead>\n        <modifyAllRecords>false</modifyAllRecords>\n        <object>Project__c', '<allowRead>false</allowRead>\n        <modifyAllRecords>false</modifyAllRecords>\n        <object>Project__c'),
  swap('R20', 'a list view column that does not exist', LISTVIEW, '<columns>Account__c</columns>', '<columns>Acount__c</columns>'),
  swap('R21', 'a list view filter on a field that does not exist', LISTVIEW, '<field>Status__c</field>', '<field>Stat__c</field>'),
  swap('R22', 'a list view filter on a value that does not exist', LISTVIEW, '<value>Active</value>', '<value>Aktive</value>'),
  swap('R23', 'a search layout field that does not exist', OBJECT, '<searchResultsAdditionalFields>Budget__c', '<searchResultsAdditionalFields>Budgt__c'),
  swap('R24', 'a page component that does not exist', PAGE, '<componentName>c:projectCard', '<componentName>c:projectCards'),
  swap('R25', 'a page component that is not exposed', PAGE, '<componentName>c:projectCard', '<componentName>c:plainText'),
  swap('R26', 'a property the component lacks', PAGE, '<name>heading</name>', '<name>headline</name>'),
  swap('R27', 'a page field that does not exist', PAGE, 'Record.Budget__c', 'Record.Bugdet__c'),
  swap('R28', 'a visibility rule on a field that does not exist', PAGE, '{!Record.Status__c}', '{!Record.Stati__c}'),
  swap('R29', 'a visibility rule with a value that does not exist', PAGE, '<rightValue>Active</rightValue>', '<rightValue>Live</rightValue>'),
  swap('R30', 'a facet that does not exist', PAGE, '<value>Facet-fields</value>', '<value>Facet-field</value>'),
  swap('R31', 'a page for an object that does not exist', PAGE, '<sobjectType>Project__c', '<sobjectType>Projet__c'),
  swap('R32', 'a region the template lacks', PAGE, '<name>sidebar</name>', '<name>sidebars</name>'),
  swap('R33', 'a standard page component that does not exist', PAGE, 'force:detailPanel', 'force:detailsPanel'),
  { ...edit('R34', 'a component on a page of another object', `${CARD}projectCard.js-meta.xml`, '<object>Project__c</object>', '<object>Expense__c</object>'), file: PAGE },
  swap('R35', 'a field set field that does not exist', `${PROJECT}fieldSets/Card.fieldSet-meta.xml`, '<field>Status__c</field>', '<field>Statuses__c</field>'),
  swap('R36', 'a field set path that does not resolve', `${PROJECT}fieldSets/Card.fieldSet-meta.xml`, 'Account__r.Name', 'Account__r.Nam'),
  swap('R37', 'a report type column that does not exist', REPORT_TYPE, '<field>Cost__c</field>', '<field>Costing__c</field>'),
  swap('R38', 'a report type join that does not exist', REPORT_TYPE, '<relationship>Expenses__r</relationship>', '<relationship>Expense__r</relationship>'),
  swap('R39', 'a report type on an object that does not exist', REPORT_TYPE, '<baseObject>Project__c', '<baseObject>Projects__c'),
  swap('R40', 'an Apex label that does not exist', CONTROLLER, 'System.Label.Project_Is_Closed', 'System.Label.Project_Was_Closed'),
  swap('R41', 'an LWC label that does not exist', `${CARD}projectCard.js`, 'c.Card_Title', 'c.Card_Titel'),
  swap('R42', 'an LWC import of an Apex method that does not exist', `${CARD}projectCard.js`, 'ProjectController.openProjects', 'ProjectController.allProjects'),
  swap('R43', 'an LWC import of a field that does not exist', `${CARD}projectCard.js`, 'Project__c.Budget__c', 'Project__c.Budge__c'),
  swap('R44', 'an LWC import of a permission that does not exist', `${CARD}projectCard.js`, 'customPermission/Change_Any_Project', 'customPermission/Change_A_Project'),
  swap('R45', 'an LWC import of a module that does not exist', `${CARD}projectCard.js`, 'c/plainText', 'c/plainTexts'),
  edit('R46', 'a child component that does not exist', `${CARD}projectCard.html`, '<c-plain-text></c-plain-text>', '<c-rich-text></c-rich-text>', 'c-rich-text'),
  swap('R47', 'a label in a translation that does not exist', TRANSLATION, '<name>Card_Title</name>', '<name>Card_Name</name>'),
  swap('R48', 'an app in a translation that does not exist', TRANSLATION, '<name>Fixture_App</name>', '<name>Fixtures_App</name>'),
  swap('R49', 'a record of a field the type lacks', RECORD, '<field>Order__c</field>', '<field>Rank__c</field>'),
  swap('R50', 'a record value of the wrong type', RECORD, 'xsi:type="xsd:boolean">true', 'xsi:type="xsd:string">true'),
  swap('R51', 'a record value that is too long', RECORD, '>24<', '>123456789012345678901<'),
  swap('R52', 'a record that lacks a required value', RECORD, '<value xsi:type="xsd:string">24</value>', '<value xsi:nil="true" />'),
  addFile('R53', 'a record of a type that does not exist', `${CORE}customMetadata/Nob.First.md-meta.xml`, metaXml('CustomMetadata', '<label>First</label><protected>false</protected>')),
  swap('R54', 'a record with more digits than its field', RECORD, '>10.0<', '>12345<'),
  swap('R55', 'an unknown custom permission in Apex', CONTROLLER, "checkPermission('Change_Any_Project')", "checkPermission('Change_All')"),
  swap('R56', 'an app tab that does not exist', APPLICATION, '<tabs>Expense__c</tabs>', '<tabs>Expens__c</tabs>'),
  swap('R57', 'a utility bar that does not exist', APPLICATION, '<utilityBar>Fixture_Utilities', '<utilityBar>Fixture_Bar'),
  swap('R58', 'an app home page that does not exist', APPLICATION, '<content>Fixture_Home', '<content>Fixture_House'),
  swap('R59', 'a record page override that does not exist', OBJECT, '<content>Project_Page', '<content>Project_Site'),
  swap('R60', 'a quick action target that does not exist', ACTION, '<targetObject>Expense__c', '<targetObject>Expenditure__c'),
  swap('R61', 'a quick action field that does not exist', ACTION, '<field>Cost__c</field>', '<field>Price__c</field>'),
  swap('R62', 'a quick action parent field that does not exist', ACTION, '<targetParentField>Project__c', '<targetParentField>Parent__c'),
  addFile('R63', 'a tab of an object that does not exist', `${TIME}tabs/Ghost__c.tab-meta.xml`, metaXml('CustomTab', '<customObject>true</customObject><description>Ghosts</description><motif>Custom19: Wrench</motif>')),
  swap('R64', 'a lookup to an object that does not exist', `${PROJECT}fields/Account__c.field-meta.xml`, '<referenceTo>Account<', '<referenceTo>Acount<'),
  swap('R65', 'a lookup filter field that does not exist', `${EXPENSE}fields/Related_Project__c.field-meta.xml`, '<field>Project__c.Status__c', '<field>Project__c.State__c'),
  swap('R66', 'a lookup filter value that does not exist', `${EXPENSE}fields/Related_Project__c.field-meta.xml`, '<value>Active</value>', '<value>Open</value>'),
  swap('R67', 'a roll-up of a field that does not exist', ROLLUP, '<summarizedField>Expense__c.Cost__c', '<summarizedField>Expense__c.Total__c'),
  swap('R68', 'a roll-up over a lookup', ROLLUP, '<summaryForeignKey>Expense__c.Project__c', '<summaryForeignKey>Expense__c.Related_Project__c'),
  swap('R69', 'a roll-up filter field that does not exist', ROLLUP, '<field>Expense__c.Kind__c', '<field>Expense__c.Sort__c'),
  swap('R70', 'a global value set that does not exist', `${PROJECT}fields/Priority__c.field-meta.xml`, '<valueSetName>Priority', '<valueSetName>Priorities'),
  swap('R71', 'a trigger on an object that does not exist', `${TIME}triggers/ProjectTrigger.trigger`, 'on Project__c(', 'on Projekt__c('),
  swap('R72', 'a reference with the namespace in front', PERMISSIONS, '<field>Project__c.Code__c', '<field>tsync__Project__c.tsync__Code__c'),
  swap('R73', 'Apex with the namespace in front', CONTROLLER, 'FROM Project__c', 'FROM tsync__Project__c'),
  swap('R74', 'a rule error field that does not exist', `${PROJECT}validationRules/Budget_Not_Negative.validationRule-meta.xml`, '<errorDisplayField>Budget__c', '<errorDisplayField>Bugdet__c'),
  swap('R75', 'any element that names an object that does not exist', PAGE, '<value>none</value>', '<value>Ghost__c</value>'),
  swap('R76', 'a layout of an action that does not exist', LAYOUT, '<actionName>Project__c.New_Expense', '<actionName>Project__c.Log_Expense'),
  swap('R77', 'two fields of one layout', LAYOUT, '<field>Account__c</field>', '<field>Status__c</field>'),
  edit('R78', 'a layout without the name', LAYOUT, '<field>Name</field>', '<field>Code__c</field>'),
  edit('R79', 'a layout without a required field', `${TIME}layouts/Expense__c-Expense Layout.layout-meta.xml`, '<field>Cost__c</field>', '<field>OwnerId</field>'),
  swap('R80', 'a related list whose lookup lost its ending', LAYOUT, '<relatedList>Expense__c.Project__c', '<relatedList>Expense__c.Project__cx'),
  swap('R81', 'an override of an action that does not exist', OBJECT, '<actionName>View<', '<actionName>Views<'),
  swap('R83', 'a property that utilities do not have', `${APP}flexipages/Fixture_Utilities.flexipage-meta.xml`, '<name>eager<', '<name>eagar<'),
  swap('R82', 'a page template that does not exist', PAGE, 'flexipage:recordHomeTemplateDesktop', 'flexipage:recordHomeTemplateDesk'),
];
