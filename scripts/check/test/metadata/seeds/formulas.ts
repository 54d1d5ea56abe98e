import { edit, swap, TIME, type Seed } from './seed.ts';

const PROJECT = `${TIME}objects/Project__c/`;
const DAYS = `${PROJECT}fields/Days__c.field-meta.xml`;
const CITY = `${PROJECT}fields/Owner_City__c.field-meta.xml`;
const DATES = `${PROJECT}validationRules/End_Not_Before_Start.validationRule-meta.xml`;
const BUDGET = `${PROJECT}validationRules/Budget_Not_Negative.validationRule-meta.xml`;
const FLAG = `${PROJECT}fields/Billable__c.field-meta.xml`;

/** Formulas that the platform would refuse to compile, or that could never be true. */
export const formulaSeeds: readonly Seed[] = [
  swap('F01', 'an unknown function', BUDGET, 'TEXT(Status__c)', 'TXT(Status__c)'),
  swap('F02', 'an unknown field', DATES, 'NOT(ISBLANK(End_Date__c))', 'NOT(ISBLANK(Ende_Date__c))'),
  swap('F03', 'too few arguments', DAYS, 'ISPICKVAL(Status__c, "Active")', 'ISPICKVAL(Status__c)'),
  swap('F04', 'an unbalanced parenthesis', BUDGET, 'AND(Budget__c', 'AND((Budget__c'),
  swap('F05', 'a picklist value that does not exist', DAYS, '"Active"', '"Activ"'),
  swap('F06', 'a picklist text that does not exist', BUDGET, '"Active"', '"Running"'),
  edit('F07', 'a path whose field does not exist', CITY, ', Account__r.BillingCity)', ', Account__r.BillingTown)'),
  edit('F08', 'a path whose relationship does not exist', CITY, ', Account__r.BillingCity)', ', Client__r.BillingCity)'),
  edit('F09', 'a label that does not exist', CITY, '$Label.Card_Title', '$Label.Card_Heading'),
  swap('F10', 'a custom permission that does not exist', DATES, '$Permission.Change_Any_Project', '$Permission.Change_Any'),
  swap('F11', 'a rule that is no condition', BUDGET, 'AND(Budget__c &lt; 0, TEXT(Status__c) = "Active")', 'Budget__c'),
  swap('F12', 'a picklist compared like text', BUDGET, 'TEXT(Status__c) = "Active"', 'Status__c = "Active"'),
  swap('F13', 'a formula of the wrong result type', CITY, '<type>Text</type>', '<type>Number</type>'),
  swap('F14', 'a text that is never closed', BUDGET, '"Active"', '"Active'),
  swap('F15', 'an unknown global', BUDGET, 'TEXT(Status__c) = "Active"', '$Users.Id = "Active"'),
  edit('F16', 'a formula that uses itself', DAYS, 'End_Date__c - Start_Date__c', 'End_Date__c - Start_Date__c + Days__c'),
  swap('F17', 'an operator without its right side', BUDGET, 'Budget__c &lt; 0', 'Budget__c &lt;'),
  swap('F18', 'a number compared with a text', BUDGET, 'Budget__c &lt; 0', 'Budget__c &lt; "0"'),
  swap('F19', 'a checkbox whose default is no checkbox', FLAG, '<defaultValue>true', '<defaultValue>Yes'),
  swap('F20', 'an ampersand pair that a formatter has split', BUDGET, 'AND(Budget__c &lt; 0, TEXT(Status__c) = "Active")', 'Budget__c &lt; 0 &amp; &amp; TEXT(Status__c) = "Active"'),
  edit('F21', 'a formula field that asks whether the record is new', DAYS, 'End_Date__c - Start_Date__c', 'IF(ISNEW(), 1, 2)', 'ISNEW()'),
  edit('F22', 'a formula field that reads a long text', DAYS, 'End_Date__c - Start_Date__c', 'IF(ISBLANK(Notes__c), 1, 2)', 'Notes__c'),
  edit('F23', 'two branches of two types', DAYS, 'End_Date__c - Start_Date__c', 'IF(Billable__c, 1, "two")', '"two"'),
];
