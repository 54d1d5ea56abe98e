import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyzeFormula } from '../../metadata/formula/analyze.ts';
import type { FormulaType } from '../../metadata/formula/functions.ts';
import { readModel } from '../../metadata/model/project.ts';
import { readTree } from '../../metadata/tree.ts';
import { readProject } from '../../project.ts';
import { smallPlatform } from './platform.ts';

const FIXTURE = join(dirname(fileURLToPath(import.meta.url)), 'fixture');
const model = readModel(readTree(readProject(FIXTURE)), smallPlatform);

function problemsOf(formula: string, result: FormulaType, field: string | null = null): readonly string[] {
  return analyzeFormula(model, formula, { object: 'Project__c', field, result }).map(({ message }) => message);
}

describe('a formula that compiles has no problem', () => {
  test.each<[string, FormulaType]>([
    ['Budget__c * 2 - 1', 'number'],
    ['Start_Date__c + 7', 'date'],
    ['NOW() - CreatedDate', 'number'],
    ['"Budget " & TEXT(Budget__c)', 'text'],
    ['ISPICKVAL(PRIORVALUE(Status__c), "Closed") && Billable__c', 'checkbox'],
    ['CASE(Status__c, "Active", 1, "Closed", 2, 0)', 'number'],
    ['/* who may */ $Permission.Change_Any_Project || $User.Email = "a@example.com"', 'checkbox'],
    ['IF(ISBLANK(Budget__c), NULL, Budget__c / 100)', 'number'],
    ["Owner:User.Name = 'Ada'", 'checkbox'],
    ['-(2 ^ 3) < 0', 'checkbox'],
  ])('%s', (formula, result) => {
    expect(problemsOf(formula, result)).toEqual([]);
  });
});

describe('a formula that does not compile says why', () => {
  test.each<[string, FormulaType, string]>([
    ['DAY(CreatedDate)', 'number', 'DAY() takes date, here it gets datetime'],
    ['IF(Billable__c, "yes", 0)', 'text', 'IF() results in text or number'],
    ['Budget__c + "1"', 'number', 'Operator + cannot join number and text'],
    ['Status__c = "Active"', 'checkbox', 'A picklist cannot be compared directly'],
    ['CASE(Status__c, "Activ", 1, 0)', 'number', 'Picklist Status__c has no value "Activ"'],
    ['Budget__c >', 'checkbox', 'Expected a value, found the end'],
    ['AND(Billable__c', 'checkbox', 'Expected ), found the end'],
    ['Account__r.Owner.Nam', 'text', 'User has no field Nam'],
    ['#', 'text', 'Unexpected character #'],
  ])('%s', (formula, result, message) => {
    expect(problemsOf(formula, result)).toEqual([message]);
  });

  test('a formula field reads no long text, a validation rule may', () => {
    expect(problemsOf('ISBLANK(Notes__c)', 'checkbox', 'Empty__c')).toHaveLength(1);
    expect(problemsOf('ISBLANK(Notes__c)', 'checkbox')).toEqual([]);
  });
});
