/** Exceptions, and the rows of those that DML throws. */
import { fails, type ApexTable } from '../apex.ts';

const AR = 'Apex Reference Guide, Exception';
const table: ApexTable = {
  members: `class OddException extends Exception {}
    static Exception failing() {
      try {
        insert new List<Account>{ new Account(Name = 'Fine'), new Account() };
      } catch (Exception caught) {
        return caught;
      }
      return null;
    }`,
  rows: [
    ['failing().getNumDml()', '1', AR],
    ['failing().getDmlIndex(0)', '1', AR],
    ['failing().getDmlId(0)', 'null', AR],
    ['failing().getDmlFieldNames(0)', "new List<String>{ 'Name' }", AR],
    ['failing().getDmlFields(0)', 'new List<SObjectField>{ Account.Name }', AR],
    ['failing().getDmlMessage(0)', "'Required fields are missing: [Name]'", AR],
    ['failing().getDmlStatusCode(0)', "'REQUIRED_FIELD_MISSING'", AR],
    ['failing().getDmlType(0)', 'StatusCode.REQUIRED_FIELD_MISSING', AR],
    ['failing().getTypeName()', "'System.DmlException'", AR],
    [
      'failing().getMessage()',
      "'Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'",
      AR,
    ],
    ["new OddException('a').getMessage()", "'a'", AR],
    ['new OddException().getMessage()', "'Script-thrown exception'", 'Salesforce Stack Exchange'],
    ["new OddException('a', new MathException('b')).getCause().getMessage()", "'b'", AR],
    ["Exception e = new OddException('a'); e.setMessage('c'); e.getMessage()", "'c'", AR],
    ["Exception e = new OddException(); e.initCause(new MathException('b')); e.getCause().getMessage()", "'b'", AR],
    ["new IllegalArgumentException('x').getTypeName()", "'System.IllegalArgumentException'", AR],
    ['Integer zero = 0; 1 / zero', fails('System.MathException', 'Divide by 0'), AR],
    ['new List<Integer>()[0]', fails('System.ListException', 'List index out of bounds: 0'), AR],
    [
      "Object text = 'a'; (Integer) text",
      fails('System.TypeException', 'Invalid conversion from runtime type String to Integer'),
      AR,
    ],
    [
      'Account none = [SELECT Id FROM Account]; none',
      fails('System.QueryException', 'List has no rows for assignment to SObject'),
      AR,
    ],
  ],
};
export default table;
